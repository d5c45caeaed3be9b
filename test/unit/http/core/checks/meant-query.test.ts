import { expect, test } from '@jest/globals';
import { toMeantQuery } from '../../../../../src/http/core/checks/meant-query.js';
import {
  codeField,
  flagField,
  optional,
  pageFields,
} from '../../../../../src/http/payway/fields.js';

const fields = [...pageFields, flagField('all'), codeField('code', optional)] as const;

test('a text that stands for a number or a boolean becomes one', () => {
  expect(toMeantQuery(fields, { limit: '5', all: 'true', code: '7' })).toEqual({
    limit: 5,
    all: true,
    code: '7',
  });
  expect(toMeantQuery(fields, { all: 'false' })).toEqual({ all: false });
});

test('what is left out stays out', () => {
  expect(toMeantQuery(fields, {})).toEqual({});
});
