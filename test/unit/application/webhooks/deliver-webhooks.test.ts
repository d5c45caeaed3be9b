import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import nock from 'nock';
import { Webhook } from 'standardwebhooks';
import type { SubscriptionId } from '../../../../src/domain/ids.js';
import { newId } from '../../../support/organisation.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { makeWebhookWorld, type WebhookWorld } from './webhook-world.js';

const host = 'https://receiver.test';
const url = `${host}/hook`;

const stores = openMemoryStores();
let world: WebhookWorld;
beforeEach(async () => {
  world = await makeWebhookWorld(stores);
});
afterEach(() => {
  nock.abortPendingRequests();
  nock.cleanAll();
});

type Received = { readonly id: string; readonly headers: Record<string, string>; body: unknown };

/** A receiver that answers as it is told to, time after time, and remembers what it got. */
function receive(
  answer: (count: number, id: string) => [number, string?, Record<string, string>?],
) {
  const received: Received[] = [];
  nock(host)
    .persist()
    .post('/hook')
    .reply(function (_uri, body) {
      const headers = this.req.headers;
      const id = String(headers['webhook-id']);
      received.push({ id, headers, body });
      const [status, text = '', answered = {}] = answer(received.length, id);
      return [status, text, answered];
    });
  return { received, ids: () => received.map((it) => it.id) };
}

const states = async ({ key }: { key: Parameters<WebhookWorld['findEndpoint']>[0] }) => {
  const listed = await world.listDeliveries({ ...key, state: null, after: 0, limit: 1_000 });
  return listed.ok ? listed.deliveries : [];
};

describe('An endpoint', () => {
  test('gets what happens after it was registered, each once, in the order of the log', async () => {
    const receiver = receive(() => [204]);
    await world.happen(2);
    const endpoint = await world.add(url);
    const events = await world.happen(3);
    await world.deliver();
    await world.deliver();
    expect(receiver.ids()).toEqual(events.map((it) => it.id));
    expect((await states(endpoint)).map((it) => it.state)).toEqual(Array(3).fill('delivered'));
  });

  test('gets the described event, signed', async () => {
    const receiver = receive(() => [200]);
    const { secret } = await world.add(url);
    const [event] = await world.happen(1);
    await world.deliver();
    const [{ headers, body }] = receiver.received as [Received];
    const sentAt = Number(headers['webhook-timestamp']) * 1_000;
    expect(sentAt).toBe(world.time.now());
    const signer = new Webhook(secret);
    const signature = signer.sign(event?.id ?? '', new Date(sentAt), JSON.stringify(body));
    expect(headers['webhook-signature']).toBe(signature);
    expect(body).toMatchObject({
      type: 'user_product_renewed',
      timestamp: '2026-05-01T02:00:00+02:00',
      data: { id: event?.id, sequence: 1, occurred_at: '2026-05-01T02:00:00+02:00' },
    });
  });

  test('gets only the types that it wants', async () => {
    const receiver = receive(() => [204]);
    await world.add(url, ['package_upgrade']);
    await world.happen(2);
    const [upgrade] = await world.happen(1, undefined, { type: 'package_upgrade' });
    await world.deliver();
    expect(receiver.ids()).toEqual([upgrade?.id]);
  });

  test('that is disabled gets nothing, and when it is enabled again what happened meanwhile', async () => {
    const receiver = receive(() => [204]);
    const { key } = await world.add(url);
    await world.updateEndpoint({ ...key, enabled: false });
    const events = await world.happen(2);
    await world.deliver();
    expect(receiver.ids()).toEqual([]);
    await world.updateEndpoint({ ...key, enabled: true });
    await world.deliver();
    expect(receiver.ids()).toEqual(events.map((it) => it.id));
  });

  test('is signed for with both secrets while one is being rotated', async () => {
    const receiver = receive(() => [204]);
    const { key } = await world.add(url);
    await world.rotateSecret({ ...key, overlapHours: 1 });
    await world.happen(1);
    await world.deliver();
    world.pass(1);
    await world.happen(1);
    await world.deliver();
    const counts = received(receiver).map((it) => it.split(' ').length);
    expect(counts).toEqual([2, 1]);
  });

  const received = (receiver: { received: readonly Received[] }) =>
    receiver.received.map((it) => String(it.headers['webhook-signature']));
});

