import { expect, test } from '@jest/globals';
import { checkProductCounts } from '../../../../src/application/import/check-product-counts.js';
import type { AccountId, UserProductId } from '../../../../src/domain/ids.js';
import { idOf } from '../../../support/domain/id-of.js';
import { importedRow, importFile, importState, inWords } from './import-rows.js';

const [one, other] = [idOf<AccountId>(901), idOf<AccountId>(902)];
const problem = 'is an account that would have more than 10,000 user products';

/** So many rows of each account, one after the other. */
const rowsOf = (...accounts: readonly (readonly [AccountId, number])[]) =>
  importFile({
    userProducts: accounts.flatMap(([accountId, count], which) =>
      Array.from({ length: count }, (_, index) => {
        const id = idOf<UserProductId>(100_000 * (which + 1) + index);
        return importedRow({ id, accountId });
      }),
    ),
  });
const standing = (count: number) => importState({ userProductCounts: new Map([[one, count]]) });

test('an account has ten thousand user products at most, and one fault where it would have more', () => {
  expect(checkProductCounts(rowsOf([one, 3], [other, 3]), standing(9_997))).toEqual([]);
  const faults = checkProductCounts(rowsOf([one, 3], [other, 3]), standing(9_999));
  expect(inWords(faults)).toEqual([`user_products[1].account_id: ${problem}`]);
  expect(inWords(checkProductCounts(rowsOf([one, 2]), standing(20_000)))).toEqual([
    `user_products[0].account_id: ${problem}`,
  ]);
});

test('rows that are there already are no new ones', () => {
  const file = rowsOf([one, 3]);
  const userProductIds = new Set(file.userProducts.map((it) => it.id));
  expect(checkProductCounts(file, { ...standing(10_000), userProductIds })).toEqual([]);
});
