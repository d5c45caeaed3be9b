import { describe, expect, test } from '@jest/globals';
import { checkDuplicates } from '../../../../src/application/import/check-duplicates.js';
import { buildPackage, buildPeriod } from '../../../support/domain/build-package.js';
import { idOf } from '../../../support/domain/id-of.js';
import type { basic } from './import-rows.js';
import { client, importedRow, importFile, inWords, organisation } from './import-rows.js';

const empty = { clients: [], packages: [], accounts: [], userProducts: [] };
const of = (...packages: readonly (typeof basic)[]) => ({
  ...empty,
  packages: packages.map((it) => ({ package: it, hasGivenId: true })),
});
const account = { id: idOf<never>(2), customerNumber: null };
const [first, second] = [buildPackage({ number: 1 }), buildPackage({ number: 5 })];

describe('What stands in a file twice', () => {
  test('is nothing where all is there once', () => {
    expect(checkDuplicates([importFile()])).toEqual([]);
  });

  test.each([
    [{ ...empty, clients: [client, client] }, 'clients[1].id', 'clients[0].id'],
    [{ ...empty, accounts: [account, account] }, 'accounts[1].id', 'accounts[0].id'],
    [
      { ...empty, userProducts: [importedRow(), importedRow()] },
      'user_products[1].id',
      'user_products[0].id',
    ],
    [of(first, { ...second, id: first.id }), 'packages[1].id', 'packages[0].id'],
    [of(first, { ...second, code: first.code }), 'packages[1].code', 'packages[0].code'],
    [
      of({ ...first, periods: [buildPeriod({ number: 9 }), buildPeriod({ number: 9 })] }),
      'packages[0].periods[1].id',
      'packages[0].periods[0].id',
    ],
    [
      of(first, { ...second, periods: first.periods }),
      'packages[1].periods[0].id',
      'packages[0].periods[0].id',
    ],
  ])('is told at the second place, and names the first: %#', (edits, path, earlier) => {
    expect(inWords(checkDuplicates([importFile(edits)]))).toEqual([
      `${path}: stands at ${earlier} already`,
    ]);
  });

  test('is told over all organisations, but for what each has of its own', () => {
    const files = [0, 1].map((n) =>
      importFile({
        ...of(n === 0 ? first : { ...second, code: first.code }),
        path: `organisations[${String(n)}].`,
        organisation,
      }),
    );
    expect(inWords(checkDuplicates(files))).toEqual([
      'organisations[1].organisation.id: stands at organisations[0].organisation.id already',
    ]);
  });
});
