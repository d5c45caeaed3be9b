import { describe, expect, test } from '@jest/globals';
import {
  amountsAtPeriodEnd,
  waitingTerms,
} from '../../../../src/domain/user-product/waiting-terms.js';
import { at, utc } from '../../../support/domain/at.js';
import { money } from '../../../support/domain/build-package.js';
import { buildPending, buildUserProduct } from '../../../support/domain/build-user-product.js';
import { basic, lite } from '../../../support/domain/ladder.js';

describe('A change that waits', () => {
  test('is settled at its own terms: 50.00 from 1 May to 1 June', () => {
    expect(waitingTerms(buildUserProduct(basic), buildPending(lite), utc)).toEqual({
      kind: 'downgrade',
      rule: 'rank_lower',
      effectiveAt: at('2026-05-01T00:00:00Z'),
      validTo: at('2026-06-01T00:00:00Z'),
      renewedAtOnce: false,
      amounts: {
        valueLeft: money(0),
        valueCarried: money(0),
        nextRenewal: money(5_000),
        settlement: null,
      },
    });
  });

  test('is settled at nothing where there is no end to wait for', () => {
    const endless = buildUserProduct(basic, { validTo: null });
    expect(waitingTerms(endless, buildPending(lite), utc)).toBeNull();
  });
});

test('A change at the end of a period carries nothing; what is limited is not renewed', () => {
  expect(
    amountsAtPeriodEnd({ period: { type: 'limited', price: money(5_000) }, quantity: 1 }),
  ).toEqual({
    valueLeft: money(0),
    valueCarried: money(0),
    nextRenewal: null,
    settlement: null,
  });
});
