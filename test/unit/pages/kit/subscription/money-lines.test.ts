import { describe, expect, test } from '@jest/globals';
import { writtenIn } from '../../../../../src/pages/kit/written.js';
import { dueNowOf, moneyLines } from '../../../../../src/pages/kit/subscription/money-lines.js';
import { at, stockholm } from '../../../../support/domain/at.js';
import { eur, money } from '../../../../support/domain/build-package.js';

const written = writtenIn('en', stockholm);
const euros = (amountMinor: number) => money(amountMinor, eur);
const settledAt = (credit: number, used: number, charge: number) => ({
  credit: euros(credit),
  used: euros(used),
  charge: euros(charge),
});
const change = {
  effectiveAt: at('2026-04-16T00:00:00+02:00'),
  validTo: at('2026-05-16T00:00:00+02:00'),
  isAtOnce: true,
  amounts: { valueLeft: euros(0), valueCarried: euros(0), nextRenewal: null, settlement: null },
};
const settled = (...parts: Parameters<typeof settledAt>) =>
  moneyLines(
    { ...change, amounts: { ...change.amounts, settlement: settledAt(...parts) } },
    'Pro',
    written,
  );

describe('What a change costs now', () => {
  test('is the charge without the credit: 30.00 − 5.00 = 25.00', () => {
    expect(settled(500, 0, 3_000)).toEqual({
      now: 'You pay €25.00 now.',
      arithmetic: '€30.00 for the new period − €5.00 credited.',
    });
  });

  test('is with what the old period still owes: 2.00 + 30.00 − 5.00 = 27.00', () => {
    expect(settled(500, 200, 3_000)).toEqual({
      now: 'You pay €27.00 now.',
      arithmetic: '€30.00 for the new period + €2.00 used of the old one − €5.00 credited.',
    });
    expect(dueNowOf(settledAt(500, 200, 3_000))).toEqual(euros(2_700));
  });

  test('is the charge alone, with nothing to reckon', () => {
    expect(settled(0, 0, 3_000)).toEqual({ now: 'You pay €30.00 now.', arithmetic: null });
  });

  test('below nothing is a credit in words, never a minus: 10.00 − 25.00', () => {
    expect(settled(2_500, 0, 1_000).now).toBe('€15.00 is credited to you.');
  });

  test('is nothing where both are the same', () => {
    expect(settled(1_000, 0, 1_000).now).toBe('Nothing is paid or credited now.');
  });

  test('is nothing where it waits, whatever its amounts', () => {
    const amounts = { ...change.amounts, settlement: settledAt(0, 0, 3_000) };
    expect(moneyLines({ ...change, amounts, isAtOnce: false }, 'Pro', written)).toEqual({
      now: 'Nothing is paid or credited now.',
      arithmetic: null,
    });
  });

  test('is carried over as time where nothing is settled', () => {
    const amounts = { ...change.amounts, valueLeft: euros(5_000), valueCarried: euros(5_000) };
    expect(moneyLines({ ...change, amounts }, 'Pro', written)).toEqual({
      now: '€50.00 left is carried over as time: Pro until 16 May 2026.',
      arithmetic: null,
    });
    expect(moneyLines(change, 'Pro', written).now).toBe('Nothing is paid or credited now.');
  });
});
