import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Application } from '../../src/composition/compose.js';
import type { UseCases } from '../../src/composition/compose-use-cases.js';
import { type AccountId, type OrganisationId, toClientId } from '../../src/domain/ids.js';
import { openStores } from '../../src/storage/open-stores.js';
import { describedEndpoints } from '../support/api-document.js';
import { checksumOf } from '../support/checksum.js';
import { composeApplication } from '../support/composed-application.js';
import { openDatabase, type TestDatabase } from '../support/database.js';
import { type GeneratedRequest, type Known, requestsTo } from '../support/described-requests.js';
import { fixedSeed } from '../support/domain/fixed-seed.js';
import { at, seedOrganisation, type SeededOrganisation } from '../support/organisation.js';
import { makeTestTime, silentLog, startProcess } from '../support/process.js';
import { type Answer, send } from '../contract/payway/send.js';

const start = at('2026-07-10T12:00:00Z');
const july = { validFrom: '2026-07-01T00:00:00+02:00', validTo: '2026-08-01T00:00:00+02:00' };
const scopes = [...new Set(describedEndpoints.map((it) => it.scope))];
const clientId = toClientId('fuzz');
const millisecondsEach = 900;

let database: TestDatabase;
let application: Application;
let background: UseCases;
let port: number;
let ownToken: string;
let identityToken: string;
let known: Known;
let organisationId: OrganisationId;
const failures: unknown[] = [];

beforeAll(async () => {
  database = await openDatabase();
  const stores = openStores(database);
  await stores.database.ensureIndexes();
  const seeded = await seedOrganisation(stores, { live: false });
  organisationId = seeded.organisation.id;
  const stranger = await seedOrganisation(stores, { live: false });
  for (const { organisation } of [seeded, stranger]) {
    await stores.organisations.setTestClock(organisation.id, start);
  }
  known = await subscribeSome(seeded, stranger);
  await stores.clients.insert({
    id: clientId,
    organisationId,
    secretHash: 'none',
    scopes,
    provisionService: 'tulo',
    disabled: false,
  });
  background = startProcess(stores, makeTestTime(start));
  const note = (message: string, facts?: unknown) => failures.push({ message, facts });
  application = await composeApplication(database.uri, { ...silentLog, error: note });
  ({ port } = await application.http.listen({ host: '127.0.0.1', port: 0 }));
  const [accountId] = known.account_id ?? [];
  const claims = { clientId, organisationId, scopes };
  const issue = (of: AccountId | null) =>
    application.accessTokens.issue({ ...claims, accountId: of }, 3_600);
  ownToken = issue(null);
  identityToken = issue(accountId as AccountId);
  await settle();
});
afterAll(async () => {
  await application.http.close();
  await application.close();
  await database.close();
});

/** One account with many, one with another, one of another organisation; and their ids by the names that fields have. */
async function subscribeSome(own: SeededOrganisation, other: SeededOrganisation): Promise<Known> {
  const first = await own.subscribe({ code: 'basic', ...july });
  const { accountId } = first;
  const also = (code: string, edits: object, type?: 'limited') =>
    own.subscribe({
      code,
      ...july,
      ...(type === undefined ? {} : { type }),
      edits: { accountId, ...edits },
    });
  const products = [
    first,
    await also('digital', {}),
    await also('digital', {}, 'limited'),
    await also('premium', { state: 'frozen' }),
    await also('lite', { provisionService: 'other' }),
    await own.subscribe({ code: 'basic', ...july }),
    await other.subscribe({ code: 'basic', ...july }),
  ];
  const accounts = [...new Set(products.map((it) => it.accountId))];
  const ids = products.map((it) => it.id);
  const packages = [...own.packages, ...other.packages.slice(0, 1)];
  const periods = packages.flatMap((it) => it.periods.map(({ id }) => id));
  const codes = own.packages.map((it) => it.code);
  const stray = ['0'.repeat(24), 'no-id', first.id.toUpperCase()];
  const target = own.package('premium').periods[0]?.id ?? '';
  // The same ones again and again: most requests are to hit something.
  const often = (it: string, others: readonly string[]): readonly string[] => [
    ...Array.from({ length: 3 * others.length }, () => it),
    ...others,
    ...stray,
  ];
  const dates = ['2026-07-01 00:00 +0200', '2026-08-01 00:00 +0200', '2026-09-30T22:00:00Z'];
  const ofUserProduct = [...ids.slice(0, 5), ...ids.slice(0, 5), ...ids, ...stray];
  return {
    account_id: often(accountId, accounts),
    accountId: often(accountId, accounts),
    user_product_id: ofUserProduct,
    id: [...ofUserProduct, ...packages.map((it) => it.id)],
    product_id: [...ofUserProduct, ...packages.map((it) => it.id)],
    target_period_id: often(target, periods),
    payment_period_id: often(target, periods),
    package_code: often('premium', [...codes, 'unknown']),
    product_code: [...codes, 'unknown'],
    product_codes: ['lite,premium', 'basic,digital,weekend', codes.join(',')],
    valid_from: [...dates, '2026-02-30 00:00 +0100'],
    valid_to: [...dates, '2026-06-31 00:00 +0100'],
    now: [
      '2026-07-10T12:00:00Z',
      '2026-07-20T12:00:00Z',
      '2026-08-15T12:00:00Z',
      '1999-12-31T00:00Z',
    ],
    quote: ['a.b.c'],
    url: ['https://8.8.8.8/a', 'https://8.8.4.4/b', 'https://10.0.0.1/', 'ftp://x', 'x'],
  };
}

