import { expect, test } from '@jest/globals';
import type { PaywayChangePreview } from '../../../../src/http/payway/payway-changes.js';
import { soldPeriodOf } from '../../../../src/domain/catalogue/sold-period.js';
import { previewShape, toPreviewItem } from '../../../../src/http/payway/preview-shape.js';
import { toAmountsItem, toSoldPeriodItem } from '../../../../src/http/payway/target-shapes.js';
import { at, stockholm } from '../../../support/domain/at.js';
import { firstPeriod, money } from '../../../support/domain/build-package.js';
import { digital, ladderCatalogue } from '../../../support/domain/ladder.js';

const period = soldPeriodOf(firstPeriod(digital));
const amounts = {
  valueLeft: money(5_000),
  valueCarried: money(5_000),
  nextRenewal: money(20_000),
  settlement: null,
};
const context = { catalogue: ladderCatalogue() } as PaywayChangePreview['context'];
const about = { timeZone: stockholm, context };

test('a change that is allowed is told with its quote', () => {
  const item = toPreviewItem({
    allowed: true,
    decision: {
      kind: 'upgrade',
      rule: 'rank_higher',
      effectiveAt: at('2026-04-10T00:00:00Z'),
      target: {
        packageId: digital.id,
        packageCode: digital.code,
        period,
        quantity: 1,
        tierId: null,
      },
      next: { validTo: at('2026-04-17T12:00:00Z') },
      amounts,
    },
    quote: 'a.b.c',
    quoteExpiresAt: Date.parse('2026-04-10T00:15:00Z'),
    ...about,
  });
  expect(JSON.stringify(item)).toBe(
    JSON.stringify({
      allowed: true,
      kind: 'upgrade',
      rule: 'rank_higher',
      effective_at: '2026-04-10T02:00:00+02:00',
      target_package: { id: digital.id, code: 'package_400', name: 'Package 400', tags: [] },
      target_period: toSoldPeriodItem(period),
      valid_to: '2026-04-17T14:00:00+02:00',
      amounts: toAmountsItem(amounts),
      refusals: [],
      quote: 'a.b.c',
      expires_at: '2026-04-10T02:15:00+02:00',
    }),
  );
  expect(previewShape.safeParse(item).error).toBeUndefined();
});

test('of one that is refused only the refusals are told', () => {
  const item = toPreviewItem({
    allowed: false,
    refusals: [{ reason: 'same_package', facts: { z: 1, a: null } }],
    ...about,
  });
  expect(JSON.stringify(item)).toBe(
    JSON.stringify({
      allowed: false,
      kind: null,
      rule: null,
      effective_at: null,
      target_package: null,
      target_period: null,
      valid_to: null,
      amounts: null,
      refusals: [
        {
          code: 'same_package',
          message: 'The target is what the account already has',
          facts: { z: 1, a: null },
        },
      ],
      quote: null,
      expires_at: null,
    }),
  );
  expect(previewShape.safeParse(item).error).toBeUndefined();
});
