import { beforeEach, describe, expect, test } from '@jest/globals';
import type { OrganisationImport } from '../../../../src/application/import/organisation-import.js';
import { parseDocument } from '../../../../src/cli/import-file/read-document.js';
import { fileDraft, ids } from '../../cli/import-file-text.js';
import { makeInMemoryInstallation } from './in-memory-installation.js';
import { gathered, inTurn, pageOf } from './pages-of.js';

let installation: ReturnType<typeof makeInMemoryInstallation>;
beforeEach(() => {
  installation = makeInMemoryInstallation();
});

function fileOf(text: string): OrganisationImport {
  const parsed = parseDocument(text);
  const [file] = parsed.ok ? parsed.organisations : [];
  if (file === undefined) throw new Error(JSON.stringify(parsed));
  return file;
}

const whole = fileOf(fileDraft.text());
const nothing = { ...whole, clients: [], packages: [], accounts: [], userProducts: [] };
const catalogue = { ...nothing, clients: whole.clients, packages: whole.packages };
const accounts = { ...nothing, accounts: whole.accounts };
const userProducts = { ...nothing, userProducts: whole.userProducts };
const pages = [catalogue, accounts, userProducts];

/** Brings page after page; answers what became of the organisation and how many rows were new, or the faults. */
async function bring(given: readonly OrganisationImport[], isDryRun = false) {
  const source = { format: 'rows', pages: inTurn(given.map(pageOf)) } as const;
  const imported = await gathered(installation.importOrganisations({ source, isDryRun }));
  return imported.map(({ plans: [plan], faults }) =>
    plan !== undefined && faults.length === 0
      ? [plan.organisation, plan.accounts.length + plan.userProducts.length]
      : faults.map((it) => `${it.path}: ${it.problem}`),
  );
}

const newRows = [
  ['created', 0],
  ['unchanged', 1],
  ['unchanged', 1],
];

describe('pages that come one after the other', () => {
  test('are written each before the next, which may refer to them', async () => {
    expect(await bring(pages)).toEqual(newRows);
    expect(installation.userProducts.get(ids.userProduct)?.product.packageCode).toBe('basic');
  });

  test('change nothing when they come again', async () => {
    await bring(pages);
    const writes = installation.writes.length;
    expect(await bring(pages)).toEqual([
      ['unchanged', 0],
      ['unchanged', 0],
      ['unchanged', 0],
    ]);
    expect(installation.writes).toHaveLength(writes);
  });

  test('a refused one is not written, those before it stay, and all may come again', async () => {
    const fault = 'user_products[0].account_id: is no account of this file or organisation';
    expect(await bring([catalogue, userProducts])).toEqual([['created', 0], [fault]]);
    expect(installation.packages.size).toBe(2);
    expect(installation.userProducts.size).toBe(0);
    expect(await bring(pages)).toEqual([
      ['unchanged', 0],
      ['unchanged', 1],
      ['unchanged', 1],
    ]);
  });

  test('after a refused one no other is read, except in a dry run', async () => {
    const given = [userProducts, catalogue, accounts];
    expect(await bring(given)).toHaveLength(1);
    expect(installation.writes).toEqual([]);
    expect(await bring(given, true)).toHaveLength(3);
  });

  test('what stands twice on a page is refused', async () => {
    const twice = { ...nothing, accounts: [...whole.accounts, ...whole.accounts] };
    expect(await bring([catalogue, twice])).toEqual([
      ['created', 0],
      ['accounts[1].id: stands at accounts[0].id already'],
    ]);
  });
});

describe('a dry run of pages', () => {
  test('answers the same and writes nothing', async () => {
    expect(await bring(pages, true)).toEqual(newRows);
    expect(installation.writes).toEqual([]);
  });

  test('knows the accounts of a page that was refused, so that no fault is told for another', async () => {
    const unknownBase = fileOf(fileDraft.with('packages.1.base_package', 'none').text());
    const refused = { ...catalogue, packages: unknownBase.packages, accounts: whole.accounts };
    expect(await bring([refused, userProducts], true)).toEqual([
      ['packages[1].base_package: no package has this code'],
      ['unchanged', 1],
    ]);
  });

  test('keeps organisations apart', async () => {
    const other = fileOf(fileDraft.with('organisation.id', 'a'.repeat(24)).text());
    const foreign = { ...other, clients: [], packages: [], accounts: [] };
    const faults = [
      'user_products[0].package_code: no package has this code',
      'user_products[0].account_id: is no account of this file or organisation',
    ];
    const outcomes = await bring([catalogue, accounts, foreign], true);
    expect((outcomes[2] as string[]).toSorted()).toEqual(faults.toSorted());
  });
});

test('a relative date that leads out of the years is told', async () => {
  const far = fileOf(
    fileDraft
      .with('user_products.0.valid_from', '-100Y')
      .with('user_products.0.valid_to', '+1M')
      .text(),
  );
  expect(await bring([far])).toEqual([
    ['user_products[0].valid_from: must be within the years 1970 to 9000'],
  ]);
});
