import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../src/domain/catalogue/catalogue.js';
import type { Money } from '../../../src/domain/money/money.js';
import type { TimeZone } from '../../../src/domain/time/instant.js';
import type { ChangeAmounts } from '../../../src/domain/user-product/change.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { editUserProduct } from '../../../src/domain/user-product/edit-user-product.js';
import { at, stockholm, utc, zone } from '../../support/domain/at.js';
import { buildPackage, buildPeriod, money, sek } from '../../support/domain/build-package.js';
import { buildUserProduct } from '../../support/domain/build-user-product.js';
import { draftOf } from '../../support/domain/draft-of.js';
import { toBe } from '../../support/domain/ladder.js';
import { beginLife, type SubscriptionLife } from '../../support/domain/subscription-life.js';

/** 100.00 a month everywhere, each ranked above the one before, and a dearer limited period beside it. */
const rungs = [1, 2, 3, 4, 5, 6, 7].map((rank) =>
  buildPackage({
    number: rank * 100,
    rank,
    periods: [
      buildPeriod({ number: rank * 100 + 1 }),
      buildPeriod({ number: rank * 100 + 2, type: 'limited', price: money(50_000) }),
    ],
  }),
);
const [lowest, second, third] = rungs as [(typeof rungs)[0], (typeof rungs)[0], (typeof rungs)[0]];
const dear = { ...second, periods: [buildPeriod({ number: 201, price: money(20_000) })] };
const shopIn = (timeZone: TimeZone, packages = rungs) =>
  makeCatalogue({ timeZone, currency: sek, packages });

type Begin = {
  from: string;
  to: string;
  now: string;
  timeZone?: TimeZone;
  edits?: Partial<UserProduct>;
};

function lifeFrom({ from, to, now, timeZone = utc, edits = {} }: Begin): SubscriptionLife {
  const dates = { validFrom: at(from), validTo: at(to), ...edits };
  const draft = draftOf(buildUserProduct(lowest, dates, timeZone));
  return beginLife({ draft, catalogue: shopIn(timeZone), now: at(now) });
}

/** On 1 March, ten of the 28 days from 11 February to 11 March are left. */
const inFebruary = {
  from: '2026-02-11T00:00:00Z',
  to: '2026-03-11T00:00:00Z',
  now: '2026-03-01T00:00:00Z',
};

/** What the last change said was left, and carried. */
function amountsOf(life: SubscriptionLife): ChangeAmounts {
  const last = life.changeRows.at(-1);
  if (last?.write !== 'open' || last.change.amounts === null) throw new Error('no change was made');
  return last.change.amounts;
}

function leftAfter(life: SubscriptionLife, pack = second): Money {
  life.request(toBe(pack));
  return amountsOf(life).valueLeft;
}

