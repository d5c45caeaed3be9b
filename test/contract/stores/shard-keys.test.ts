import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { setTimeout as pause } from 'node:timers/promises';
import type { Application } from '../../../src/composition/compose.js';
import { type AccountId, toClientId } from '../../../src/domain/ids.js';
import { openStores } from '../../../src/storage/open-stores.js';
import { shardKeys } from '../../../src/storage/shard-keys.js';
import { describedEndpoints } from '../../support/api-document.js';
import { composeApplication } from '../../support/composed-application.js';
import { openDatabase, type TestDatabase } from '../../support/database.js';
import { type Known, requestsTo } from '../../support/described-requests.js';
import { fixedSeed } from '../../support/domain/fixed-seed.js';
import { at, seedOrganisation } from '../../support/organisation.js';
import { silentLog } from '../../support/process.js';
import { openReplicaSet, type ReplicaSet } from '../../support/replica-set/open-replica-set.js';
import type { Fields } from '../../support/replica-set/wire.js';
import { send } from '../payway/send.js';

/**
 * Payway's flat bodies ask for none of these: product groups' name an item without its account, so every shard is asked;
 * operators come by pages; and ways into pages, which stay on one shard, are found by what is in an address or a cookie.
 */
const ofOthers: ReadonlySet<string> = new Set([
  ...['billing_documents', 'carts'],
  ...['operators', 'audit_entries'],
  ...['page_links', 'page_sessions'],
]);

type Collection = keyof typeof shardKeys;

const start = at('2026-07-10T12:00:00Z');
const july = { validFrom: '2026-07-01T00:00:00+02:00', validTo: '2026-08-01T00:00:00+02:00' };
const requestsEach = 12;

// Setting a test clock does the work of the background, which goes through whole organisations; undoing a change drains one
// first, and finds the change by its id alone; so does erasing, which goes through the whole log. An example goes out to
// the receiver. Clients are listed by their organisation: they stay on one shard. A search is over all accounts of an
// organisation: it asks every shard.
const ofWhole: ReadonlySet<string> = new Set([
  ...['setTestClock', 'undoChange', 'eraseAccount', 'sendWebhookExample'],
  ...['listApiClients', 'searchSubscriptions'],
]);
const requested = describedEndpoints.filter((it) => !ofWhole.has(it.name));

/** What a command asks for: its filters, or the documents that it inserts. */
function askedBy(command: Fields): { readonly collection: string; readonly filters: Fields[] } {
  const [name = ''] = Object.keys(command);
  const collection = String(command[name]);
  const statements = (field: string): Fields[] => (command[field] ?? []) as Fields[];
  const filters: Readonly<Record<string, () => readonly unknown[]>> = {
    find: () => [command.filter as unknown],
    findAndModify: () => [command.query as unknown],
    count: () => [command.query as unknown],
    insert: () => statements('documents'),
    update: () => statements('updates').map((it) => it.q as unknown),
    delete: () => statements('deletes').map((it) => it.q as unknown),
    aggregate: () =>
      statements('pipeline')
        .slice(0, 1)
        .map((it) => it.$match as unknown),
  };
  const found = filters[name];
  if (found === undefined) return { collection: name, filters: [] };
  return { collection, filters: found() as Fields[] };
}

function nameOf(command: Fields): string {
  const [name = ''] = Object.keys(command);
  return `${String(command[name])} ${name}`;
}

/** What of a command does not say which shard it is for, by its fields. */
function untargeted(command: Fields): readonly string[] {
  const { collection, filters } = askedBy(command);
  const key = shardKeys[collection as Collection] as readonly string[] | undefined;
  if (key === undefined) return [`${collection} is no collection of ours`];
  return filters
    .filter((filter) => !isTargeted(filter, key))
    .map((filter) => `${nameOf(command)} by ${Object.keys(filter).join()}`);
}

/** Whether a filter says which shards are meant: each field of the key by a value, or by some. */
function isTargeted(filter: Fields, key: readonly string[]): boolean {
  const parts = [filter, ...((filter.$and ?? []) as Fields[])];
  return key.every((field) => parts.some((it) => isValue(it[field])));
}

function isValue(value: unknown): boolean {
  if (value === undefined) return false;
  const operators = Object.keys(value ?? {}).filter((it) => it.startsWith('$'));
  return operators.length === 0 || operators.join() === '$in';
}

describe('What a request asks of the database', () => {
  let set: ReplicaSet;
  let database: TestDatabase;
  let application: Application;
  let port: number;
  let own: string;
  let identity: string;
  let known: Known;
  beforeAll(async () => {
    set = await openReplicaSet();
    database = await openDatabase(set.uri);
    const stores = openStores(database);
    await stores.database.ensureIndexes();
    const seeded = await seedOrganisation(stores, { live: false });
    const { id: organisationId } = seeded.organisation;
    await stores.organisations.setTestClock(organisationId, start);
    const first = await seeded.subscribe({ code: 'basic', ...july });
    const { accountId } = first;
    const more = await seeded.subscribe({ code: 'digital', ...july, edits: { accountId } });
    const clientId = toClientId(`shard ${organisationId}`);
    const scopes = [...new Set(describedEndpoints.map((it) => it.scope))];
    const rights = { secretHash: 'none', scopes, provisionService: 'tulo', disabled: false };
    await stores.clients.insert({ id: clientId, organisationId, ...rights });
    application = await composeApplication(database.uri, silentLog);
    ({ port } = await application.http.listen({ host: '127.0.0.1', port: 0 }));
    const tokenOf = (of: AccountId | null) => {
      const claims = { clientId, organisationId, scopes, accountId: of };
      return `Bearer ${application.accessTokens.issue(claims, 3_600)}`;
    };
    [own, identity] = [tokenOf(null), tokenOf(accountId)];
    known = {
      account_id: [accountId],
      accountId: [accountId],
      user_product_id: [first.id, more.id],
      id: [first.id, more.id],
      product_id: [first.id, more.id],
      package_code: ['lite', 'digital', 'premium'],
    };
  });
  afterAll(async () => {
    await application.http.close();
    await application.close();
    await database.close();
    await set.close();
  });

  const seen = new Set<string>();

  test.each(requested.map((it) => [it.name, it] as const))(
    'names the shard: %s',
    async (_, endpoint) => {
      set.forget();
      const sampled = { seed: fixedSeed.seed, numRuns: requestsEach };
      for (const request of fc.sample(requestsTo(endpoint, known), sampled)) {
        const authorization = request.path.includes('/me/') ? identity : own;
        await send(port, { ...request, headers: { ...request.headers, authorization } });
      }
      // What is inserted behind an answer is part of it.
      await pause(20);
      for (const command of set.commands()) seen.add(nameOf(command));
      expect(set.commands().flatMap(untargeted)).toEqual([]);
    },
  );

  test('of each collection was asked for in these trials', () => {
    const all = [...seen].map((it) => it.split(' ')[0]);
    const expected = Object.keys(shardKeys).filter((it) => !ofOthers.has(it));
    expect(new Set(all)).toEqual(new Set(expected));
    for (const name of [
      'user_products find',
      'user_products findAndModify',
      'user_products insert',
    ])
      expect(seen).toContain(name);
  });
});
