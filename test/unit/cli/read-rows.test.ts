import { describe, expect, test } from '@jest/globals';
import type { ImportPage } from '../../../src/application/import/import-source.js';
import { isRowsFile } from '../../../src/cli/import-file/open-import-file.js';
import { readRows } from '../../../src/cli/import-file/read-rows.js';
import { fileDraft, ids } from './import-file-text.js';
import { catalogueRows, everyRow, linesOf, rows, subscribers, withFile } from './rows-text.js';

const pagesOf = (content: string | Buffer) =>
  withFile(content, async (file) => {
    const pages: ImportPage[] = [];
    for await (const page of readRows(file)) pages.push(page);
    return pages;
  });

const faultsOf = async (content: string | Buffer) =>
  (await pagesOf(content)).flatMap((it) => it.faults).map((it) => `${it.path}: ${it.problem}`);

describe('an NDJSON file', () => {
  test('is one by what is in it', async () => {
    expect(await withFile(linesOf(everyRow), isRowsFile)).toBe(true);
    expect(await withFile(`\uFEFF\r\n${linesOf(everyRow)}`, isRowsFile)).toBe(true);
    expect(await withFile('{"row": "no such sort"}', isRowsFile)).toBe(true);
    expect(await withFile(fileDraft.text(), isRowsFile)).toBe(false);
    expect(await withFile('{"row": 1}\n', isRowsFile)).toBe(false);
    expect(await withFile('{"row":\n"organisation"}', isRowsFile)).toBe(false);
    expect(await withFile('', isRowsFile)).toBe(false);
    expect(await isRowsFile('/nowhere/file')).toBe(false);
  });

  test('gives the same rows as the document', async () => {
    const [page] = await pagesOf(linesOf(everyRow));
    expect(page?.faults).toEqual([]);
    expect(page?.organisations[0]).toMatchObject({
      path: '',
      organisation: { id: ids.organisation, timeZone: 'Europe/Stockholm' },
      clients: [{ id: 'demo', secret: 'demo-secret' }],
      packages: [{ package: { code: 'basic' } }, { package: { code: 'offer' } }],
      accounts: [{ id: ids.account, customerNumber: '1001' }],
      userProducts: [{ id: ids.userProduct, accountId: ids.account }],
    });
  });

  test('has prices in the currency of the organisation above it where they name none', async () => {
    const [period] = fileDraft.at('packages.0.periods') as [Record<string, unknown>];
    const { currency, ...unnamed } = period;
    const euro = { ...rows.organisation, id: 'e'.repeat(24), currency: 'EUR' };
    const pack = { ...rows.package, periods: [unnamed] };
    const pages = await pagesOf(linesOf([rows.organisation, pack, euro, pack]));
    const organisations = pages.flatMap((it) => it.organisations);
    expect(pages.flatMap((it) => it.faults)).toEqual([]);
    expect(currency).toBe('SEK');
    expect(organisations.map((it) => it.packages[0]?.package.periods[0]?.price.currency)).toEqual([
      'SEK',
      'EUR',
    ]);
  });

  test('comes in pages of a thousand lines, each with its organisation', async () => {
    const pages = await pagesOf(linesOf([...catalogueRows, ...subscribers(1_000)]));
    expect(pages.map((it) => [it.lines?.first, it.lines?.last])).toEqual([
      [1, 1_000],
      [1_001, 2_000],
      [2_001, 2_003],
    ]);
    expect(pages.map((it) => it.organisations[0]?.organisation.id)).toEqual(
      Array(3).fill(ids.organisation),
    );
    expect(pages[2]?.organisations[0]?.userProducts).toHaveLength(3);
  });

  test('turns the page at another organisation', async () => {
    const other = { ...rows.organisation, id: 'f'.repeat(24) };
    const pages = await pagesOf(linesOf([...everyRow, other, rows.package]));
    expect(pages.map((it) => [it.lines?.first, it.organisations[0]?.organisation.id])).toEqual([
      [1, ids.organisation],
      [7, 'f'.repeat(24)],
    ]);
  });

  test('may have empty lines, which are counted, and no newline at its end', async () => {
    const [page] = await pagesOf(`\r\n${linesOf(everyRow).trimEnd()}`);
    expect([page?.lines?.first, page?.lines?.last]).toEqual([2, 7]);
    expect(page?.organisations[0]?.userProducts).toHaveLength(1);
  });

  test('gives rows without an id the same one each time', async () => {
    const bare = linesOf([
      rows.organisation,
      { row: 'account' },
      { row: 'account' },
      { row: 'account', customer_number: '7' },
    ]);
    const idsOf = async () =>
      (await pagesOf(bare))[0]?.organisations[0]?.accounts.map((it) => it.id);
    const first = await idsOf();
    expect(new Set(first).size).toBe(3);
    expect(await idsOf()).toEqual(first);
  });
});

describe('what is wrong with a line', () => {
  const first = JSON.stringify(rows.organisation);

  test.each([
    ['{"row": "account"', 'line 2: is no JSON object'],
    ['["account"]', 'line 2: is no JSON object'],
    ['{"id": "1"}', 'line 2, row: is missing'],
    [
      '{"row": "user"}',
      'line 2, row: must be one of organisation, client, package, product_group, account, billing_document, user_product, webhook_endpoint',
    ],
    ['{"row": "account", "id": "7"}', 'line 2, id: must be 24 hexadecimal characters'],
    ['{"row": "account", "name": "A"}', 'line 2, name: is not a member known here'],
    [JSON.stringify(rows.organisation), 'line 2, id: stands at line 1 already'],
  ])('%s is told by its line', async (line, fault) => {
    expect(await faultsOf(`${first}\n${line}\n`)).toEqual([fault]);
  });

  test('a row before any organisation is told', async () => {
    expect(await faultsOf(linesOf([rows.account, rows.organisation]))).toEqual([
      'line 1: stands before any organisation',
    ]);
  });

  test('a line of more than 1 MB is told and not kept, and the next is read', async () => {
    const long = JSON.stringify({ row: 'account', id: 'x'.repeat(3_000_000) });
    expect(await faultsOf(`${first}\n${long}\n${linesOf([rows.account])}nonsense`)).toEqual([
      'line 2: is longer than 1 MB',
      'line 4: is no JSON object',
    ]);
    const pages = await pagesOf(`${first}\n${long}\n${linesOf([rows.account])}`);
    expect(pages[0]?.organisations[0]?.accounts).toHaveLength(1);
  });

  test('bytes that are no UTF-8 are told', async () => {
    const broken = Buffer.concat([Buffer.from(`${first}\n{"row": "`), Buffer.from([0xff, 0x0a])]);
    expect(await faultsOf(broken)).toEqual(['line 2: is not UTF-8 text']);
  });

  test('no line is quoted: it may hold a secret', async () => {
    const line = '{"row": "client", "secret": do-not-print}';
    expect((await faultsOf(`${first}\n${line}`)).join()).not.toContain('do-not');
  });

  test('a fault of the application is told by its line too', async () => {
    const [page] = await pagesOf(linesOf(everyRow));
    const fault = (path: string, problem = 'is wrong') => page?.atItsPlace({ path, problem });
    expect(fault('user_products[0].valid_to')?.path).toBe('line 6, valid_to');
    expect(fault('packages[1].periods[0].id')?.path).toBe('line 4, periods[0].id');
    expect(fault('organisation.live')?.path).toBe('line 1, live');
    expect(fault('clients[0].id', 'stands at clients[0].id already')?.problem).toBe(
      'stands at line 2, id already',
    );
  });
});
