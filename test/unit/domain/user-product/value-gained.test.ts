import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import type { EventType } from '../../../../src/domain/events/domain-event.js';
import {
  eventSideOf,
  type DomainEvent,
  type UserProductFacts,
} from '../../../../src/domain/user-product/event-side.js';
import { paidFor, type Paid } from '../../../../src/domain/user-product/paid.js';
import { gainsValue } from '../../../../src/domain/user-product/value-gained.js';
import { at, utc } from '../../../support/domain/at.js';
import { buildPackage, money, sek } from '../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../support/domain/build-user-product.js';
import { idOf } from '../../../support/domain/id-of.js';

const pack = buildPackage({ number: 100 });
const catalogue = makeCatalogue({ timeZone: utc, currency: sek, packages: [pack] });
const row = buildUserProduct(pack);
/** 100.00 for April; it is 16 April, so that 50.00 are left. */
const april = row.paid;
const now = at('2026-04-16T00:00:00Z');
const march = at('2026-03-01T00:00:00Z');
const onward = (minor: number) =>
  paidFor({ amount: money(minor), from: now, to: at('2026-05-16T00:00:00Z') });

function eventOf(type: EventType, before: Paid | null, after: Paid | null): DomainEvent {
  const side = (paid: Paid | null) => {
    const { userProduct, ...others } = eventSideOf(row, catalogue);
    const facts: UserProductFacts = { ...userProduct, paid };
    return { ...others, userProduct: facts };
  };
  const { organisationId, accountId, subscriptionId } = row;
  return {
    ...{ id: idOf(1), sequence: 2, type, occurredAt: now, changeId: null },
    ...{ organisationId, accountId, subscriptionId, userProductId: row.id },
    before: side(before),
    after: side(after),
    ...{ document: null, settlement: null },
  };
}

describe('whether value is gained', () => {
  test.each([
    ['an upgrade that carries what was left', 'package_upgrade', onward(5_000), false],
    ['an upgrade that carries more', 'package_upgrade', onward(5_001), true],
    ['a renewal at its price', 'user_product_renewed', onward(10_000), false],
    ['a renewal above it', 'user_product_renewed', onward(10_001), true],
    ['a downgrade at its price', 'package_downgrade_completed', onward(10_000), false],
    ['a change above it', 'package_change_completed', onward(10_001), true],
    ['an edit of the end', 'user_product_updated', { ...april, to: now }, false],
    [
      'an edit of both dates',
      'user_product_updated',
      { ...april, from: now, to: onward(1).to },
      false,
    ],
    ['an edit of the beginning', 'user_product_updated', { ...april, from: march }, true],
    ['an edit of the rate', 'user_product_updated', { ...april, forMs: 1 }, true],
    ['a cancellation that touches nothing', 'user_product_cancelled', april, false],
    ['a cancellation that touches the amount', 'user_product_cancelled', onward(1), true],
    ['an undo, which brings its own', 'package_change_undone', onward(90_000), false],
  ] as const)('by %s', (...[, type, after, gains]) => {
    expect(gainsValue(eventOf(type, april, after))).toBe(gains);
  });

  test('not by an upgrade within a product group, which sells a period, unless that is above its price', () => {
    const nothing = money(0);
    const settlement = { credit: money(5_000), used: nothing, charge: money(10_000) };
    const upgrade = (after: Paid) => ({ ...eventOf('package_upgrade', april, after), settlement });
    expect(gainsValue(upgrade(onward(10_000)))).toBe(false);
    expect(gainsValue(upgrade(onward(10_001)))).toBe(true);
  });

  test.each([
    ['its end moved, and the amount as it was', { forMs: onward(1).to - april.from }, false],
    ['its end moved at the rate', {}, true],
    ['more charged', { amount: money(10_001), forMs: onward(1).to - april.from }, true],
    ['less given back', { creditedMinor: 0, forMs: onward(1).to - april.from }, true],
  ] as const)('of what an invoice charged, by an edit: %s', (...[, edits, gains]) => {
    const charged: Paid = { ...april, creditedMinor: 1, document: { number: 'A-1' } };
    const after = { ...charged, to: onward(1).to, ...edits };
    expect(gainsValue(eventOf('user_product_updated', charged, after))).toBe(gains);
  });

  test('not where a side knows nothing of it, or is not there', () => {
    expect(gainsValue(eventOf('package_upgrade', null, onward(90_000)))).toBe(false);
    expect(gainsValue(eventOf('package_upgrade', april, null))).toBe(false);
    const erased = { ...eventOf('package_upgrade', april, onward(90_000)), before: null };
    expect(gainsValue(erased)).toBe(false);
  });
});
