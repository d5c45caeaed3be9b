import { writeFile } from 'node:fs/promises';
import path from 'node:path';

/** 24 hex characters: of that organisation, that sort, that number. */
const id = (organisation: number, sort: string, index: number): string =>
  `${String(organisation)}${sort}${index.toString(16).padStart(21, '0')}`;

export const itemId = (organisation: number, index: number) => id(organisation, 'c0', index);
export const tierId = (organisation: number, position: number) => id(organisation, 'f0', position);
export const organisationIdOf = (organisation: number) => id(organisation, 'a0', 1);

const codes = ['starter', 'pro'] as const;

/**
 * A data file (docs/spec/operations.md §4) of organisations 1, 2 …, each with so many items of its own on Starter, half
 * way through a month that another system has invoiced, and with a client `tester-1`, `tester-2` … Pro is changed to at
 * once, and gives a share back.
 */
export async function writeGroupsDocument(
  folder: string,
  { organisations, items }: { readonly organisations: number; readonly items: number },
): Promise<string> {
  const numbered = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  const document = {
    organisations: numbered(organisations).map((it) => organisationWith(it, numbered(items))),
  };
  const file = path.join(folder, 'groups.json');
  await writeFile(file, JSON.stringify(document));
  return file;
}

function organisationWith(number: number, indexes: readonly number[]) {
  return {
    organisation: {
      ...{ id: organisationIdOf(number), name: 'SaaS', time_zone: 'Europe/Stockholm' },
      ...{ currency: 'EUR', live: true, proration_grain: 'day' },
    },
    clients: [
      {
        ...{ id: `tester-${String(number)}`, secret: 'tester-secret', provision_service: 'tulo' },
        scopes: ['subscription:read', 'subscription:write', 'invoice:read'],
      },
    ],
    packages: codes.map((code, index) => ({
      ...{ id: id(number, 'e0', index + 1), code, kind: 'package', name: code },
      periods: [
        {
          ...{ id: id(number, 'd0', index + 1), type: 'recurring', payment_method: 'invoice' },
          ...{ enabled: true, iteration_type: 'month', iteration_length: 1 },
          ...{ price: `${String(10 + 20 * index)}.00`, currency: 'EUR' },
        },
      ],
    })),
    product_groups: [
      {
        ...{ id: id(number, 'b1', 1), name: 'Packages', enabled: true },
        tiers: codes.map((code, index) => ({
          ...{ id: tierId(number, index + 1), package_code: code, position: index + 1 },
          ...{ period_ids: [id(number, 'd0', index + 1)] },
          ...{ change_timing: 'immediately', credit_type: 'pro_rata' },
        })),
      },
    ],
    accounts: indexes.map((index) => ({ id: id(number, 'b0', index) })),
    user_products: indexes.map((index) => ({
      ...{ id: itemId(number, index), account_id: id(number, 'b0', index) },
      ...{ package_code: 'starter', period_id: id(number, 'd0', 1), tier_id: tierId(number, 1) },
      ...{ subscription_type: 'recurring', state: 'activated', provision_service: 'tulo' },
      ...{ valid_from: '-15D', valid_to: '+15D' },
      billing: {
        documents: true,
        paid: { amount: '10.00', from: '-15D', to: '+15D', invoice_number: `F-${String(index)}` },
      },
    })),
  };
}
