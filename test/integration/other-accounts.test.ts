import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Application } from '../../src/composition/compose.js';
import { type AccountId, toClientId } from '../../src/domain/ids.js';
import type { UserProduct } from '../../src/domain/user-product/user-product.js';
import type { PaywayDescription } from '../../src/http/payway/description.js';
import { openStores } from '../../src/storage/open-stores.js';
import { type Answer, send } from '../contract/payway/send.js';
import { describedEndpoints } from '../support/api-document.js';
import { checksumOf } from '../support/checksum.js';
import { composeApplication } from '../support/composed-application.js';
import { openDatabase, type TestDatabase } from '../support/database.js';
import { at, newId, seedOrganisation, type SeededOrganisation } from '../support/organisation.js';
import { makeTestTime, silentLog, startProcess } from '../support/process.js';

const now = at('2026-07-10T12:00:00Z');
const june = { validFrom: '2026-06-01T00:00:00+02:00', validTo: '2026-07-01T00:00:00+02:00' };
const july = { validFrom: '2026-07-01T00:00:00+02:00', validTo: '2026-08-01T00:00:00+02:00' };
const clientId = toClientId('other-accounts');
const scopes = [...new Set(describedEndpoints.map((it) => it.scope))];
const namesOfAccount = ['account_id', 'accountId'];
const namesOfUserProduct = ['user_product_id', 'product_id', 'id'];

/** Every name that a request to this endpoint may give something. */
function namesIn({ path, body = [], query = [] }: PaywayDescription): readonly string[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return [...inPath, ...body.map((it) => it.name), ...query.map((it) => it.name)];
}

const names = (endpoint: PaywayDescription, meant: readonly string[]): boolean =>
  namesIn(endpoint).some((it) => meant.includes(it));
const namesAccount = (endpoint: PaywayDescription): boolean => names(endpoint, namesOfAccount);
const isOfAccount = (it: PaywayDescription): boolean => namesAccount(it) || !!it.needsIdentity;

const ofUserProducts = describedEndpoints.filter(
  (it) => isOfAccount(it) && names(it, namesOfUserProduct),
);
const ofAccounts = describedEndpoints.filter(namesAccount);

type Subject = Pick<UserProduct, 'id' | 'accountId'>;

let database: TestDatabase;
let application: Application;
let port: number;
let seeded: SeededOrganisation;
/** One in each state that some write is for, each of an account of its own; the last of another organisation. */
let victims: readonly Subject[];
let due: Subject;
let stranger: Subject;
/** An account of the organisation that asks for what is not its own. */
let asking: Subject;

beforeAll(async () => {
  database = await openDatabase();
  const stores = openStores(database);
  await stores.database.ensureIndexes();
  seeded = await seedOrganisation(stores, { live: false });
  const elsewhere = await seedOrganisation(stores, { live: false });
  const organisationId = seeded.organisation.id;
  await stores.organisations.setTestClock(organisationId, now);
  await stores.clients.insert({
    id: clientId,
    organisationId,
    secretHash: 'none',
    scopes,
    provisionService: 'tulo',
    disabled: false,
  });
  const useCases = startProcess(stores, makeTestTime(now));
  const subscribe = () => seeded.subscribe({ code: 'digital', ...july });
  const keyOf = ({ id, accountId }: Subject) => ({ organisationId, accountId, userProductId: id });

  const [living, waiting, cancelled, ended] = [
    await subscribe(),
    await subscribe(),
    await subscribe(),
    await subscribe(),
  ];
  const end = { reasonId: null, creditInvoiceIfSent: false };
  const done = [
    await useCases.requestChange(seeded.request(waiting, 'lite')),
    await useCases.cancelUserProduct(keyOf(cancelled), end),
    await useCases.requestChange(seeded.request(ended, 'premium')),
  ];
  if (done.some((it) => !it.ok)) throw new Error('what the accounts are to have was refused');
  await useCases.drainOutbox(organisationId);
  due = await seeded.subscribe({ code: 'digital', ...june });
  stranger = await elsewhere.subscribe({ code: 'digital', ...july });
  victims = [living, waiting, cancelled, ended, due, stranger];
  asking = await subscribe();
  application = await composeApplication(database.uri, silentLog);
  ({ port } = await application.http.listen({ host: '127.0.0.1', port: 0 }));
});
afterAll(async () => {
  await application.http.close();
  await application.close();
  await database.close();
});

/** What the fields of a request hold by their names; a field that is not here is left out. */
function valuesFor({ id, accountId }: Subject): Readonly<Record<string, unknown>> {
  const ids = Object.fromEntries(namesOfUserProduct.map((it) => [it, id]));
  const accounts = Object.fromEntries(namesOfAccount.map((it) => [it, accountId]));
  return {
    ...accounts,
    ...ids,
    package_code: 'premium',
    target_period_id: seeded.package('premium').periods[0]?.id,
    product_codes: 'premium,lite',
    subscription_type: 'recurring',
    valid_from: '2026-07-01 00:00 +0200',
    valid_to: '2026-09-01 00:00 +0200',
    subscription_number: 'theirs',
    customer_number: 'theirs',
  };
}

