import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Model } from 'mongoose';
import { firstRevision } from '../../../src/domain/catalogue/revised-package.js';
import {
  type AccountId,
  type EventId,
  toClientId,
  type WebhookEndpointId,
} from '../../../src/domain/ids.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { driverCollection } from '../../../src/storage/driver-collection.js';
import { openStores, type Stores } from '../../../src/storage/open-stores.js';
import { openDatabase, type TestDatabase } from '../../support/database.js';
import { at, stockholm } from '../../support/domain/at.js';
import { buildPackage, sek } from '../../support/domain/build-package.js';
import { buildProductGroup } from '../../support/domain/build-product-group.js';
import { buildCart } from '../../support/stored/build-cart.js';
import { buildCommit, buildEndingCommit } from '../../support/stored/build-commit.js';
import {
  buildCreditNote,
  buildDocument,
  documentEntry,
} from '../../support/stored/build-document.js';
import { fullChange, fullEntry } from '../../support/stored/build-entry.js';
import { bareRow, buildRow, fullRow } from '../../support/stored/build-row.js';
import { newId } from '../../support/stored/ids.js';
import { writeOperators } from '../../support/stored/write-operators.js';
import { fullPageSettings, writePageAccess } from './write-page-access.js';

describe('Documents', () => {
  let database: TestDatabase;
  let stores: Stores;
  beforeAll(async () => {
    database = await openDatabase();
    stores = openStores(database);
    await stores.database.ensureIndexes();
    await writeSomethingOfEach(stores);
  });
  afterAll(() => database.close());

  const collections = [
    'userProducts',
    'changes',
    'billingDocuments',
    'events',
    'packages',
    'productGroups',
    'carts',
    'accounts',
    'apiClients',
    'webhookEndpoints',
    'webhookDeliveries',
    'idempotencyRecords',
    'operators',
    'auditEntries',
    'pageLinks',
    'pageSessions',
    'organisations',
  ] as const;

  const versions: Partial<Record<string, number>> = { userProducts: 3, packages: 2 };

  test('are of the collections that are known', () => {
    expect(Object.keys(database.models)).toEqual(collections);
  });

  describe.each(collections)('of %s', (name) => {
    const model = () => database.models[name] as unknown as Model<Record<string, unknown>>;
    const documents = () => driverCollection(model()).find().toArray();

    test('are just as their strict schema says, and carry its version and their organisation', async () => {
      const found = await documents();
      expect(found.length).toBeGreaterThan(0);
      for (const document of found) {
        const hydrated = model().hydrate(document);
        await expect(hydrated.validate()).resolves.toBeUndefined();
        expect(new (model())(document).toObject()).toEqual(document);
        expect(document.schema_version).toBe(versions[name] ?? 1);
        const isOfNone = name === 'organisations' || name === 'operators';
        expect(isOfNone || 'organisation_id' in document).toBe(true);
      }
    });

    test('are refused by it with a field that it does not know', async () => {
      const [document] = await documents();
      expect(() => new (model())({ ...document, unknown: 1 })).toThrow(/unknown/);
    });
  });

  test('of rows that are never due stand in no index for it', async () => {
    const row = bareRow();
    await stores.userProducts.insert(row.organisationId, { product: row, outbox: [] });
    const [document] = await userProducts({ organisation_id: row.organisationId });
    expect(document).toBeDefined();
    for (const field of ['due_organisation_id', 'due_bucket', 'next_due_at', 'outbox']) {
      expect(document).not.toHaveProperty(field);
    }
  });

  test('of a successor are inserted as they waited in their source', async () => {
    const row = buildRow();
    await stores.userProducts.insert(row.organisationId, { product: row, outbox: [] });
    const write = buildEndingCommit(row, [fullEntry(row)]);
    await stores.userProducts.commit(row.organisationId, write);
    await stores.outboxes.insertSuccessors([write.successor]);
    const found = await userProducts({ organisation_id: row.organisationId });
    const source = found.find((it) => 'successor' in it);
    const successor = found.find((it) => !('successor' in it));
    expect(source?.successor).toEqual(successor);
  });

  describe('of another version of the schema', () => {
    const stored = async (set: Record<string, unknown>, unset: Record<string, ''>) => {
      const row = bareRow();
      await stores.userProducts.insert(row.organisationId, { product: row, outbox: [] });
      const filter = { order_id: null, subscription_number: null, package_code: row.packageCode };
      const { modifiedCount } = await driverCollection(database.models.userProducts).updateMany(
        filter,
        { $set: set, ...(Object.keys(unset).length > 0 ? { $unset: unset } : {}) },
      );
      expect(modifiedCount).toBeGreaterThan(0);
      return row;
    };

    test.each([1, 2])('are read when it is %i, what they lack as null', async (version) => {
      const absent = {
        order_id: '',
        external_start_at: '',
        title_code: '',
        cancelled_at: '',
        pending_change: '',
        ended_by: '',
        valid_to: '',
      } as const;
      const row = await stored({ schema_version: version }, absent);
      expect((await stores.userProducts.find(row.organisationId, row.id))?.product).toEqual(row);
    });

    test('become documents of this version by their next commit', async () => {
      const row = await stored({ schema_version: 1 }, { title_code: '' });
      await stores.userProducts.commit(row.organisationId, buildCommit(row));
      const [document] = await userProducts({ organisation_id: row.organisationId });
      expect(document).toMatchObject({ schema_version: 3, title_code: null, version: 2 });
    });

    test('are not guessed at when it is any other', async () => {
      const row = await stored({ schema_version: 4 }, {});
      await expect(stores.userProducts.find(row.organisationId, row.id)).rejects.toThrow(
        'a document of schema version 4 cannot be read by version 3',
      );
    });
  });

  const userProducts = async ({ organisation_id }: { organisation_id: string }) => {
    const all = await driverCollection(database.models.userProducts).find().toArray();
    return all.filter((it) => String(it.organisation_id) === organisation_id);
  };
});

