import { writeFile } from 'node:fs/promises';
import path from 'node:path';

const id = (kind: string, index: number): string =>
  `${kind}${index.toString(16).padStart(24 - kind.length, '0')}`;

export const organisationId = id('a0', 1);
export const accountId = (index: number): string => id('b0', index);
export const userProductId = (index: number): string => id('c0', index);
/** Recurring by the month: rank 5, 10, 20 and 30 at 50, 100, 200 and 300. */
export const packages = ['lite', 'basic', 'digital', 'premium'] as const;
export const periodId = (code: (typeof packages)[number]): string =>
  id('d0', packages.indexOf(code) + 1);

const ranks = [5, 10, 20, 30];

/**
 * A data file (docs/spec/operations.md §4) with one client and so many subscribers on `basic`, half way through a
 * month.
 */
export async function writeSubscribersFile(folder: string, count: number): Promise<string> {
  const indexes = Array.from({ length: count }, (_, index) => index + 1);
  const document = {
    organisation: {
      id: organisationId,
      name: 'Test',
      time_zone: 'Europe/Stockholm',
      currency: 'SEK',
      live: true,
      proration_grain: 'day',
    },
    clients: [
      {
        id: 'tester',
        secret: 'tester-secret',
        scopes: ['/external/subscription_system/w', '/external/userproduct/w'],
        provision_service: 'tulo',
      },
    ],
    packages: packages.map((code, index) => ({
      id: id('e0', index + 1),
      code,
      kind: 'package',
      name: code,
      title_code: 'test',
      rank: ranks[index],
      periods: [
        {
          id: periodId(code),
          type: 'recurring',
          payment_method: 'invoice',
          enabled: true,
          iteration_type: 'month',
          iteration_length: 1,
          price: `${String((ranks[index] ?? 0) * 10)}.00`,
          currency: 'SEK',
        },
      ],
    })),
    accounts: indexes.map((index) => ({ id: accountId(index) })),
    user_products: indexes.map((index) => ({
      id: userProductId(index),
      account_id: accountId(index),
      package_code: 'basic',
      period_id: periodId('basic'),
      subscription_type: 'recurring',
      state: 'activated',
      provision_service: 'tulo',
      valid_from: '-15D',
      valid_to: '+15D',
    })),
  };
  const file = path.join(folder, 'subscribers.json');
  await writeFile(file, JSON.stringify(document));
  return file;
}