function fieldsOf(endpoint: PaywayDescription, subject: Subject) {
  const values = valuesFor(subject);
  const rules = [...(endpoint.body ?? []), ...(endpoint.query ?? [])];
  const missing = rules.filter((it) => it.required && values[it.name] === undefined);
  if (missing.length > 0) {
    const named = missing.map((it) => it.name).join(', ');
    throw new Error(`say in this test what ${endpoint.name} is to send as ${named}`);
  }
  const given = rules.filter((it) => values[it.name] !== undefined);
  return Object.fromEntries(given.map((it) => [it.name, values[it.name]]));
}

/**
 * Asks as that account for that user product, under headers that let every write through. An endpoint of the customer's
 * own gets a token that names the account, any other gets it as a field.
 */
function ask(endpoint: PaywayDescription, subject: Subject): Promise<Answer> {
  const { accountId } = subject;
  const { id: organisationId } = seeded.organisation;
  const identity = endpoint.needsIdentity ? accountId : null;
  const claims = { clientId, organisationId, scopes, accountId: identity };
  const fields = fieldsOf(endpoint, subject);
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(valuesFor(subject)[name]),
  );
  const query = new URLSearchParams(fields as Record<string, string>).toString();
  const headers = {
    authorization: `Bearer ${application.accessTokens.issue(claims, 3_600)}`,
    ...(endpoint.keeps === 'in_user_product' ? { 'idempotency-key': 'a', 'if-match': '*' } : {}),
  };
  const method = endpoint.method.toUpperCase();
  return endpoint.body === undefined
    ? send(port, { method, path: query === '' ? path : `${path}?${query}`, headers })
    : send(port, {
        method,
        path,
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(fields),
      });
}

/** What was answered, and whether anything at all was written meanwhile. */
async function outcomeOf(endpoint: PaywayDescription, subject: Subject) {
  const before = await checksumOf(database);
  const { status, json } = await ask(endpoint, subject);
  const { code } = (json ?? {}) as { code?: string };
  return { ...subject, status, code, wrote: (await checksumOf(database)) !== before };
}

/**
 * The account that asks with each user product that is another's, and each other account with what is its. What is due
 * is applied to an account that asks for itself, so the account where something is due does not ask.
 */
function notTheirs(): readonly Subject[] {
  const others = victims.filter((it) => it !== due);
  return [
    ...victims.map(({ id }) => ({ id, accountId: asking.accountId })),
    ...others.map(({ accountId }) => ({ id: asking.id, accountId })),
    stranger,
  ];
}

const refusedAs = (subject: Subject) => ({
  ...subject,
  status: 404,
  code: 'not_found',
  wrote: false,
});

describe('What belongs to another account', () => {
  test('is asked for of every endpoint that writes a user product', () => {
    const writes = describedEndpoints.filter((it) => it.keeps === 'in_user_product');
    expect(ofUserProducts).toEqual(expect.arrayContaining(writes));
  });

  test.each(ofUserProducts)('is not there for $method $path', async (endpoint) => {
    for (const subject of notTheirs()) {
      expect(await outcomeOf(endpoint, subject)).toEqual(refusedAs(subject));
    }
    // The same request for what is one's own is answered: so it was the account that was wrong.
    const own = await seeded.subscribe({ code: 'digital', ...july });
    expect([endpoint.answer.status, 409]).toContain((await ask(endpoint, own)).status);
  });
});

describe('An account of another organisation, or of nobody', () => {
  test.each(ofAccounts)('is not there for $method $path', async (endpoint) => {
    const nobody = { ...asking, accountId: newId<AccountId>() };
    for (const subject of [stranger, nobody]) {
      expect(await outcomeOf(endpoint, subject)).toEqual(refusedAs(subject));
    }
    const own = await seeded.subscribe({ code: 'digital', ...july });
    expect([endpoint.answer.status, 409]).toContain((await ask(endpoint, own)).status);
  });
});

describe('What an account is told of itself', () => {
  const reads = describedEndpoints.filter(
    (it) => isOfAccount(it) && it.keeps === undefined && it.answer.status === 200,
  );
  test.each(reads)('by $method $path names nothing of another account', async (endpoint) => {
    const own = await seeded.subscribe({ code: 'digital', ...july });
    const { text } = await ask(endpoint, own);
    const others = [asking, ...victims].flatMap(({ id, accountId }) => [id, accountId]);
    expect(others.filter((it) => text.includes(it))).toEqual([]);
  });
});
