import { describe, expect, test } from '@jest/globals';
import { withDefaultCurrency } from '../../../src/cli/import-file/default-currency.js';

describe('The currency of an organisation', () => {
  test('is that of each price that names none, wherever one has its place', () => {
    const content = {
      packages: [{ periods: [{ price: '1' }, { price: '1', currency: 'EUR' }] }],
      user_products: [
        {
          period_snapshot: { currency: null },
          pending_change: { period_snapshot: { price: '2' } },
        },
      ],
    };
    expect(withDefaultCurrency(content, 'SEK')).toEqual({
      packages: [
        {
          periods: [
            { price: '1', currency: 'SEK' },
            { price: '1', currency: 'EUR' },
          ],
        },
      ],
      user_products: [
        {
          period_snapshot: { currency: 'SEK' },
          pending_change: { period_snapshot: { price: '2', currency: 'SEK' } },
        },
      ],
    });
  });

  test('is that of a line’s prices too', () => {
    expect(withDefaultCurrency({ row: 'package', periods: [{}] }, 'SEK')).toEqual({
      row: 'package',
      periods: [{ currency: 'SEK' }],
    });
  });

  test.each([null, 'text', [1], { packages: 1, user_products: [null, 1] }, { periods: [null] }])(
    'leaves to the schema what is no such content: %j',
    (content) => {
      expect(withDefaultCurrency(structuredClone(content), 'SEK')).toEqual(content);
    },
  );
});
