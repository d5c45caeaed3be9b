import { describe, expect, test } from '@jest/globals';
import { paywayBilling } from '../../../../src/domain/catalogue/billing-terms.js';
import { soldPeriodOf } from '../../../../src/domain/catalogue/sold-period.js';
import type { EndedBy } from '../../../../src/domain/user-product/change.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import {
  servicePeriodOf,
  lastBilledOf,
  nextBillingAt,
} from '../../../../src/domain/user-product/billed-periods.js';
import { at, utc } from '../../../support/domain/at.js';
import { buildPackage, buildPeriod, money } from '../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../support/domain/build-user-product.js';
import { idOf } from '../../../support/domain/id-of.js';

const pack = buildPackage({ number: 10 });
const arrears = { ...paywayBilling, payInAdvance: false };
const day = (text: string) => at(`2026-${text}T00:00:00Z`);
const invoice = { invoice: idOf<never>(77) };

function item(edits: Partial<UserProduct> = {}, billing = paywayBilling): UserProduct {
  const soldPeriod = soldPeriodOf(buildPeriod({ number: 11, billing }));
  return buildUserProduct(pack, { soldPeriod, hasDocuments: true, ...edits });
}

describe('the current period of an item', () => {
  test('ends where it is valid to, one interval after it began by the same anchor', () => {
    const anchored = item({
      validFrom: day('01-31'),
      validTo: day('03-31'),
      anchor: { at: day('01-31'), billingDay: 31 },
    });
    expect(servicePeriodOf(anchored, utc)).toEqual({ from: day('02-28'), to: day('03-31') });
  });

  test('begins no earlier than the item', () => {
    const carried = item({ validFrom: day('04-16'), validTo: day('04-23') });
    expect(servicePeriodOf(carried, utc)).toEqual({ from: day('04-16'), to: day('04-23') });
  });

  test('is the whole of what does not recur, and nothing where there is no end', () => {
    const soldPeriod = soldPeriodOf(buildPeriod({ number: 11, type: 'limited' }));
    const limited = item({ soldPeriod, validTo: day('12-01') });
    expect(servicePeriodOf(limited, utc)).toEqual({ from: day('04-01'), to: day('12-01') });
    expect(servicePeriodOf(item({ validTo: null }), utc)).toBeNull();
  });
});

describe('what an item was invoiced for last', () => {
  test('is in advance what its invoice is for, from its start', () => {
    const paid = { ...item().paid, document: invoice };
    expect(lastBilledOf(item({ paid }), utc)).toEqual({
      from: day('04-01'),
      to: day('05-01'),
      at: day('04-01'),
    });
  });

  test('is nothing without documents, and nothing for what no invoice is known of', () => {
    const paid = { ...item().paid, document: invoice };
    expect(lastBilledOf(item({ paid, hasDocuments: false }), utc)).toBeNull();
    expect(lastBilledOf(item(), utc)).toBeNull();
  });

  test('is in arrears the period before, at its end', () => {
    const edits = { validTo: day('06-01') };
    expect(lastBilledOf(item(edits, arrears), utc)).toEqual({
      from: day('04-01'),
      to: day('05-01'),
      at: day('05-01'),
    });
  });

  test('is in arrears nothing in the first period, nor for nothing', () => {
    expect(lastBilledOf(item({}, arrears), utc)).toBeNull();
    expect(lastBilledOf(item({ validTo: null }, arrears), utc)).toBeNull();
    const free = soldPeriodOf(buildPeriod({ number: 11, billing: arrears, price: money(0) }));
    expect(lastBilledOf(item({ soldPeriod: free, validTo: day('06-01') }), utc)).toBeNull();
  });

  test.each<Partial<UserProduct>>([{ state: 'deactivated' }, { endedBy: {} as EndedBy }])(
    'is in arrears the last period once the item is over: %j',
    (edits) => {
      expect(lastBilledOf(item(edits, arrears), utc)).toEqual({
        from: day('04-01'),
        to: day('05-01'),
        at: day('05-01'),
      });
    },
  );
});

test.each([
  { state: 'activated', billing: paywayBilling, next: day('05-01') },
  { state: 'activated', billing: arrears, next: day('05-01') },
  { state: 'cancelled', billing: paywayBilling, next: null },
  { state: 'cancelled', billing: arrears, next: day('05-01') },
  { state: 'deactivated', billing: arrears, next: null },
  { state: 'pending', billing: paywayBilling, next: null },
  { state: 'frozen', billing: arrears, next: null },
] as const)('$state, in advance or not, is invoiced next at $next', ({ state, billing, next }) => {
  expect(nextBillingAt(item({ state }, billing))).toBe(next);
});

test('what does not recur is invoiced no more', () => {
  expect(nextBillingAt(item({ subscriptionType: 'limited' }))).toBeNull();
});
