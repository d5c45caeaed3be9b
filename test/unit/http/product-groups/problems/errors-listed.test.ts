import { expect, test } from '@jest/globals';
import { productGroupsErrors } from '../../../../../src/http/product-groups/problems/errors-listed.js';
import { failureCodes } from '../../../../../src/http/product-groups/problems/failure-codes.js';

test('every code has one row', () => {
  const rows = productGroupsErrors.sections.flatMap((it) => it.rows);
  const codes = rows.map((row) => row.find((it) => it.startsWith('`'))?.replaceAll('`', ''));
  expect(codes.toSorted()).toEqual(Object.keys(failureCodes).toSorted());
});
