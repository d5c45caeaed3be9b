// A data file of so many subscribers on `basic` (100.00), half way through their month, and `digital` (200.00) to go to.
// With `tiers` so many packages of three plans each, all in one product group; those from `billedFrom` on have documents.
import { writeFileSync } from 'node:fs';

const id = (kind, index) => `${kind}${index.toString(16).padStart(24 - kind.length, '0')}`;
export const accountId = (index) => id('b0', index);
export const userProductId = (index) => id('c0', index);
export const periodId = id('d0', 2);
export const organisationId = id('a0', 1);
export const tierId = (index) => id('ab', index);

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

/** What a package of a group has besides: a plan for a quarter, and one by the unit for a year. */
const morePeriods = (index, price) => [
  { ...period(index, price), id: id('d1', index), iteration_length: 3 },
  {
    ...period(index, price),
    id: id('d2', index),
    iteration_length: 12,
    charge_model: 'per_unit',
    max_quantity: 50,
  },
];

const pack = (index, tiers) => {
  const code = ['basic', 'digital'][index - 1] ?? `pack-${index}`;
  const price = `${index}00.00`;
  return {
    id: id('e0', index),
    code,
    kind: 'package',
    name: code,
    title_code: 'bench',
    rank: index,
    periods: [period(index, price), ...(tiers > 0 ? morePeriods(index, price) : [])],
  };
};

const group = (packages) => ({
  id: id('f0', 1),
  name: 'Bench',
  tiers: packages.map(({ code, periods }, index) => ({
    id: tierId(index + 1),
    package_code: code,
    period_ids: periods.map((it) => it.id),
    position: index + 1,
    change_timing: 'immediately',
    credit_type: 'pro_rata',
  })),
});

const upTo = (count) => Array.from({ length: count }, (_, index) => index + 1);

export function writeSubscribers(file, count, options = {}) {
  const { validFrom = '-15D', validTo = '+15D', tiers = 0, billedFrom = Infinity } = options;
  const paid = { amount: '100.00', from: validFrom, to: validTo, invoice_number: 'F-1' };
  const packages = upTo(Math.max(2, tiers)).map((index) => pack(index, tiers));
  const indexes = upTo(count);
  const document = {
    organisation: {
      id: organisationId,
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
        scopes: ['/external/subscription_system/w', 'subscription:read', 'subscription:write'],
        provision_service: 'tulo',
      },
    ],
    packages,
    ...(tiers > 0 ? { product_groups: [group(packages)] } : {}),
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
      ...(tiers > 0 ? { tier_id: tierId(1) } : {}),
      ...(index < billedFrom ? {} : { billing: { documents: true, paid } }),
    })),
  };
  writeFileSync(file, JSON.stringify(document));
}
