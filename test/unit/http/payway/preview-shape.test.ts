import { expect, test } from '@jest/globals';
import { soldPeriodOf } from '../../../../src/domain/catalogue/sold-period.js';
import { toPreviewItem } from '../../../../src/http/payway/preview-shape.js';
import { at, stockholm } from '../../../support/domain/at.js';
import { firstPeriod, money } from '../../../support/domain/build-package.js';
import { digital, ladderCatalogue } from '../../../support/domain/ladder.js';

const period = soldPeriodOf(firstPeriod(digital));
const decision = {
  kind: 'upgrade',
  rule: 'rank_higher',
  effectiveAt: at('2026-04-10T10:00:00Z'),
  target: { packageId: digital.id, packageCode: digital.code, period },
  next: { validTo: at('2026-05-10T10:00:00Z') },
  amounts: { valueLeft: money(5_000), valueCarried: money(5_000), nextRenewal: null },
};

test('a change that is allowed is told with what it would come to, and a quote', () => {
  const preview = {
    allowed: true,
    decision,
    quote: 'a.b.c',
    quoteExpiresAt: at('2026-04-10T10:15:00Z'),
    timeZone: stockholm,
    context: { catalogue: ladderCatalogue() },
  };
  expect(toPreviewItem(preview as never)).toEqual({
    allowed: true,
    kind: 'upgrade',
    rule: 'rank_higher',
    effective_at: '2026-04-10T12:00:00+02:00',
    target_package: { id: digital.id, code: digital.code, name: digital.name, tags: [] },
    target_period: expect.objectContaining({ id: period.periodId, price: 200 }),
    valid_to: '2026-05-10T12:00:00+02:00',
    amounts: { currency: 'SEK', value_left: 50, value_carried: 50, next_renewal: null },
    refusals: [],
    quote: 'a.b.c',
    expires_at: '2026-04-10T12:15:00+02:00',
  });
});

test('one that is refused says why, with the facts, and comes to nothing', () => {
  const facts = { now: '2026-04-10' };
  const refusals = [{ reason: 'target_not_on_sale', facts }];
  const message = 'The target product is not on sale';
  expect(toPreviewItem({ allowed: false, refusals } as never)).toEqual({
    allowed: false,
    kind: null,
    rule: null,
    effective_at: null,
    target_package: null,
    target_period: null,
    valid_to: null,
    amounts: null,
    refusals: [{ code: 'target_not_on_sale', message, facts }],
    quote: null,
    expires_at: null,
  });
});
