import { describe, expect, test } from '@jest/globals';
import { importedPackages } from '../../../../src/application/import/imported-packages.js';
import { resolveUserProduct } from '../../../../src/application/import/resolve-user-product.js';
import type {
  PendingChangeImport,
  UserProductImport,
} from '../../../../src/application/import/organisation-import.js';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import type { ChangeId, PaymentPeriodId } from '../../../../src/domain/ids.js';
import { firstPeriod } from '../../../support/domain/build-package.js';
import { idOf } from '../../../support/domain/id-of.js';
import {
  basic,
  importedAt,
  importedRow,
  importFile,
  importState,
  inWords,
  organisation,
} from './import-rows.js';

const change: PendingChangeImport = {
  packageCode: 'basic',
  periodId: firstPeriod(basic).id,
  periodSnapshot: null,
  kind: 'downgrade',
  quantity: 1,
  tierId: null,
  requestedAt: null,
  requestedBy: null,
};

function resolve(edits: Partial<UserProductImport> = {}, taken: readonly string[] = []) {
  const file = importFile({ userProducts: [importedRow(edits)] });
  const state = importState({ elsewhere: new Set(taken) });
  const packages = importedPackages(file, state);
  const accountIds = new Set<string>(file.accounts.map((it) => it.id));
  const nextChangeId = () => idOf<ChangeId>(88);
  const catalogue = makeCatalogue({ ...organisation, packages: [basic] });
  return resolveUserProduct({ file, state, packages, catalogue, accountIds, nextChangeId }, 0);
}
const faultsOf = (...given: Parameters<typeof resolve>) => {
  const outcome = resolve(...given);
  return outcome.ok ? [] : inWords(outcome.faults);
};

describe('A row of a file', () => {
  test('is resolved with everything that it names', () => {
    expect(resolve()).toMatchObject({
      ok: true,
      product: { row: importedRow(), package: basic, pendingChange: null },
    });
  });

  test.each([
    ['downgrade', 'default'],
    ['change', 'explicit'],
  ] as const)('may have a %s that goes on waiting for its end', (kind, behaviour) => {
    expect(resolve({ pendingChange: { ...change, kind } })).toMatchObject({
      product: {
        pendingChange: {
          ...{ changeId: idOf(88), kind, behaviour, rule: 'imported' },
          ...{ requestedAt: importedAt, requestedBy: 'import', dueAt: importedRow().validTo },
          target: { packageCode: 'basic' },
        },
      },
    });
  });

  test('tells all that is wrong with it at once', () => {
    const wrong = {
      accountId: idOf<never>(9),
      periodId: idOf<PaymentPeriodId>(9),
      validTo: importedRow().validFrom,
    };
    expect(faultsOf(wrong, [importedRow().id])).toEqual([
      'user_products[0].id: belongs to another organisation',
      'user_products[0].account_id: is no account of this file or organisation',
      'user_products[0].period_id: is no period of that package',
      'user_products[0].valid_to: must be later than valid_from',
    ]);
  });

  test.each([
    [
      { state: 'cancelled' as const },
      'can only wait on an activated user product that has a valid_to',
    ],
    [
      { validTo: null, subscriptionType: 'single' as const },
      'can only wait on an activated user product that has a valid_to',
    ],
  ])('may have no change that waits where nothing can: %#', (edits, problem) => {
    expect(faultsOf({ ...edits, pendingChange: change })).toEqual([
      `user_products[0].pending_change: ${problem}`,
    ]);
  });

  test('may have no change to what is not there', () => {
    const pendingChange = { ...change, packageCode: 'none' };
    expect(faultsOf({ pendingChange })).toEqual([
      'user_products[0].pending_change.package_code: no package has this code',
    ]);
  });
});
