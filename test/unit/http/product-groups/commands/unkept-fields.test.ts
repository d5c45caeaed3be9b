import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { readBody } from '../../../../../src/http/core/body/read-body.js';
import { unkeptFields } from '../../../../../src/http/product-groups/commands/unkept-fields.js';

test('documented fields that are not kept are taken, whatever they hold', () => {
  const schema = z.strictObject(unkeptFields(['translations', 'taxGroup']));
  expect(readBody(schema, { translations: { de: {} }, taxGroup: null })).toEqual({ value: {} });
  expect(readBody(schema, {})).toEqual({ value: {} });
});
