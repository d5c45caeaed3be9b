import { describe, expect, test } from '@jest/globals';
import { fileDraft, ids } from './import-file-text.js';
import { faultsOf, parsed } from './parsed-document.js';

describe('The prices of a document', () => {
  test.each([
    ['SEK', '10000000000.00', null],
    ['SEK', '10000000000.01', '10000000000.00'],
    ['SEK', '9007199254740993.00', '10000000000.00'],
    ['JPY', '1000000000001', '1000000000000'],
    ['KWD', '1000000000.001', '1000000000.000'],
  ])('of %s %s is at most %s', (currency, price, most) => {
    const problem = `must be at most ${String(most)}`;
    const snapshot = {
      ...{ payment_method: 'invoice', iteration_type: 'month', iteration_length: 1 },
      ...{ price, currency },
    };
    const draft = fileDraft
      .with('packages.0.periods.0.currency', currency)
      .with('packages.0.periods.0.price', price)
      .with('user_products.0.period_snapshot', snapshot);
    expect(faultsOf(draft.text())).toEqual(
      most === null
        ? []
        : [
            `packages[0].periods[0].price: ${problem}`,
            `user_products[0].period_snapshot.price: ${problem}`,
          ],
    );
  });

  test('may be in any currency; those that name none are in the organisation’s', () => {
    const snapshot = { payment_method: 'invoice', iteration_type: 'month', iteration_length: 1 };
    const pending = { kind: 'downgrade', package_code: 'offer', period_id: ids.campaignPeriod };
    const draft = fileDraft
      .with('organisation.currency', 'KWD')
      .with('packages.0.periods.0.currency', 'EUR')
      .without('packages.1.periods.0.currency')
      .with('user_products.0.period_snapshot', { ...snapshot, price: '1.5', currency: null })
      .with('user_products.0.pending_change', {
        ...pending,
        period_snapshot: { ...snapshot, price: '0.125' },
      });
    const read = parsed(draft.text());
    expect(read.packages.map((it) => it.package.periods[0]?.price)).toEqual([
      { amountMinor: 10_000, currency: 'EUR' },
      { amountMinor: 50_000, currency: 'KWD' },
    ]);
    expect(read.userProducts[0]).toMatchObject({
      periodSnapshot: { price: { amountMinor: 1_500, currency: 'KWD' } },
      pendingChange: { periodSnapshot: { price: { amountMinor: 125, currency: 'KWD' } } },
    });
  });
});
