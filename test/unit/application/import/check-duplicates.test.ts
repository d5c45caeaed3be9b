import { describe, expect, test } from '@jest/globals';
import { checkDuplicates } from '../../../../src/application/import/check-duplicates.js';
import type { TierImport } from '../../../../src/application/import/organisation-import.js';
import { buildPackage, buildPeriod } from '../../../support/domain/build-package.js';
import { buildDocument } from '../../../support/stored/build-document.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { idOf } from '../../../support/domain/id-of.js';
import { groupImport, tierImport } from './group-rows.js';
import type { basic } from './import-rows.js';
import { client, importedRow, importFile, inWords, organisation } from './import-rows.js';

const empty = { clients: [], packages: [], accounts: [], userProducts: [] };
const of = (...packages: readonly (typeof basic)[]) => ({
  ...empty,
  packages: packages.map((it) => ({ package: it, hasGivenId: true })),
});
const groups = (...tiers: readonly (readonly TierImport[])[]) => ({
  ...empty,
  productGroups: tiers.map((it, n) => groupImport({ id: idOf(800 + n), tiers: it })),
});
const invoice = { ...buildDocument(buildRow()), sequence: 1 };
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
    [
      { ...empty, documents: [invoice, { ...invoice, sequence: 2 }] },
      'billing_documents[1].id',
      'billing_documents[0].id',
    ],
    [
      { ...empty, documents: [invoice, { ...invoice, id: idOf<never>(7) }] },
      'billing_documents[1].number',
      'billing_documents[0].number',
    ],
    [
      { ...empty, productGroups: [groupImport(), groupImport()] },
      'product_groups[1].id',
      'product_groups[0].id',
    ],
    [
      groups([tierImport()], [tierImport({ packageCode: 'pro' })]),
      'product_groups[1].tiers[0].id',
      'product_groups[0].tiers[0].id',
    ],
    [
      groups([tierImport(), tierImport({ id: idOf(802), position: 2 })]),
      'product_groups[0].tiers[1].package_code',
      'product_groups[0].tiers[0].package_code',
    ],
    [
      groups([tierImport(), tierImport({ id: idOf(802), packageCode: 'pro' })]),
      'product_groups[0].tiers[1].position',
      'product_groups[0].tiers[0].position',
    ],
    [
      groups([tierImport({ periodIds: [idOf(5), idOf(5)] })]),
      'product_groups[0].tiers[0].period_ids[1]',
      'product_groups[0].tiers[0].period_ids[0]',
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
