import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  composeWebhooks,
  type WebhookSurroundings,
} from '../../../src/composition/compose-webhooks.js';
import type { AccountId } from '../../../src/domain/ids.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import type { FieldRule } from '../../../src/http/core/field-rule.js';
import { describedEndpoints } from '../../support/api-document.js';
import { type InMemoryProcess, startInMemory } from '../../support/in-memory-process.js';
import { surroundingsAt } from '../../support/process.js';
import { equalBodies, otherBodies } from '../../support/spellings.js';
import { described } from './field-cases.js';
import { send, type Answer } from './send.js';
import { startApp, type StartedApp } from './start-app.js';

type Body = Readonly<Record<string, unknown>>;
type World = {
  readonly app: StartedApp;
  readonly process: InMemoryProcess;
  readonly product: UserProduct;
  readonly webhookId: string;
};
type Example = {
  readonly body?: Body;
  readonly id?: string;
  /** What must have happened before, for the example to be taken. */
  readonly before?: () => Promise<Answer>;
};

let world: World;
beforeEach(async () => {
  const inMemory = await startInMemory({ live: false });
  const { stores, useCases, time, organisationId } = inMemory;
  const surroundings: WebhookSurroundings = {
    ...surroundingsAt(time),
    isLoopbackAllowed: true,
  };
  const webhooks = composeWebhooks(stores, surroundings);
  const switched = () => Promise.resolve({ ok: true } as const);
  const clients = { enableClient: switched, disableClient: switched };
  const gone = { ok: true, userProducts: 1, changes: 0, events: 1 } as const;
  const eraseAccount = () => Promise.resolve(gone);
  const app = await startApp({ ...useCases, ...webhooks, ...clients, eraseAccount });
  app.client.organisationId = organisationId;
  const registered = await webhooks.registerEndpoint({
    organisationId,
    url: 'http://127.0.0.1:9/hook',
    types: null,
    enabled: true,
  });
  if (!registered.ok) throw new Error(registered.failure);
  const product = await inMemory.subscribe();
  world = { app, process: inMemory, product, webhookId: registered.endpoint.id };
});
afterEach(() => world.app.close());

type Sending = {
  readonly name: string;
  readonly body?: Body | undefined;
  readonly id?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
};