async function writeSomethingOfEach(stores: Stores): Promise<void> {
  const row = fullRow();
  const { organisationId } = row;
  for (const product of [row, bareRow({ organisationId })]) {
    await stores.userProducts.insert(organisationId, {
      product,
      outbox: [fullEntry(row), documentEntry(row)],
    });
  }
  const keyRecord = { keyHash: 'key', commandHash: 'command', chosenId: newId(), heldAt: 1 };
  const unfinished = { ...keyRecord, isFree: false, answer: null };
  await stores.idempotency.claim(organisationId, unfinished, 0);
  await stores.idempotency.claim(organisationId, { ...unfinished, keyHash: 'other' }, 0);
  await stores.idempotency.keep(organisationId, unfinished, { status: 200, body: '{}' });
  const ended = buildRow({ organisationId });
  await stores.userProducts.insert(organisationId, { product: ended, outbox: [] });
  await stores.userProducts.commit(organisationId, buildEndingCommit(ended, [fullEntry(ended)]));
  const blocked = buildRow({ organisationId });
  await stores.userProducts.insert(organisationId, { product: blocked, outbox: [] });
  await stores.userProducts.block(organisationId, blocked.id, 1);

  await stores.changes.write(organisationId, [{ write: 'open', change: fullChange(row) }]);
  await writeDocuments(stores, row);
  await stores.events.append(organisationId, {
    after: 0,
    events: [...fullEntry(row).events, ...documentEntry(row).events],
  });
  await stores.catalogues.savePackages(organisationId, [
    buildPackage({
      number: 1,
      id: newId(),
      tags: [{ name: 'a', type: 'b' }],
      description: { sv: 'a' },
    }),
  ]);
  const revised = firstRevision(
    buildPackage({ number: 2, id: newId() }),
    at('2026-05-01T00:00:00Z'),
  );
  await stores.revisedPackages.insert(organisationId, { ...revised, edits: 1 });
  await stores.productGroups.insert(organisationId, buildProductGroup({ id: newId() }));
  await stores.carts.insert(organisationId, buildCart({ startAt: row.validFrom }));
  await stores.carts.insert(organisationId, buildCart());
  await stores.accounts.insertMany(organisationId, [{ id: row.accountId, customerNumber: null }]);
  const account = { id: newId<AccountId>(), customerNumber: '17' };
  await stores.accounts.insertMany(organisationId, [account], at('2026-05-01T00:00:00Z'));
  await stores.accounts.setCustomerNumber(organisationId, account.id, '18');
  await stores.clients.insert({
    id: toClientId('a client'),
    organisationId,
    secretHash: 'scrypt$',
    scopes: ['/a'],
    provisionService: 'tulo',
    disabled: false,
  });
  await writeWebhooks(stores, row);
  await writeOperators(stores, organisationId);
  await writePageAccess(stores, row);
  const organisation = { id: organisationId, name: 'A', timeZone: stockholm, currency: sek };
  const settings = { live: false, prorationGrain: 'day' } as const;
  await stores.organisations.save({ ...organisation, ...settings, pages: fullPageSettings });
  await stores.organisations.setTestClock(organisationId, at('2026-05-01T00:00:00Z'));
}

async function writeDocuments({ documents }: Stores, row: UserProduct): Promise<void> {
  const invoice = buildDocument(row);
  const notes = [
    buildCreditNote(row, invoice),
    buildCreditNote(row, invoice, { references: { number: 'A-1' }, reason: null }),
  ];
  await documents.append(row.organisationId, { after: 0, documents: [invoice] });
  await documents.append(row.organisationId, { after: 0, documents: notes });
}

async function writeWebhooks(stores: Stores, row: UserProduct): Promise<void> {
  const { organisationId } = row;
  const now = at('2026-05-01T00:00:00Z');
  const endpoint = {
    organisationId,
    url: 'https://receiver.test/',
    enabled: true,
    position: 0,
    createdAt: now,
    secrets: [
      { secret: 'whsec_b', expiresAt: null, chosenId: null },
      { secret: 'whsec_a', expiresAt: now, chosenId: null },
    ],
  };
  const [id, other] = [newId<WebhookEndpointId>(), newId<WebhookEndpointId>()];
  await stores.webhookEndpoints.insert(organisationId, { ...endpoint, id, types: null });
  const types = ['package_upgrade'] as const;
  await stores.webhookEndpoints.insert(organisationId, { ...endpoint, id: other, types });
  await stores.webhookEndpoints.takeLease(organisationId, id, { owner: 'a', now, until: now });
  const events = [1, 2, 3].map((position) => ({
    position,
    eventId: newId<EventId>(),
    eventType: 'package_upgrade' as const,
    subscriptionId: row.subscriptionId,
  }));
  await stores.webhookDeliveries.queue(organisationId, id, { events, now });
  const attempt = { at: now, durationMs: 1 };
  const said = { ...attempt, status: 200, failure: null, answer: 'thanks' };
  const silent = { ...attempt, status: null, failure: 'timed_out', answer: null } as const;
  const before = { tries: 0, replays: 0 };
  await stores.webhookDeliveries.record(organisationId, id, [
    { position: 1, ...before, state: 'delivered', attempt: said },
    { position: 2, ...before, state: 'failed', nextAttemptAt: now, attempt: silent },
  ]);
}
