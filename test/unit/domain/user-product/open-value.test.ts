import { describe, expect, test } from '@jest/globals';
import { invoicedAcross, openValueOf } from '../../../../src/domain/user-product/open-value.js';
import { paidFor } from '../../../../src/domain/user-product/paid.js';
import { at } from '../../../support/domain/at.js';
import { eur, money } from '../../../support/domain/build-package.js';

const dayMs = 86_400_000;
const [april, may] = [at('2027-04-01T00:00:00Z'), at('2027-05-01T00:00:00Z')];
const now = at('2027-04-16T00:00:00Z');
const paid = paidFor({ amount: money(1_000, eur), from: april, to: may });

describe('What a payment is worth, and what of it is open', () => {
  test('10.00 EUR for April, 4.00 credited, on 16 April: worth 10.00, open 6.00; on 1 May 0.00', () => {
    const credited = { ...paid, creditedMinor: 400 };
    const net = money(1_000, eur);
    expect(openValueOf(credited, now)).toEqual({ net, open: money(600, eur) });
    expect(openValueOf(credited, may)).toEqual({ net, open: money(0, eur) });
  });

  test.each([
    ['2027-03-31T23:59:59.999Z', 0],
    ['2027-04-01T00:00:00Z', 1_000],
    ['2027-04-30T23:59:59.999Z', 1_000],
    ['2027-05-01T00:00:00Z', 0],
  ])('is open within its stretch alone: at %s %i', (when, open) => {
    expect(openValueOf(paid, at(when)).open).toEqual(money(open, eur));
  });

  test('is of the stretch at its rate: 7.5 days of 200.00 for 30 days are 50.00', () => {
    const to = at('2027-04-23T12:00:00Z');
    const carried = paidFor({ amount: money(20_000), forMs: 30 * dayMs, from: now, to });
    expect(openValueOf(carried, now)).toEqual({ net: money(5_000), open: money(5_000) });
  });

  test('is rounded once, over the whole stretch: a third of 10.00 is 3.33', () => {
    const third = { ...paid, to: at('2027-04-11T00:00:00Z') };
    expect(openValueOf(third, april)).toEqual({ net: money(333, eur), open: money(333, eur) });
  });

  test('is never below 0, whatever was credited', () => {
    const credited = { ...paid, creditedMinor: 1_001 };
    expect(openValueOf(credited, now).open).toEqual(money(0, eur));
  });

  test('is nothing in arrears', () => {
    const arrears = { ...paid, amount: money(0, eur) };
    expect(openValueOf(arrears, now)).toEqual({ net: money(0, eur), open: money(0, eur) });
  });
});

describe('What an invoice has charged, wherever its stretch is moved', () => {
  const until = (to: string) => ({ from: april, to: at(to) });

  test('is 30.00 for April and for the 40 days to 11 May, and 30.00 again where that is moved back', () => {
    const charged = paidFor({ amount: money(3_000, eur), from: april, to: may });
    const longer = invoicedAcross(charged, until('2027-05-11T00:00:00Z'));
    expect(longer).toMatchObject({ amount: money(3_000, eur), forMs: 40 * dayMs });
    expect(openValueOf(longer, now)).toMatchObject({ open: money(3_000, eur) });
    const shorter = invoicedAcross(longer, until('2027-04-16T00:00:00Z'));
    expect(shorter).toMatchObject({ amount: money(3_000, eur), forMs: 15 * dayMs });
    expect(invoicedAcross(shorter, charged)).toEqual(charged);
  });

  test('of a value that was carried over is what that is shown to be', () => {
    const to = at('2027-04-11T00:00:00Z');
    const carried = paidFor({ amount: money(1_000, eur), forMs: 30 * dayMs, from: april, to });
    expect(invoicedAcross({ ...carried, creditedMinor: 5 }, until('2027-05-01T00:00:00Z'))).toEqual(
      { ...carried, amount: money(333, eur), to: may, creditedMinor: 5 },
    );
  });

  test('is left alone where nothing is moved', () => {
    const carried = { ...paid, forMs: 7 * dayMs };
    expect(invoicedAcross(carried, paid)).toEqual(carried);
  });

  test('buys nothing where its end comes before its beginning', () => {
    const moved = invoicedAcross(paid, until('2027-03-01T00:00:00Z'));
    expect(openValueOf(moved, now)).toEqual({ net: money(0, eur), open: money(0, eur) });
  });
});
