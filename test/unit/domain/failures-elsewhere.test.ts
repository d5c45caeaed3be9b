import { describe, expect, test } from '@jest/globals';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { at, utc } from '../../support/domain/at.js';
import { buildPeriod, money } from '../../support/domain/build-package.js';
import { buildUserProduct, productId } from '../../support/domain/build-user-product.js';
import { draftOf } from '../../support/domain/draft-of.js';
import { basic, digital, free, ladderCatalogue, lite, toBe } from '../../support/domain/ladder.js';
import { beginLife } from '../../support/domain/subscription-life.js';

/** On `basic` (100.00) from 1 April to 1 May 2026 UTC, it being 16 April. */
function lifeOn16April(edits: Partial<UserProduct> = {}, pack = basic) {
  const now = at('2026-04-16T00:00:00Z');
  const draft = draftOf(buildUserProduct(pack, edits));
  return beginLife({ draft, catalogue: ladderCatalogue(utc), now });
}
type Life = ReturnType<typeof lifeOn16April>;
const endOf = (life: Life) => life.living().validTo;
const typesOf = (life: Life) => life.events.map((it) => it.type);

describe('money, where others failed (docs/spec/change-rules.md §8)', () => {
  test('a second upgrade in one cycle is credited from the plan, not from the last payment', () => {
    const life = lifeOn16April({}, lite);
    // 25.00 left of 50.00 buy 7.5 days of 100.00 a month: to 23 April 12:00.
    life.request(toBe(basic));
    expect(endOf(life)).toBe(at('2026-04-23T12:00:00Z'));
    life.moveTo(at('2026-04-20T00:00:00Z'));
    // 3.5 days are left of what 100.00 bought 30 of; half as long on 200.00, of a month of 30 days.
    life.request(toBe(digital));
    expect(endOf(life)).toBe(at('2026-04-21T18:00:00Z'));
  });

  test('old and new price swapped would carry the double, not the half', () => {
    const life = lifeOn16April();
    life.request(toBe(digital));
    expect(endOf(life)).toBe(at('2026-04-23T12:00:00Z'));
  });

  test('free to paid to free to paid within a day gives nothing away', () => {
    const life = lifeOn16April({}, free);
    life.request(toBe(basic));
    expect(endOf(life)).toBe(at('2026-05-16T00:00:00Z'));
    life.moveTo(at('2026-04-16T08:00:00Z'));
    life.request(toBe(free));
    expect(life.living()).toMatchObject({
      packageCode: basic.code,
      pendingChange: { kind: 'downgrade' },
    });
    life.moveTo(at('2026-04-16T16:00:00Z'));
    expect(life.request(toBe(basic))).toEqual({ refused: ['same_package'] });
    expect(endOf(life)).toBe(at('2026-05-16T00:00:00Z'));
  });

  test('time paid for well ahead is carried whole: three periods of 100.00 are more than one of 200.00', () => {
    const life = lifeOn16April({ validTo: at('2026-07-01T00:00:00Z') });
    life.request(toBe(digital));
    // 76 days are left of the 91 that 300.00 bought; 200.00 buys 30 of the new ones.
    const carriedMs = Math.floor((76 * 86_400_000 * 30_000 * 30) / (91 * 20_000));
    expect(endOf(life)).toBe(at('2026-04-16T00:00:00Z') + carriedMs);
  });

  test('an upgrade before the period begins carries no more than was bought', () => {
    const life = lifeOn16April({
      validFrom: at('2026-05-01T00:00:00Z'),
      validTo: at('2026-06-01T00:00:00Z'),
    });
    life.request(toBe(digital));
    // All of the 100.00 is left, and no more: half of the 30 days that 200.00 buys.
    expect(endOf(life)).toBe(at('2026-05-01T00:00:00Z'));
  });
});

