import { expect, test } from '@jest/globals';
import { type BodyOf, type FieldRule, withDefault } from '../../../../src/http/core/field-rule.js';

const flag = { name: 'flag', required: false, type: 'boolean' } as const satisfies FieldRule;
const fields = [withDefault(flag, true)] as const;

test('a field with a default is the same field, and is always there in a body that has passed', () => {
  const [rule] = fields;
  const body: BodyOf<typeof fields> = { flag: rule.default };
  expect(rule).toEqual({ ...flag, default: true });
  expect(body).toEqual({ flag: true });
});
