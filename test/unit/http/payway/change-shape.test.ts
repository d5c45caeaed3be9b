import { expect, test } from '@jest/globals';
import { toClientId } from '../../../../src/domain/ids.js';
import { soldPeriodOf } from '../../../../src/domain/catalogue/sold-period.js';
import type { Change } from '../../../../src/domain/user-product/change.js';
import { changeShape, toChangeItem } from '../../../../src/http/payway/change-shape.js';
import { toAmountsItem, toSoldPeriodItem } from '../../../../src/http/payway/target-shapes.js';
import { at } from '../../../support/domain/at.js';
import { firstPeriod, money } from '../../../support/domain/build-package.js';
import { idOf } from '../../../support/domain/id-of.js';
import { digital, ladderCatalogue } from '../../../support/domain/ladder.js';

const requestedAt = at('2026-04-10T00:00:00Z');
const period = soldPeriodOf(firstPeriod(digital));
const amounts = {
  valueLeft: money(5_000),
  valueCarried: money(5_000),
  nextRenewal: money(20_000),
  settlement: null,
};
const requirements = [{ code: 'same_package', passed: true, facts: { b: 1, a: 'x', c: null } }];
const change: Change = {
  id: idOf(1),
  accountId: idOf(2),
  userProductId: idOf(3),
  subscriptionId: idOf(3),
  successorId: idOf(4),
  supersedes: null,
  kind: 'upgrade',
  behaviour: 'default',
  state: 'applied',
  rule: 'rank_higher',
  requirements,
  requestedAt,
  requestedBy: toClientId('demo'),
  effectiveAt: requestedAt,
  closedAt: null,
  target: { packageId: digital.id, packageCode: digital.code, period, quantity: 1, tierId: null },
  amounts,
  documents: null,
  eventIds: [idOf(9)],
};

test('a change is told as it was asked, decided and carried out', () => {
  const item = toChangeItem(change, ladderCatalogue());
  expect(JSON.stringify(item)).toBe(
    JSON.stringify({
      id: idOf(1),
      user_product_id: idOf(3),
      successor_id: idOf(4),
      kind: 'upgrade',
      behaviour: 'default',
      state: 'applied',
      rule: 'rank_higher',
      requirements,
      requested_at: '2026-04-10T02:00:00+02:00',
      requested_by: 'demo',
      effective_at: '2026-04-10T02:00:00+02:00',
      target_package: { id: digital.id, code: 'package_400', name: 'Package 400', tags: [] },
      target_period: toSoldPeriodItem(period),
      quantity: 1,
      amounts: toAmountsItem(amounts),
      ...{ credit: null, used: null, charge: null, documents: null },
      event_ids: [idOf(9)],
    }),
  );
  expect(changeShape.safeParse(item).error).toBeUndefined();
});

test('one within a product group is told with what it was settled at and its documents', () => {
  const nothing = money(0);
  const settlement = { credit: money(500), used: nothing, charge: money(3_000) };
  const item = toChangeItem(
    {
      ...{ ...change, behaviour: 'group', documents: { creditNote: idOf(7), invoice: null } },
      amounts: { ...amounts, settlement },
    },
    ladderCatalogue(),
  );
  expect(item).toMatchObject({
    ...{ behaviour: 'group', credit: 5, used: 0, charge: 30 },
    documents: { credit_note: idOf(7), invoice: null },
  });
  expect(changeShape.safeParse(item).error).toBeUndefined();
});

test('one that has made nothing has neither successor nor amounts', () => {
  const item = toChangeItem({ ...change, successorId: null, amounts: null }, ladderCatalogue());
  expect(item).toMatchObject({ successor_id: null, amounts: null });
  expect(changeShape.safeParse(item).error).toBeUndefined();
});
