import { describe, expect, test } from '@jest/globals';
import { fileDraft } from './import-file-text.js';
import { faultsOf, parsed } from './parsed-document.js';

describe('what a document says was paid for a subscription', () => {
  test('is read, as little as it says', () => {
    const from = '2026-11-01T00:00:00+01:00';
    const paid = { amount: '100.00', currency: 'SEK', from };
    const read = (value: object) =>
      parsed(fileDraft.with('user_products.0.paid', value).text()).userProducts[0]?.paid;
    expect(parsed(fileDraft.text()).userProducts[0]?.paid).toBeNull();
    expect(read(paid)).toEqual({
      amount: { amountMinor: 10_000, currency: 'SEK' },
      forMs: null,
      from: Date.parse(from),
      to: null,
      creditedMinor: 0,
      document: null,
    });
    expect(
      read({ ...paid, for_ms: 5, to: '+1M', credited: '12.50', document: 'F-1' }),
    ).toMatchObject({
      forMs: 5,
      to: { unit: 'month', amount: 1 },
      creditedMinor: 1_250,
      document: { number: 'F-1' },
    });
  });

  test.each([
    ['amount', '-1', 'must be a decimal number with at most 2 decimals, as a string'],
    ['amount', 100, 'must be a string'],
    ['amount', '10000000000.01', 'must be at most 10000000000.00'],
    ['credited', '0.001', 'must be a decimal number with at most 2 decimals, as a string'],
    ['credited', '100.01', 'must be at most amount'],
    ['currency', 'sek', 'must be a currency of ISO 4217, such as SEK'],
    ['for_ms', 0, 'must be at least 1'],
    ['for_ms', 0.5, 'must be a whole number'],
    [
      'from',
      'tomorrow',
      'must be an ISO 8601 date and time with an offset or Z, or relative: -10D, +1M',
    ],
    ['price', '1', 'is not a member known here'],
  ])('is told where it is wrong: %s %j', (member, value, problem) => {
    const paid = { amount: '100.00', currency: 'SEK', from: '2026-11-01T00:00:00+01:00' };
    const draft = fileDraft.with('user_products.0.paid', { ...paid, [member]: value });
    expect(faultsOf(draft.text())).toEqual([`user_products[0].paid.${member}: ${problem}`]);
  });
});
