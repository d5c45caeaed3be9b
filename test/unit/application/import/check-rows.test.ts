import { expect, test } from '@jest/globals';
import { checkRows } from '../../../../src/application/import/check-rows.js';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import type { ProductGroup } from '../../../../src/domain/catalogue/product-group.js';
import { soldPeriodOf } from '../../../../src/domain/catalogue/sold-period.js';
import { makePaywayPolicy } from '../../../../src/domain/change/payway/payway-policy.js';
import { at } from '../../../support/domain/at.js';
import { buildPackage, firstPeriod } from '../../../support/domain/build-package.js';
import { groupOf, tierOf } from '../../../support/domain/tier-of.js';
import { buildPending } from '../../../support/domain/build-user-product.js';
import {
  basic,
  importedAt,
  importedRow,
  importFile,
  inWords,
  organisation,
} from './import-rows.js';

const target = buildPackage({ number: 200, code: 'target' });
const policy = makePaywayPolicy({ behaviour: 'explicit', exportingIntegrations: new Set() });
const dueAt = at('2026-05-01T00:00:00+02:00');
const resolved = {
  ...{ validFrom: at('2026-04-01T00:00:00+02:00'), validTo: at('2026-05-01T00:00:00+02:00') },
  ...{ anchor: null, cancelledAt: null, externalStartAt: null, package: basic },
  row: importedRow(),
  soldPeriod: soldPeriodOf(firstPeriod(basic)),
  paid: null,
  pendingChange: buildPending(target, { dueAt }),
};
const faultsOf = (
  edits: Partial<typeof resolved>,
  to = target,
  groups: readonly ProductGroup[] = [],
) =>
  inWords(
    checkRows(
      {
        file: importFile({ path: 'organisations[1].' }),
        catalogue: makeCatalogue({ ...organisation, packages: [basic, to], groups }),
        now: importedAt,
        policy,
      },
      [{ index: 4, resolved: { ...resolved, ...edits } }],
    ),
  );

test('A row that breaks nothing has no fault', () => {
  expect(faultsOf({})).toEqual([]);
});

test('A change to a tier is asked for its group alone, which knows recurring subscriptions', () => {
  const [own, other] = [tierOf(basic, { number: 801 }), tierOf(target, { number: 802 })];
  const groups = [groupOf({ number: 800, tiers: [own, other] })];
  const pending = buildPending(target, { kind: 'upgrade', behaviour: 'group', dueAt });
  const pendingChange = { ...pending, target: { ...pending.target, tierId: other.id } };
  const row = importedRow({ tierId: own.id });
  expect(faultsOf({ row, pendingChange }, { ...target, archived: true }, groups)).toEqual([]);
  const [place, limited] = ['organisations[1].user_products[4]', 'limited' as const];
  const soldPeriod = { ...resolved.soldPeriod, type: limited };
  const { period } = pendingChange.target;
  const waits = {
    ...pendingChange,
    target: { ...pendingChange.target, period: { ...period, type: limited } },
  };
  const edits = { row: { ...row, subscriptionType: limited }, soldPeriod };
  expect(faultsOf({ ...edits, pendingChange: waits }, target, groups)).toEqual([
    `${place}.subscription_type: must be recurring where a change to a tier waits`,
  ]);
  expect(faultsOf({ row, pendingChange })).toEqual([
    `${place}.pending_change.tier_id: is no tier of the group that the subscription is in`,
    `${place}.tier_id: is no tier of this file or organisation`,
  ]);
});

test('A row tells each fault once, at its place in the file', () => {
  const limited = importedRow({ subscriptionType: 'limited', provisionService: 'other' });
  expect(faultsOf({ row: limited }, { ...target, archived: true })).toEqual([
    'organisations[1].user_products[4].subscription_type: must be that of its period',
    'organisations[1].user_products[4].provision_service: must be tulo where a change waits',
    'organisations[1].user_products[4].pending_change.period_id: is of another type than the subscription',
    'organisations[1].user_products[4].pending_change.package_code: was not on sale when it was asked for, or is archived',
  ]);
});