/** Does what is due and drains what waits, so that from now on every write is a request's own. */
async function settle(): Promise<void> {
  const reading = await background.readTestClock({ organisationId });
  if (!reading.ok) throw new Error('a test organisation has a clock');
  await background.setTestClock({ organisationId, at: reading.now });
}

const authorized = (path: string, headers: GeneratedRequest['headers'] = {}) => ({
  authorization: `Bearer ${path.includes('/me/') ? identityToken : ownToken}`,
  ...headers,
});

/** Webhook endpoints of the organisation, some more than there were; an id of no other sort names one. */
async function webhookEndpointIds(): Promise<readonly string[]> {
  const path = '/external/api/v1/webhook_endpoints';
  const headers = authorized(path, { 'content-type': 'application/json' });
  const body = '{"url":"https://8.8.8.8/hook","enabled":true}';
  for (let more = 0; more < 4; more += 1) await send(port, { method: 'POST', path, headers, body });
  const { json } = await send(port, { method: 'GET', path, headers });
  return (json as { items: { id: string }[] }).items.map((it) => it.id);
}

/** The checksum since the last success, without the records of keys where those may change. */
const kept = new Map<string, string>();
async function keptChecksum(besides: readonly string[]): Promise<string> {
  const name = besides.join();
  const sum = kept.get(name) ?? (await checksumOf(database, besides));
  kept.set(name, sum);
  return sum;
}

const ask = (request: GeneratedRequest): Promise<Answer> =>
  send(port, { ...request, headers: authorized(request.path, request.headers) });

/**
 * Sends it. Throws where the answer is not as documented, where something was written by a refusal or by what is not
 * there to write, and where the same under the same key is not answered as before.
 */
async function exchange(request: GeneratedRequest, mayWrite: boolean): Promise<void> {
  // A refused request under a key leaves its record behind, free for the next one (docs/architecture.md §5).
  const isKeyed = 'idempotency-key' in request.headers;
  const besides = isKeyed ? ['idempotency_records'] : [];
  const before = await keptChecksum(besides);
  const { status, text } = await ask(request);
  expect(status).toBeLessThan(500);
  const isDone = mayWrite && status < 400;
  if (isDone) await settle();
  else expect([text, (await checksumOf(database, besides)) === before]).toEqual([text, true]);
  if (isDone || isKeyed) kept.clear();
  if (isDone && isKeyed) await repeat(request, { status, text });
}

/** Asks once more under the same key: byte for byte the same, and nothing is written (docs/architecture.md §5). */
async function repeat(request: GeneratedRequest, first: Pick<Answer, 'status' | 'text'>) {
  const before = await checksumOf(database);
  const { status, text } = await ask(request);
  expect({ status, text }).toEqual(first);
  expect([text, (await checksumOf(database)) === before]).toEqual([text, true]);
}

describe('Whatever is sent is answered as documented, and only an accepted write writes', () => {
  test.each(describedEndpoints)('$method $path', async (endpoint) => {
    const isOfWebhook = endpoint.path.includes('/webhook_endpoints/{id}');
    const ids = isOfWebhook ? { id: await webhookEndpointIds() } : {};
    kept.clear();
    // All endpoints together are to take half a minute at most, also where the machine is busy.
    const lastBegun = performance.now() + millisecondsEach;
    await fc.assert(
      fc.asyncProperty(requestsTo(endpoint, { ...known, ...ids }), async (request) => {
        if (performance.now() > lastBegun) return;
        await exchange(request, endpoint.keeps !== undefined);
      }),
      // What one request wrote the next one meets: a smaller case would not be the same case.
      { seed: fixedSeed.seed, numRuns: 60, endOnFailure: true },
    );
  });

  test('nothing was logged as an error', () => {
    expect(failures).toEqual([]);
  });
});
