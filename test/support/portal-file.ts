import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const id = (last: string): string => `56e1741a6fc9365306${last.padStart(6, '0')}`;
const ownId = (index: number, last: number): string =>
  `a6e1741a6fc9365306${index.toString(16).padStart(4, '0')}${last.toString(16).padStart(2, '0')}`;

/** The demo's ids that pages are asked for by. */
export const demo = {
  organisation: id('000'),
  /** One subscription in each state. */
  statesAccount: id('030'),
  premiumMonthly: id('017'),
  basicMonthly: id('011'),
  digitalMonthly: id('003'),
  proMonthly: id('121'),
} as const;

/** A month that is far ahead of any clock, so that the pages of a test always name the same days. */
const may = {
  valid_from: '2040-04-30T22:00:00.000Z',
  valid_to: '2040-05-31T22:00:00.000Z',
} as const;
export const middleOfMay = '2040-05-16T12:00:00+02:00';

/** An account with what it has: on Basic, on Digital, and on Starter of the product group. */
export type Customer = {
  readonly account: string;
  readonly basic: string;
  readonly digital: string;
  readonly starter: string;
};

const customerAt = (index: number): Customer => ({
  account: ownId(index, 1),
  basic: ownId(index, 2),
  digital: ownId(index, 3),
  starter: ownId(index, 4),
});

type Row = Readonly<Record<string, unknown>>;
type Part = { readonly accounts: readonly Row[]; readonly user_products: readonly Row[] };
type DemoFile = { readonly organisations: readonly Part[] };

const days: Readonly<Record<string, string>> = {
  '-15D': may.valid_from,
  '+15D': may.valid_to,
  '-45D': '2040-03-31T22:00:00.000Z',
  '-2D': '2040-05-14T10:00:00.000Z',
  '-3D': '2040-05-13T10:00:00.000Z',
};

/** The demo data in May 2040, with so many customers beside its own. */
export async function writePortalFile(
  folder: string,
  count: number,
): Promise<{ readonly file: string; readonly customers: readonly Customer[] }> {
  const text = await readFile('config/demo.json', 'utf8');
  const dated = JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'string' ? (days[value] ?? value) : value,
  ) as DemoFile;
  const customers = Array.from({ length: count }, (_, index) => customerAt(index));
  const [own, ...others] = dated.organisations;
  if (own === undefined) throw new Error('the demo has an organisation');
  const accounts = customers.map((it) => ({ id: it.account }));
  const rows = customers.flatMap(rowsOf);
  const organisations = [
    {
      ...own,
      accounts: own.accounts.concat(accounts),
      user_products: own.user_products.concat(rows),
    },
    ...others,
  ];
  const file = path.join(folder, 'portal.json');
  await writeFile(file, JSON.stringify({ organisations }));
  return { file, customers };
}

function rowsOf({ account, basic, digital, starter }: Customer): readonly Row[] {
  const shared = {
    ...{ account_id: account, subscription_type: 'recurring', state: 'activated' },
    ...{ provision_service: 'tulo', ...may, anchor: null },
  };
  const paid = { amount: '10.00', from: may.valid_from, to: may.valid_to, invoice_number: 'F-1' };
  return [
    { id: basic, package_code: 'adeprimo_basic', period_id: id('011'), ...shared },
    { id: digital, package_code: 'adeprimo_digital', period_id: id('003'), ...shared },
    {
      ...{ id: starter, package_code: 'starter', period_id: id('111'), tier_id: id('151') },
      ...shared,
      billing: { documents: true, paid },
    },
  ];
}