function ask({ name, body, id = '', headers = {} }: Sending): Promise<Answer> {
  const { method, path, scope, needsIdentity } = described(name);
  const account: AccountId | undefined = needsIdentity ? world.product.accountId : undefined;
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  return send(world.app.port, {
    method: method.toUpperCase(),
    path: path.replace('{id}', id),
    headers: { authorization: `Bearer ${world.app.token([scope], account)}`, ...type, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const names = () => ({
  account_id: world.product.accountId,
  user_product_id: world.product.id,
});
const target = () => ({
  package_code: 'digital',
  target_period_id: world.process.seeded.package('digital').periods[0]?.id,
});
const waiting = () => {
  const period = world.process.seeded.package('lite').periods[0]?.id;
  const body = { ...names(), package_code: 'lite', target_period_id: period };
  return ask({ name: 'changeProduct', body });
};

/** A request of each keyed write that has an effect. A write that is not here fails the first test. */
const examples: Readonly<Record<string, () => Example>> = {
  changeProduct: () => ({ body: { ...names(), ...target() } }),
  changeOwnProduct: () => ({ body: { id: world.product.id, ...target() } }),
  cancelProductChange: () => ({ body: names(), before: waiting }),
  cancelOwnProductChange: () => ({ body: { id: world.product.id }, before: waiting }),
  cancelSubscription: () => ({ body: { ...names(), cancellation_reason_id: 'a'.repeat(24) } }),
  reactivateSubscription: () => ({
    body: names(),
    before: () => ask({ name: 'cancelSubscription', body: names() }),
  }),
  setSubscriptionNumber: () => ({ body: { ...names(), subscription_number: 'S 1' } }),
  setCustomerNumber: () => ({
    body: { account_id: world.product.accountId, customer_number: 'C 1' },
  }),
  createUserProduct: () => ({
    body: {
      account_id: world.product.accountId,
      package_code: 'basic',
      subscription_type: 'limited',
      valid_from: '2026-05-01 00:00 +0100',
      valid_to: '2026-06-01T00:00:00+02:00',
      payment_period_id: world.process.seeded.package('basic').periods[1]?.id,
    },
  }),
  updateUserProduct: () => ({
    body: {
      account_id: world.product.accountId,
      product_id: world.product.id,
      valid_to: '2026-06-01 00:00 +0200',
    },
  }),
  registerWebhookEndpoint: () => ({
    body: { url: 'http://127.0.0.1:9/new', types: ['package_upgrade', 'package_downgrade'] },
  }),
  updateWebhookEndpoint: () => ({
    id: world.webhookId,
    body: { url: 'http://127.0.0.1:9/other', enabled: false },
  }),
  removeWebhookEndpoint: () => ({ id: world.webhookId }),
  rotateWebhookSecret: () => ({ id: world.webhookId, body: {} }),
  replayWebhookEvents: () => ({ id: world.webhookId, body: {} }),
  sendWebhookExample: () => ({ id: world.webhookId, body: { type: 'package_upgrade' } }),
  switchApiClient: () => ({ body: { client_id: 'demo', enabled: true } }),
  eraseAccount: () => ({ body: { account_id: world.product.accountId } }),
  undoChange: () => {
    let change_id = 'a'.repeat(24);
    const before = async () => {
      const asked = await waiting();
      const { organisationId, id } = world.product;
      const row = await world.process.stores.userProducts.find(organisationId, id);
      change_id = row?.product.pendingChange?.changeId ?? '';
      return asked;
    };
    return {
      before,
      get body() {
        return { change_id };
      },
    };
  },
  setTestClock: () => ({ body: { now: '2026-04-17T00:00:00+02:00' } }),
};

const writes = describedEndpoints.filter((it) => it.keeps !== undefined);

/** What says whose key it is: with another one it is another key, not the same one again. */
const places = new Set(['account_id', 'user_product_id', 'product_id', 'id']);

function fieldsThatAre(name: string): readonly FieldRule[] {
  const { body = [], keeps } = described(name);
  return keeps === 'in_record' ? body : body.filter((it) => !places.has(it.name));
}

async function first(name: string): Promise<Example & { readonly answer: Answer }> {
  const example = examples[name]?.() ?? {};
  await example.before?.();
  const headers = { 'idempotency-key': 'order-7' };
  const answer = await ask({ name, ...example, headers });
  expect([name, answer.status, answer.text]).toEqual([
    name,
    described(name).answer.status,
    expect.any(String),
  ]);
  expect(answer.headers).not.toHaveProperty('idempotent-replayed');
  return { ...example, answer };
}

const replayOf = ({ status, text }: Answer) => [status, text, 'true'];
const shown = ({ status, text, headers }: Answer) => [status, text, headers['idempotent-replayed']];

// docs/architecture.md §5: the hash is of the command, after defaults and normalising.
describe.each(writes.map(({ name }) => ({ name })))('A keyed $name', ({ name }) => {
  test('is repeated for every other spelling of the same', async () => {
    const { body, id, answer } = await first(name);
    const { body: rules = [] } = described(name);
    const equal = body === undefined ? [] : equalBodies(rules, body);
    for (const spelling of equal) {
      const headers = { 'idempotency-key': 'order-7' };
      const again = await ask({ name, id, body: spelling.body, headers });
      expect([spelling.what, ...shown(again)]).toEqual([spelling.what, ...replayOf(answer)]);
    }
    const again = await ask({
      name,
      id: id?.toUpperCase(),
      body,
      headers: {
        'idempotency-key': '"order-7"',
        'if-match': '"99"',
        accept: 'text/html',
        'user-agent': 'another',
        'x-request-id': 'another',
        ...(body === undefined ? {} : { 'content-type': 'Application/JSON; charset="utf-8"' }),
      },
    });
    expect(shown(again)).toEqual(replayOf(answer));
  });

  test('is 422 for anything else', async () => {
    const { body, id } = await first(name);
    const others = body === undefined ? [] : otherBodies(fieldsThatAre(name), body);
    for (const other of others) {
      const headers = { 'idempotency-key': 'order-7' };
      const { status, json } = await ask({ name, id, body: other.body, headers });
      expect([other.what, status, json]).toMatchObject([
        other.what,
        422,
        { code: 'idempotency_key_reused' },
      ]);
    }
  });
});

test('every field that has a default or a normal spelling is spelled in another way', () => {
  const spelled = writes.flatMap(({ name, body: rules = [] }) => {
    const { body = {} } = examples[name]?.() ?? {};
    const names = equalBodies(rules, body).map(({ what }) => what.split(' ', 1)[0]);
    return [...new Set(names)].map((field) => `${name} ${String(field)}`);
  });
  const expected = writes.flatMap(({ name, body: rules = [] }) => {
    const { body = {} } = examples[name]?.() ?? {};
    return rules
      .filter((it) => it.default !== undefined || ('normal' in it && it.name in body))
      .map((it) => `${name} ${it.name}`);
  });
  expect(spelled).toEqual(expect.arrayContaining(expected));
  expect(expected.length).toBeGreaterThan(25);
});
