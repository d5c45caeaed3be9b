// Packages Starter, Pro and Seats, each on a tier of one group, and an account, in the rows of a data file.

/** Ids of it end in three digits. */
export const id = (number: number) => `56e1741a6fc9365306000${String(number)}`;
const month = {
  ...{ type: 'recurring', payment_method: 'invoice', enabled: true },
  ...{ iteration_type: 'month', iteration_length: 1, currency: 'EUR' },
};
const pack = (number: number, code: string, period: object) => ({
  ...{ row: 'package', id: id(number), code, kind: 'package', name: code },
  periods: [{ ...month, id: id(number + 10), ...period }],
});
const tier = (number: number, code: string, edits: object) => ({
  ...{ id: id(number), package_code: code, period_ids: [id(number - 40)] },
  ...{ position: number, ...edits },
});
export const march = {
  valid_from: '2026-02-28T23:00:00.000Z',
  valid_to: '2026-03-31T22:00:00.000Z',
};
export const item = (number: number, code: string, edits: object) => ({
  ...{ row: 'user_product', id: id(number), account_id: id(500), package_code: code },
  ...{ subscription_type: 'recurring', state: 'activated', provision_service: 'tulo' },
  ...march,
  ...edits,
});
export const organisation = {
  ...{ row: 'organisation', id: id(100), name: 'SaaS', time_zone: 'Europe/Stockholm' },
  ...{ currency: 'EUR', live: false },
};
export const packages = [
  pack(101, 'starter', { price: '10.00' }),
  pack(102, 'pro', { price: '30.00', payment_method: 'card', name: 'Pro by the month' }),
  pack(103, 'seats', { price: '4.00', charge_model: 'per_unit', max_quantity: 50 }),
];
export const group = {
  ...{ row: 'product_group', id: id(150), name: 'SaaS Packages' },
  created_at: '2026-01-01T00:00:00.000Z',
  tiers: [
    tier(151, 'starter', { label: 'Start' }),
    tier(152, 'pro', { change_timing: 'immediately', credit_type: 'pro_rata' }),
    tier(153, 'seats', { upgradeable: false }),
  ],
};
export const account = { row: 'account', id: id(500) };
