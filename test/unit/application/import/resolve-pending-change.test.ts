import { expect, test } from '@jest/globals';
import { importedPackages } from '../../../../src/application/import/imported-packages.js';
import type { PendingChangeImport } from '../../../../src/application/import/organisation-import.js';
import { resolvePendingChange } from '../../../../src/application/import/resolve-pending-change.js';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import { soldPeriodOf } from '../../../../src/domain/catalogue/sold-period.js';
import type { ChangeId, TierId } from '../../../../src/domain/ids.js';
import { at } from '../../../support/domain/at.js';
import { buildPackage, firstPeriod } from '../../../support/domain/build-package.js';
import { groupOf, tierOf } from '../../../support/domain/tier-of.js';
import { idOf } from '../../../support/domain/id-of.js';
import {
  basic,
  importedAt,
  importedRow,
  importFile,
  importState,
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
const dueAt = at('2026-05-01T00:00:00+02:00');

const pro = buildPackage({ number: 200, code: 'pro' });
const tiers = [tierOf(basic, { number: 801 }), tierOf(pro, { number: 802, position: 2 })];
const groups = [groupOf({ number: 800, tiers })];
const file = importFile({
  packages: [basic, pro].map((it) => ({ package: it, hasGivenId: true })),
});

const resolve = (edits: Partial<PendingChangeImport>, tierId: TierId | null = null) =>
  resolvePendingChange(
    {
      packages: importedPackages(file, importState()),
      catalogue: makeCatalogue({ ...organisation, packages: [basic, pro], groups }),
      calendar: { now: importedAt, timeZone: organisation.timeZone },
      nextChangeId: () => idOf<ChangeId>(88),
    },
    importedRow({ tierId, pendingChange: { ...change, ...edits } }),
    { path: 'row', dueAt },
  );

test('A change that waits in a file waits here for the end of its row, its target as it stands', () => {
  expect(resolve({ requestedBy: 'demo', requestedAt: at('2026-04-02T00:00:00Z') })).toEqual({
    ok: true,
    pendingChange: {
      ...{ changeId: idOf(88), kind: 'downgrade', behaviour: 'default', rule: 'imported', dueAt },
      ...{ requestedAt: at('2026-04-02T00:00:00Z'), requestedBy: 'demo' },
      target: {
        ...{ packageId: basic.id, packageCode: 'basic', quantity: 1, tierId: null },
        period: soldPeriodOf(firstPeriod(basic)),
      },
    },
  });
});

test.each(['upgrade', 'downgrade', 'change'] as const)(
  'With a tier %s is of the rules of its group, with so many of it',
  (kind) => {
    const tierId = idOf<TierId>(801);
    expect(resolve({ kind, tierId, quantity: 3 })).toMatchObject({
      pendingChange: { kind, behaviour: 'group', target: { quantity: 3, tierId } },
    });
  },
);

test('Without one it is of Payway’s rules', () => {
  expect(resolve({ kind: 'change' })).toMatchObject({ pendingChange: { behaviour: 'explicit' } });
});

test('Payway’s rules take the tier of its group that has the target, where there is one', () => {
  const up = { packageCode: 'pro', periodId: firstPeriod(pro).id };
  expect(resolve(up, idOf(801))).toMatchObject({
    pendingChange: { behaviour: 'default', target: { packageCode: 'pro', tierId: idOf(802) } },
  });
  expect(resolve(up)).toMatchObject({ pendingChange: { target: { tierId: null } } });
});

test('It is told at its own member of the row where its target is not there', () => {
  expect(resolve({ periodId: idOf(9) })).toEqual({
    ok: false,
    fault: { path: 'row.pending_change.period_id', problem: 'is no period of that package' },
  });
});
