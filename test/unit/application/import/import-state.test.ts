import { describe, expect, test } from '@jest/globals';
import { defaultPageSettings } from '../../../../src/domain/portal/portal-settings.js';
import { readImportState } from '../../../../src/application/import/import-state.js';
import type { AccountId, OrganisationId } from '../../../../src/domain/ids.js';
import type { TimeZone } from '../../../../src/domain/time/instant.js';
import { idOf } from '../../../support/domain/id-of.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { groupOf, tierOf } from '../../../support/domain/tier-of.js';
import { buildCreditNote, buildDocument } from '../../../support/stored/build-document.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { newId } from '../../../support/stored/ids.js';
import { groupImport, tierImport } from './group-rows.js';
import { basic, client, importedAt, importedRow, importFile, organisation } from './import-rows.js';

const other = idOf<OrganisationId>(9);
const begin = () => {
  const stores = openMemoryStores();
  const organisationNow = () => Promise.resolve(importedAt);
  const deps = { ...stores, lookups: stores.imports, organisationNow };
  return { stores, read: (file = importFile()) => readImportState(deps, file) };
};

describe('What an installation holds of a file', () => {
  test('is nothing at first', async () => {
    expect(await begin().read()).toEqual({
      organisation: null,
      pages: defaultPageSettings,
      now: importedAt,
      packages: [],
      groups: [],
      tiersInUse: new Set(),
      documents: { known: new Map(), last: { invoice: 0, credit_note: 0 } },
      webhookEndpoints: [],
      clients: new Map(),
      accountIds: new Set(),
      userProductIds: new Set(),
      userProductCounts: new Map(),
      subscriptions: new Map(),
      isZoneInUse: false,
      elsewhere: new Set(),
    });
  });

  test('is what the organisation has of it', async () => {
    const { stores, read } = begin();
    await stores.organisations.save(organisation);
    await stores.catalogues.savePackages(organisation.id, [basic]);
    await stores.accounts.insertMany(organisation.id, importFile().accounts);
    const { id } = importedRow();
    const product = buildRow({ id, organisationId: organisation.id });
    await stores.userProducts.insert(organisation.id, { product, outbox: [] });
    expect(await read()).toMatchObject({
      organisation: { ...organisation, testClockAt: null },
      packages: [basic],
      accountIds: new Set(importFile().accounts.map((it) => it.id)),
      userProductIds: new Set([id]),
      elsewhere: new Set(),
    });
  });

  test('says which of its subscriptions are there, and which another organisation has', async () => {
    const { stores, read } = begin();
    const here = {
      ...buildRow({ organisationId: organisation.id }),
      subscriptionId: idOf<never>(7),
    };
    const there = buildRow({ organisationId: other });
    for (const product of [here, there]) {
      await stores.userProducts.insert(product.organisationId, { product, outbox: [] });
    }
    const named = [here.subscriptionId, there.id, idOf<never>(8)];
    const userProducts = named.map((subscriptionId, n) =>
      importedRow({ id: idOf(70 + n), subscriptionId }),
    );
    expect(await read(importFile({ userProducts }))).toMatchObject({
      subscriptions: new Map([[here.subscriptionId, here.id]]),
      elsewhere: new Set([there.id]),
    });
  });

  test('says which tiers the file would take away from what lives on them', async () => {
    const { stores, read } = begin();
    const [kept, used, free] = [801, 802, 803].map((number) => tierOf(basic, { number }));
    const tiers = [kept, used, free].flatMap((it) => it ?? []);
    const group = groupOf({ number: 800, tiers });
    await stores.catalogues.savePackages(organisation.id, [basic]);
    await stores.productGroups.insert(organisation.id, group);
    for (const tier of [kept, used]) {
      const product = buildRow({ organisationId: organisation.id, tierId: tier?.id ?? null });
      await stores.userProducts.insert(organisation.id, { product, outbox: [] });
    }
    const file = importFile({ productGroups: [groupImport({ tiers: [tierImport()] })] });
    expect(await read(file)).toMatchObject({ groups: [group], tiersInUse: new Set([used?.id]) });
    expect(await read()).toMatchObject({ groups: [group], tiersInUse: new Set() });
  });

  test('says which of its documents are there, with the invoices that they name, and where the series end', async () => {
    const { stores, read } = begin();
    const row = buildRow({ organisationId: organisation.id });
    const [first, second] = [buildDocument(row), buildDocument(row)];
    await stores.documents.append(organisation.id, { after: 0, documents: [first, second] });
    const note = { ...buildCreditNote(row, first), sequence: 1 };
    const state = await read(importFile({ documents: [note] }));
    expect(state.documents).toEqual({
      known: new Map([[first.id, { ...first, sequence: 1 }]]),
      last: { invoice: 2, credit_note: 0 },
    });
    const same = { ...second, sequence: 2 };
    expect((await read(importFile({ documents: [same] }))).documents.known).toEqual(
      new Map([[second.id, same]]),
    );
    const { from, to } = row.paid;
    const document = { invoice: first.id };
    const stretch = { from, to, forMs: null, currency: null };
    const paid = { amount: '1', credited: '0', document, ...stretch };
    const userProducts = [importedRow({ billing: { hasDocuments: true, paid } })];
    expect((await read(importFile({ userProducts }))).documents.known).toEqual(
      new Map([[first.id, { ...first, sequence: 1 }]]),
    );
  });

  test('says which of its ids another organisation has, and whose its clients are', async () => {
    const { stores, read } = begin();
    await stores.catalogues.savePackages(other, [basic]);
    await stores.productGroups.insert(other, groupOf({ number: 800 }));
    await stores.accounts.insertMany(other, importFile().accounts);
    const { id } = importedRow();
    const product = buildRow({ id, organisationId: other });
    await stores.userProducts.insert(other, { product, outbox: [] });
    const row = { ...{ id: client.id, organisationId: other, secretHash: 'x', scopes: [] } };
    const taken = { ...row, provisionService: 'tulo', disabled: false };
    await stores.clients.insert(taken);
    const document = { ...buildDocument(product), sequence: 1 };
    await stores.documents.append(other, { after: 0, documents: [document] });
    const file = importFile({ productGroups: [groupImport()], documents: [document] });
    const state = await read(file);
    const [account = newId<AccountId>()] = importFile().accounts.map((it) => it.id);
    expect(state.elsewhere).toEqual(
      new Set<string>([basic.id, idOf(800), account, document.id, id]),
    );
    expect(state.clients).toEqual(new Map([[client.id, taken]]));
    expect([state.packages, state.accountIds.size]).toEqual([[], 0]);
  });

  test('says whether user products live by the time zone that the file would replace', async () => {
    const { stores, read } = begin();
    const london = { ...organisation, timeZone: 'Europe/London' as TimeZone };
    await stores.organisations.save(london);
    expect((await read()).isZoneInUse).toBe(false);
    const product = buildRow({ organisationId: organisation.id });
    await stores.userProducts.insert(organisation.id, { product, outbox: [] });
    expect((await read()).isZoneInUse).toBe(true);
    expect((await read(importFile({ organisation: london }))).isZoneInUse).toBe(false);
  });

  test('is read of more accounts than a page, those that only rows name among them', async () => {
    const { stores, read } = begin();
    const ids = Array.from({ length: 1_500 }, () => newId<AccountId>());
    const accounts = ids.map((id) => ({ id, customerNumber: null }));
    await stores.accounts.insertMany(organisation.id, accounts);
    const [named = newId<AccountId>(), ...listed] = accounts.map((it) => it.id);
    const file = importFile({
      accounts: listed.map((id) => ({ id, customerNumber: null })),
      userProducts: [importedRow({ accountId: named })],
    });
    expect((await read(file)).accountIds).toEqual(new Set(ids));
  });
});
