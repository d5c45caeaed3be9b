// A data file of so many subscribers on `basic` (100.00), half way through their month, and `digital` (200.00) to go to.
import { writeFileSync } from 'node:fs';

const id = (kind, index) => `${kind}${index.toString(16).padStart(24 - kind.length, '0')}`;
export const accountId = (index) => id('b0', index);
export const userProductId = (index) => id('c0', index);
export const periodId = id('d0', 2);

export function writeSubscribers(file, count, { validFrom = '-15D', validTo = '+15D' } = {}) {
  const period = (index, price) => ({
    id: id('d0', index),
    type: 'recurring',
    payment_method: 'invoice',
    enabled: true,
    iteration_type: 'month',
    iteration_length: 1,
    price,
    currency: 'SEK',
  });
  const pack = (index, code, rank, price) => ({
    id: id('e0', index),
    code,
    kind: 'package',
    name: code,
    title_code: 'bench',
    rank,
    periods: [period(index, price)],
  });
  const indexes = Array.from({ length: count }, (_, index) => index + 1);
  const document = {
    organisation: {
      id: id('a0', 1),
      name: 'Bench',
      time_zone: 'Europe/Stockholm',
      currency: 'SEK',
      live: true,
      proration_grain: 'day',
    },
    clients: [
      {
        id: 'bench',
        secret: 'bench-secret',
        scopes: ['/external/subscription_system/w'],
        provision_service: 'tulo',
      },
    ],
    packages: [pack(1, 'basic', 10, '100.00'), pack(2, 'digital', 20, '200.00')],
    accounts: indexes.map((index) => ({ id: accountId(index) })),
    user_products: indexes.map((index) => ({
      id: userProductId(index),
      account_id: accountId(index),
      package_code: 'basic',
      period_id: id('d0', 1),
      subscription_type: 'recurring',
      state: 'activated',
      provision_service: 'tulo',
      valid_from: validFrom,
      valid_to: validTo,
    })),
  };
  writeFileSync(file, JSON.stringify(document));
}