describe('A delivery that fails', () => {
  test('is tried again later, and holds up its own subscription only', async () => {
    const subscription = newId<SubscriptionId>();
    const failing = new Set<string>();
    const receiver = receive((_count, id) => (failing.has(id) ? [500, 'no'] : [204]));
    const endpoint = await world.add(url);
    const [first, second] = await world.happen(2, subscription);
    const [other] = await world.happen(1);
    failing.add(first?.id ?? '');
    await world.deliver();
    expect(receiver.ids().toSorted()).toEqual([first?.id, other?.id].toSorted());
    expect((await states(endpoint)).map((it) => it.state)).toEqual([
      'failed',
      'pending',
      'delivered',
    ]);
    const [third] = await world.happen(1, subscription);
    failing.clear();
    await world.deliver();
    expect(receiver.received).toHaveLength(2);
    world.pass(5 / 3_600);
    await world.deliver();
    expect(receiver.ids().slice(2)).toEqual([first?.id, second?.id, third?.id]);
  });

  test('keeps what came of each try', async () => {
    receive((count) => (count === 1 ? [302, 'elsewhere', { location: '/' }] : [200, 'thanks']));
    const endpoint = await world.add(url);
    await world.happen(1);
    const firstAt = world.time.now();
    await world.deliver();
    world.pass(1);
    await world.deliver();
    const [delivery] = await states(endpoint);
    const none = { durationMs: 0, failure: null };
    expect(delivery?.attempts).toEqual([
      { at: firstAt, status: 302, answer: 'elsewhere', ...none },
      { at: world.time.now(), status: 200, answer: 'thanks', ...none },
    ]);
  });

  test('through three days is not lost: it is dead then, the next goes out, and a replay brings it back', async () => {
    let isDown = true;
    const receiver = receive(() => (isDown ? [503] : [204]));
    const endpoint = await world.add(url);
    const [first, second] = await world.happen(2);
    for (let tries = 0; tries < 10; tries += 1) {
      await world.deliver();
      world.pass(24);
    }
    expect((await states(endpoint)).map((it) => it.state)).toEqual(['dead', 'failed']);
    isDown = false;
    await world.deliver();
    expect((await states(endpoint)).map((it) => it.state)).toEqual(['dead', 'delivered']);
    const range = { ...endpoint.key, after: null, before: second?.id ?? null };
    expect(await world.replay(range)).toEqual({ ok: true, queued: 1 });
    await world.deliver();
    expect(receiver.ids().at(-1)).toBe(first?.id);
    expect((await states(endpoint)).map((it) => it.state)).toEqual(['delivered', 'delivered']);
  });

  test('with Retry-After lets the receiver have its rest, from everything', async () => {
    const receiver = receive((count) => (count === 1 ? [429, '', { 'retry-after': '60' }] : [204]));
    await world.add(url);
    await world.happen(1);
    await world.deliver();
    await world.happen(1);
    world.pass(59 / 3_600);
    await world.deliver();
    expect(receiver.received).toHaveLength(1);
    world.pass(1 / 3_600);
    await world.deliver();
    expect(receiver.received).toHaveLength(3);
  });
});

describe('A receiver that answers 410', () => {
  test('gets nothing any more, and what waits for it is kept', async () => {
    const receiver = receive((count) => [count === 1 ? 410 : 204]);
    const endpoint = await world.add(url);
    await world.happen(2);
    await world.deliver();
    const found = await world.findEndpoint(endpoint.key);
    expect(found).toMatchObject({ ok: true, endpoint: { enabled: false } });
    expect((await states(endpoint)).map((it) => it.state)).toEqual(['pending', 'pending']);
    await world.updateEndpoint({ ...endpoint.key, enabled: true });
    await world.deliver();
    expect(receiver.received).toHaveLength(3);
  });
});

describe('Two processes', () => {
  test('do not both send', async () => {
    const receiver = receive(() => [204]);
    await world.add(url);
    const events = await world.happen(30);
    await Promise.all([world.deliver(), world.deliver(), world.deliver()]);
    expect(receiver.ids()).toEqual(events.map((it) => it.id));
  });

  test('take over from each other when one has died', async () => {
    const { key } = await world.add(url);
    const receiver = receive(() => [204]);
    await world.happen(1);
    const now = world.time.now();
    const until = now + 60_000;
    const died = { owner: 'a process', now, until: until as typeof now };
    await stores.webhookEndpoints.takeLease(key.organisationId, key.id, died);
    await world.deliver();
    expect(receiver.received).toHaveLength(0);
    world.pass(1);
    await world.deliver();
    expect(receiver.received).toHaveLength(1);
  });
});