describe('what was paid stays what was paid (docs/spec/change-rules.md §3, §7, §8)', () => {
  test('two upgrades at one instant within a stretch: 35.71 is left, then 35.71 again', () => {
    const life = lifeFrom(inFebruary);
    expect(leftAfter(life)).toEqual(money(3_571));
    expect(leftAfter(life, third)).toEqual(money(3_571));
  });

  test('six upgrades at one instant leave 35.71 each time, and end where one would, by under 6 ms', () => {
    const life = lifeFrom(inFebruary);
    const left = rungs.slice(1).map((pack) => leftAfter(life, pack));
    expect(left).toEqual(rungs.slice(1).map(() => money(3_571)));
    const once = lifeFrom(inFebruary);
    once.request(toBe(third));
    const lostMs = (once.living().validTo ?? 0) - (life.living().validTo ?? 0);
    expect(lostMs).toBeGreaterThanOrEqual(0);
    expect(lostMs).toBeLessThan(6);
  });

  test('half of 100.00 buys a quarter of 200.00, and at the same instant half of 100.00 again: 15 days', () => {
    const given = { from: '2026-04-01T00:00:00Z', to: '2026-05-01T00:00:00Z' };
    const life = lifeFrom({ ...given, now: '2026-04-16T00:00:00Z' });
    life.replaceCatalogue(shopIn(utc, [lowest, dear, third]));
    expect(leftAfter(life, dear)).toEqual(money(5_000));
    expect(life.living().validTo).toBe(at('2026-04-23T12:00:00Z'));
    expect(leftAfter(life, third)).toEqual(money(5_000));
    expect(life.living().validTo).toBe(at('2026-05-01T00:00:00Z'));
  });

  test.each([
    ['a month before it begins', '2026-05-01T00:00:00Z'],
    ['two months before it begins', '2026-04-01T00:00:00Z'],
    ['as it begins', '2026-06-01T00:00:00Z'],
  ])('an upgrade %s carries the 100.00 that were paid', (_, now) => {
    const life = lifeFrom({ from: '2026-06-01T00:00:00Z', to: '2026-07-01T00:00:00Z', now });
    expect(leftAfter(life)).toEqual(money(10_000));
    expect(leftAfter(life, third)).toEqual(money(10_000));
  });

  test.each([
    ['2026-01-31T00:00:00Z', 30_000],
    ['2026-02-28T00:00:00Z', 20_562],
    ['2026-03-31T00:00:00Z', 10_112],
  ])('three periods paid ahead are worth at most 300.00: on %s %i minor units', (now, minor) => {
    const life = lifeFrom({
      from: '2026-01-31T00:00:00Z',
      to: '2026-04-30T00:00:00Z',
      now: '2026-01-31T00:00:00Z',
    });
    life.moveTo(at(now));
    expect(leftAfter(life)).toEqual(money(minor));
  });

  test('another zone, another type and other prices in the catalogue leave it alone', () => {
    const life = lifeFrom({ ...inFebruary, timeZone: stockholm });
    life.replaceCatalogue(shopIn(zone('Pacific/Kiritimati')));
    life.write((order) => editUserProduct(order, { subscriptionType: 'limited' }));
    expect(life.living()).toMatchObject({
      soldPeriod: { price: money(50_000) },
      paid: { amount: money(10_000) },
    });
    const limited = second.periods.slice(1).map((it) => ({ ...it, price: money(70_000) }));
    const pack = { ...second, periods: limited };
    life.replaceCatalogue(shopIn(stockholm, [lowest, pack]));
    expect(leftAfter(life, pack)).toEqual(money(3_571));
  });

  test('days that an edit of valid_to adds are worth what those before them were', () => {
    const life = lifeFrom(inFebruary);
    life.write((order) => editUserProduct(order, { validTo: at('2026-03-21T00:00:00Z') }));
    expect(leftAfter(life)).toEqual(money(7_143));
    life.write((order) => editUserProduct(order, { validTo: at('2026-03-02T00:00:00Z') }));
    // One day, of the 31 from 1 March on that 100.00 buys by now.
    expect(leftAfter(life, third)).toEqual(money(323));
  });

  test('postponed or brought forward before it begins, 100.00 are worth no more than its new days', () => {
    const given = { from: '2026-05-01T00:00:00Z', to: '2026-06-01T00:00:00Z' };
    const moved = (validFrom: string, validTo: string): Money => {
      const life = lifeFrom({ ...given, now: '2026-03-16T00:00:00Z' });
      const dates = { validFrom: at(validFrom), validTo: at(validTo) };
      life.write((order) => editUserProduct(order, dates));
      return leftAfter(life);
    };
    expect(moved('2026-06-01T00:00:00Z', '2026-07-02T00:00:00Z')).toEqual(money(10_000));
    expect(moved('2026-06-01T00:00:00Z', '2026-07-01T00:00:00Z')).toEqual(money(9_677));
    expect(moved('2026-03-20T00:00:00Z', '2026-04-20T00:00:00Z')).toEqual(money(10_000));
    expect(moved('2026-04-01T00:00:00Z', given.to)).toEqual(money(10_000));
  });

  test('what was renewed at once has paid its whole new period, and it is told in two steps', () => {
    const life = lifeFrom({ ...inFebruary, edits: { validTo: at('2026-03-11T00:00:00Z') } });
    life.edit({ paid: { ...life.living().paid, amount: money(0) } });
    life.request(toBe(second));
    const now = at(inFebruary.now);
    const paid = { amount: money(10_000), from: now, to: at('2026-04-01T00:00:00Z') };
    expect(life.living()).toMatchObject({ paid });
    const [upgraded, renewed] = life.events.slice(-2);
    expect(upgraded?.after?.userProduct.paid).toMatchObject({ from: now, to: now });
    expect(renewed?.after?.userProduct.paid).toMatchObject(paid);
  });

  test('a renewal, and a change at the boundary, sell a period anew', () => {
    const life = lifeFrom(inFebruary);
    life.moveTo(at('2026-03-11T00:00:00Z'));
    const april = { amount: money(10_000), forMs: 31 * 86_400_000, to: at('2026-04-11T00:00:00Z') };
    expect(life.living().paid).toMatchObject({ ...april, from: at('2026-03-11T00:00:00Z') });
    life.request(toBe(dear, 'explicit'));
    life.moveTo(at('2026-04-11T00:00:00Z'));
    expect(life.living().paid).toMatchObject({
      amount: money(20_000),
      forMs: 30 * 86_400_000,
      from: at('2026-04-11T00:00:00Z'),
      to: at('2026-05-11T00:00:00Z'),
    });
  });

  test('what was paid in another currency than the target’s does not become time', () => {
    const life = lifeFrom(inFebruary);
    const { paid } = life.living();
    life.edit({ paid: { ...paid, amount: money(10_000, 'EUR' as typeof sek) } });
    expect(life.request(toBe(second))).toEqual({ refused: ['currency_mismatch'] });
  });
});