describe('time, where others failed (docs/spec/change-rules.md §8)', () => {
  test('day 31 does not overflow into the next month, and periods meet after February', () => {
    const life = lifeOn16April({
      validFrom: at('2026-01-31T00:00:00Z'),
      validTo: at('2026-02-28T00:00:00Z'),
    });
    life.moveTo(at('2026-06-01T00:00:00Z'));
    const ends = life.events.map((it) => [it.before?.userProduct.validTo ?? null, it.occurredAt]);
    for (const [end, occurred] of ends.slice(1)) expect(occurred).toBe(end);
    expect(endOf(life)).toBe(at('2026-06-30T00:00:00Z'));
  });

  test('a period that ends between two local days is ended once, at one instant', () => {
    const end = at('2026-04-30T22:00:00Z');
    const draft = draftOf(buildUserProduct(basic, { validTo: end }));
    const now = at('2026-04-16T00:00:00Z');
    const life = beginLife({ draft, catalogue: ladderCatalogue(), now });
    life.moveTo(at('2026-04-30T21:59:59.999Z'));
    expect(typesOf(life)).toEqual(['user_product_created']);
    for (const moment of ['2026-04-30T22:00:00Z', '2026-04-30T23:00:00Z', '2026-05-01T20:00:00Z']) {
      life.moveTo(at(moment));
    }
    expect(typesOf(life)).toEqual(['user_product_created', 'user_product_renewed']);
  });

  test('a year of days has 365 renewals, whatever DST does', () => {
    const daily = {
      ...basic,
      periods: [buildPeriod({ number: 301, interval: { unit: 'day', length: 1 } })],
    };
    const draft = draftOf(
      buildUserProduct(daily, {
        validFrom: at('2026-01-01T02:30:00+01:00'),
        validTo: at('2026-01-02T02:30:00+01:00'),
      }),
    );
    const now = at('2026-01-01T02:30:00+01:00');
    const life = beginLife({ draft, catalogue: ladderCatalogue(undefined, [daily]), now });
    life.moveTo(at('2027-01-01T02:30:00+01:00'));
    expect(typesOf(life).filter((it) => it === 'user_product_renewed')).toHaveLength(365);
    expect(endOf(life)).toBe(at('2027-01-02T02:30:00+01:00'));
  });

  test('a change at the period’s end moves no value', () => {
    const life = lifeOn16April();
    life.request(toBe(lite));
    expect(life.changeRows).toMatchObject([
      { change: { amounts: { valueLeft: money(0), valueCarried: money(0) } } },
    ]);
  });
});

describe('what waits, where others failed (docs/spec/change-rules.md §8)', () => {
  test('price and rank of the target edited while a change waits have no influence', () => {
    const life = lifeOn16April();
    life.request(toBe(lite));
    const periods = [buildPeriod({ number: 201, price: money(99_900) })];
    life.replaceCatalogue(ladderCatalogue(utc, [{ ...lite, rank: 999, periods }]));
    life.moveTo(at('2026-05-01T00:00:00Z'));
    expect(life.living()).toMatchObject({
      packageCode: lite.code,
      createdFrom: 'downgrade',
      soldPeriod: { price: money(5_000) },
    });
  });

  test('a target archived before the boundary fails the change, and the subscription goes on', () => {
    const life = lifeOn16April();
    life.request(toBe(lite));
    life.replaceCatalogue(ladderCatalogue(utc, [{ ...lite, archived: true }]));
    life.moveTo(at('2026-05-01T00:00:00Z'));
    expect(typesOf(life).slice(-2)).toEqual(['package_change_failed', 'user_product_renewed']);
    expect(life.living()).toMatchObject({ id: productId, packageCode: basic.code });
  });

  test('downgrade, upgrade, downgrade, then a cancellation: one ending, nothing left waiting', () => {
    const life = lifeOn16April();
    life.request(toBe(lite));
    life.request(toBe(digital));
    life.request(toBe(lite));
    life.edit({ state: 'cancelled' });
    life.moveTo(at('2026-06-01T00:00:00Z'));
    expect(typesOf(life)).toEqual([
      'user_product_created',
      'package_downgrade',
      'package_change_cancelled',
      'package_upgrade',
      'package_downgrade',
      'package_change_cancelled',
      'user_product_deactivated',
    ]);
    expect(life.living()).toMatchObject({ state: 'deactivated', packageCode: digital.code });
  });

  test('a cancelled subscription is not upgraded', () => {
    const life = lifeOn16April({ state: 'cancelled' });
    expect(life.request(toBe(digital))).toEqual({ refused: ['user_product_not_active'] });
  });

  test('an open-ended period has no end that a change could wait for', () => {
    const life = lifeOn16April({ validTo: null });
    const refused = { refused: ['subscription_type_not_supported'] };
    expect(life.request(toBe(lite))).toEqual(refused);
    expect(life.request(toBe(lite, 'explicit'))).toEqual(refused);
  });

  test.each([
    // The half millisecond that was left is floored away, so the upgrade is renewed at once.
    [
      'a millisecond before',
      '2026-04-30T23:59:59.999Z',
      ['package_change_cancelled', 'package_upgrade', 'user_product_renewed'],
    ],
    ['at', '2026-05-01T00:00:00Z', ['package_downgrade_completed', 'package_upgrade']],
    [
      'a millisecond after',
      '2026-05-01T00:00:00.001Z',
      ['package_downgrade_completed', 'package_upgrade'],
    ],
  ])('an upgrade %s the boundary meets one state of the subscription', (...[, moment, told]) => {
    const life = lifeOn16April();
    life.request(toBe(lite));
    life.moveTo(at(moment));
    expect(life.request(toBe(digital))).toMatchObject({ repeated: false });
    life.moveTo(at('2026-05-01T00:00:00.002Z'));
    expect(typesOf(life).slice(2)).toEqual(told);
    expect([...life.rows.values()].filter((it) => it.state === 'activated')).toHaveLength(1);
  });
});
