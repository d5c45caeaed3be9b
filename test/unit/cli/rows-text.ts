import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileDraft } from './import-file-text.js';

type Row = Readonly<Record<string, unknown>>;

const member = (place: string): Row => fileDraft.at(place) as Row;

/** A line of NDJSON for each row of the usual data file. */
export const rows = {
  organisation: { row: 'organisation', ...member('organisation') },
  client: { row: 'client', ...member('clients.0') },
  package: { row: 'package', ...member('packages.0') },
  campaign: { row: 'package', ...member('packages.1') },
  account: { row: 'account', ...member('accounts.0') },
  userProduct: { row: 'user_product', ...member('user_products.0') },
} as const satisfies Record<string, Row>;

export const everyRow: readonly Row[] = Object.values(rows);

export const linesOf = (all: readonly Row[]): string =>
  all.map((it) => `${JSON.stringify(it)}\n`).join('');

/** So many accounts with a user product each, all accounts first; `number` from 1. */
export function subscribers(count: number): readonly Row[] {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const id = (sort: string, number: number) => `${sort}${String(number).padStart(22, '0')}`;
  return [
    ...numbers.map((it) => ({ row: 'account', id: id('aa', it) })),
    ...numbers.map((it) => ({
      ...rows.userProduct,
      id: id('bb', it),
      account_id: id('aa', it),
    })),
  ];
}

export const catalogueRows: readonly Row[] = [rows.organisation, rows.package, rows.campaign];

/** Runs with a file that holds that, and takes it away again. */
export async function withFile<Result>(
  content: string | Buffer,
  run: (file: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rows-'));
  try {
    const file = path.join(folder, 'file');
    writeFileSync(file, content);
    return await run(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
