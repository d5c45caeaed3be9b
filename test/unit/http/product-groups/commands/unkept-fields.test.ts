import { expect, test } from '@jest/globals';
import { bodyOf } from '../../../../../src/http/core/body/body-schema.js';
import { unkeptFields } from '../../../../../src/http/product-groups/commands/unkept-fields.js';

test('documented fields that are not kept are taken, whatever they hold', () => {
  const { read } = bodyOf(unkeptFields(['translations', 'taxGroup']));
  expect(read({ translations: { de: {} }, taxGroup: null })).toMatchObject({ value: {} });
});
