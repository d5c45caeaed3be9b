import { expect, test } from '@jest/globals';
import { soldPeriodOf } from '../../../../src/domain/catalogue/sold-period.js';
import type { Change } from '../../../../src/domain/user-product/change.js';
import { toChangeItem } from '../../../../src/http/payway/change-shape.js';
import { at } from '../../../support/domain/at.js';
import { firstPeriod, money } from '../../../support/domain/build-package.js';
import { idOf } from '../../../support/domain/id-of.js';
import { digital, ladderCatalogue } from '../../../support/domain/ladder.js';

const change: Change = {
  id: idOf(1),
  accountId: idOf(2),
  userProductId: idOf(3),
  subscriptionId: idOf(3),
  successorId: idOf(4),
  kind: 'upgrade',
  behaviour: 'default',
  state: 'applied',
  rule: 'rank_higher',
  requirements: [{ code: 'same_package', passed: true, facts: { target: 'x' } }],
  requestedAt: at('2026-04-10T10:00:00Z'),
  requestedBy: 'demo',
  effectiveAt: at('2026-04-10T10:00:00Z'),
  closedAt: null,
  target: {
    packageId: digital.id,
    packageCode: digital.code,
    period: soldPeriodOf(firstPeriod(digital)),
  },
  amounts: { valueLeft: money(5_000), valueCarried: money(5_000), nextRenewal: money(20_000) },
  eventIds: [idOf(5)],
};

test('a change is told as it was asked, decided and came out', () => {
  expect(toChangeItem(change, ladderCatalogue())).toEqual({
    id: change.id,
    user_product_id: change.userProductId,
    successor_id: change.successorId,
    kind: 'upgrade',
    behaviour: 'default',
    state: 'applied',
    rule: 'rank_higher',
    requirements: change.requirements,
    requested_at: '2026-04-10T12:00:00+02:00',
    requested_by: 'demo',
    effective_at: '2026-04-10T12:00:00+02:00',
    target_package: { id: digital.id, code: digital.code, name: digital.name, tags: [] },
    target_period: expect.objectContaining({ price: 200 }),
    amounts: { currency: 'SEK', value_left: 50, value_carried: 50, next_renewal: 200 },
    event_ids: change.eventIds,
  });
});

test('one without amounts has none', () => {
  const item = toChangeItem({ ...change, amounts: null, successorId: null }, ladderCatalogue());
  expect(item).toMatchObject({ amounts: null, successor_id: null });
});
