import { describe, expect, test } from '@jest/globals';
import { paidFor, paidUntil, type Paid } from '../../../../src/domain/user-product/paid.js';
import {
  isShowable,
  shownValue,
  valueLeftOf,
  worthOf,
} from '../../../../src/domain/user-product/value-left.js';
import { at } from '../../../support/domain/at.js';
import { money } from '../../../support/domain/build-package.js';

const april = paidFor({
  amount: money(10_000),
  from: at('2026-04-01T00:00:00Z'),
  to: at('2026-05-01T00:00:00Z'),
});
const leftOn = (now: string, edits: Partial<Paid> = {}) =>
  shownValue(valueLeftOf({ ...april, ...edits }, at(now)), april.amount);

describe('the value left of 100.00 for April', () => {
  test.each([
    ['2026-04-01T00:00:00Z', 10_000, 'at its start all of it'],
    ['2026-04-16T00:00:00Z', 5_000, 'half way half of it'],
    ['2026-05-01T00:00:00Z', 0, 'at its end nothing'],
    ['2026-06-01T00:00:00Z', 0, 'later nothing'],
    ['2026-01-01T00:00:00Z', 10_000, 'before it begins what it cost, no more'],
  ])('on %s is %i: %s', (now, minor) => {
    expect(leftOn(now)).toEqual(money(minor));
  });

  test('is 35.71 of 11 February to 11 March on 1 March', () => {
    const from = at('2026-02-11T00:00:00Z');
    const paid = paidFor({ amount: money(10_000), from, to: at('2026-03-11T00:00:00Z') });
    const left = valueLeftOf(paid, at('2026-03-01T00:00:00Z'));
    expect(shownValue(left, paid.amount)).toEqual(money(3_571));
    expect(left.parts * 28n).toBe(10n * 10_000n * left.whole);
  });

  test('follows its end at the same rate, and is nothing where that lies before its start', () => {
    const until = (to: string) => paidUntil(april, at(to));
    expect(leftOn('2026-04-16T00:00:00Z', until('2026-05-16T00:00:00Z'))).toEqual(money(10_000));
    expect(leftOn('2026-04-16T00:00:00Z', until('2026-04-19T00:00:00Z'))).toEqual(money(1_000));
    expect(leftOn('2026-03-01T00:00:00Z', until('2026-03-16T00:00:00Z'))).toEqual(money(0));
  });

  test('is shown as the largest amount where it is beyond all amounts', () => {
    const left = { parts: BigInt(Number.MAX_SAFE_INTEGER) + 1n, whole: 1n };
    expect(isShowable(left)).toBe(false);
    expect(shownValue(left, april.amount)).toEqual(money(Number.MAX_SAFE_INTEGER));
    expect(isShowable({ ...left, whole: 2n })).toBe(true);
  });

  test('of the whole stretch is its worth at the rate, credited or not', () => {
    const part = { ...paidUntil(april, at('2026-04-16T00:00:00Z')), creditedMinor: 1_000 };
    expect(shownValue(worthOf(part), april.amount)).toEqual(money(5_000));
  });

  test('is less what was credited, and never below nothing', () => {
    expect(leftOn('2026-04-16T00:00:00Z', { creditedMinor: 1_500 })).toEqual(money(3_500));
    expect(leftOn('2026-04-16T00:00:00Z', { creditedMinor: 6_000 })).toEqual(money(0));
  });
});
