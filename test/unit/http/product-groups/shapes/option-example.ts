import type { PeriodOption } from '../../../../../src/application/product-groups/list-change-options.js';
import type { ChangeDecision } from '../../../../../src/domain/change/change-decision.js';
import { at } from '../../../../support/domain/at.js';
import { eur, firstPeriod, money } from '../../../../support/domain/build-package.js';
import { pro } from './group-example.js';

/** docs/spec/product-groups-api.md §5: from 10.00 to 30.00 a month, half way, pro rata. */
export const amounts = {
  valueLeft: money(500, eur),
  valueCarried: money(0, eur),
  nextRenewal: money(3_000, eur),
  settlement: { credit: money(500, eur), used: money(0, eur), charge: money(3_000, eur) },
};

export const option: PeriodOption = {
  period: firstPeriod(pro),
  decision: {
    kind: 'upgrade',
    rule: 'position_higher',
    effectiveAt: at('2026-04-16T00:00:00Z'),
    target: { quantity: 1 },
    next: { validTo: at('2026-05-16T00:00:00Z') },
    amounts,
  } as unknown as ChangeDecision,
  isQuantityLeft: true,
  quote: 'a.b.c',
  expiresAt: at('2026-04-16T00:15:00Z'),
};
