import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import nock from 'nock';
import { Webhook } from 'standardwebhooks';
import { composeWebhooks } from '../../src/composition/compose-webhooks.js';
import type { DomainEvent } from '../../src/domain/user-product/event-side.js';
import type { OrganisationId, SubscriptionId } from '../../src/domain/ids.js';
import { toInstant } from '../../src/domain/time/instant.js';
import { makeWorker } from '../../src/worker/worker.js';
import { newId, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, silentLog, startProcess } from '../support/process.js';
import { buildEvent } from '../support/stored/build-entry.js';
import { buildRow } from '../support/stored/build-row.js';
import { openTestStores, type TestStores } from '../support/stores.js';
import { until } from '../support/until.js';

type Answer = (response: ServerResponse, count: number) => void;
type Message = { readonly id: string; readonly body: string; headers: Record<string, string> };

const servers: Server[] = [];
let opened: TestStores;
beforeAll(async () => {
  // Sockets as they are: what stands in for them otherwise does not break as real ones do.
  nock.restore();
  opened = await openTestStores();
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});
afterAll(() => opened.close());

/** A real receiver on loopback, which remembers what it got. */
async function receive(answer: Answer): Promise<{ url: string; received: Message[] }> {
  const received: Message[] = [];
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      const headers = request.headers as Record<string, string>;
      received.push({ id: String(headers['webhook-id']), body, headers });
      answer(response, received.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${String(port)}/hook`, received };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

const thankful: Answer = (response) => {
  response.writeHead(204).end();
};

function webhooksOf(timeoutMs: number) {
  return composeWebhooks(opened.stores, {
    clock: { now: () => toInstant(Date.now()) },
    pause: async (milliseconds) => {
      await pause(milliseconds);
    },
    random: Math.random,
    ids: { next: () => newId() },
    log: silentLog,
    isLoopbackAllowed: true,
    timeoutMs,
  });
}

type Webhooks = ReturnType<typeof webhooksOf>;

async function add({ registerEndpoint }: Webhooks, organisationId: OrganisationId, url: string) {
  const added = await registerEndpoint({ organisationId, url, types: null, enabled: true });
  if (!added.ok) throw new Error(added.failure);
  return { key: { organisationId, id: added.endpoint.id }, secret: added.secret };
}

/** So many events, of ten subscriptions by turns. */
async function happen(organisationId: OrganisationId, count: number) {
  const row = buildRow({ organisationId });
  const subscriptions = Array.from({ length: 10 }, () => newId<SubscriptionId>());
  const after = await opened.stores.events.lastPosition(organisationId);
  const events = Array.from({ length: count }, (_, index) =>
    buildEvent(row, {
      sequence: Math.floor(index / 10) + 1,
      subscriptionId: subscriptions[index % 10] ?? newId(),
    }),
  );
  await opened.stores.events.append(organisationId, { after, events });
  return events;
}

const bySubscription = (events: readonly DomainEvent[], ids: readonly string[]) => {
  const known = new Map(events.map((it) => [String(it.id), it]));
  const sequences = new Map<string, number[]>();
  for (const id of ids) {
    const event = known.get(id);
    const own = sequences.get(String(event?.subscriptionId)) ?? [];
    sequences.set(String(event?.subscriptionId), [...own, event?.sequence ?? 0]);
  }
  return [...sequences.values()];
};

describe('Webhooks', () => {
  test('tell a receiver of a real change, signed so that a library that is not ours accepts it', async () => {
    const { stores } = opened;
    const seeded = await seedOrganisation(stores);
    const receiver = await receive(thankful);
    const webhooks = webhooksOf(5_000);
    const { secret } = await add(webhooks, seeded.organisation.id, receiver.url);
    const product = await seeded.subscribe({
      code: 'basic',
      validFrom: '2026-11-01T00:00:00+01:00',
      validTo: '2026-12-01T00:00:00+01:00',
    });
    const useCases = startProcess(stores, makeTestTime(toInstant(product.validFrom + 1)));
    const { deliverWebhooks } = webhooks;
    const worker = makeWorker({
      ...useCases,
      runPeriodEnd: () => Promise.resolve(0),
      deliverWebhooks,
      removeOldEvents: null,
      log: silentLog,
    });
    worker.start();
    expect(await useCases.requestChange(seeded.request(product, 'digital'))).toMatchObject({
      ok: true,
    });
    worker.onCommitted([]);
    await until(() => receiver.received.length >= 2);
    await worker.stop();
    const bodies = receiver.received.map(
      ({ body, headers }) => new Webhook(secret).verify(body, headers) as Record<string, unknown>,
    );
    expect(bodies).toMatchObject([
      { type: 'user_product_created', data: { sequence: 1, before: null } },
      {
        type: 'package_upgrade',
        data: {
          sequence: 2,
          subscription_id: product.subscriptionId,
          before: { package: { code: 'basic', rank: 10 } },
          after: { user_product: { period: { price: 200, currency: 'SEK' } } },
        },
      },
    ]);
  });

  const hostile: [string, Answer, object][] = [
    ['hangs', () => undefined, { state: 'failed', attempts: [{ failure: 'timed_out' }] }],
    [
      'hangs half-way through its answer',
      (response) => {
        response.writeHead(200, { 'content-length': 100 }).write('half');
      },
      { state: 'failed', attempts: [{ failure: 'timed_out' }] },
    ],
    [
      'closes half-way',
      (response) => {
        response.writeHead(200, { 'content-length': 100 });
        response.write('half', () => response.destroy());
      },
      { state: 'failed', attempts: [{ failure: 'answer_broken' }] },
    ],
    [
      'closes without an answer',
      (response) => response.destroy(),
      { state: 'failed', attempts: [{ failure: 'connection_failed' }] },
    ],
    [
      'answers 200 kB',
      (response) => {
        response.writeHead(200).end('a'.repeat(200_000));
      },
      { state: 'delivered', attempts: [{ status: 200, answer: 'a'.repeat(1_024) }] },
    ],
    [
      'redirects to 169.254.169.254',
      (response) => {
        response.writeHead(307, { location: 'http://169.254.169.254/latest/meta-data' }).end();
      },
      { state: 'failed', attempts: [{ status: 307 }] },
    ],
  ];

  test('reach a receiver in order while all the others misbehave, and lose nothing of theirs', async () => {
    const { organisation } = await seedOrganisation(opened.stores);
    const webhooks = webhooksOf(8_000);
    const healthy = await receive(thankful);
    await add(webhooks, organisation.id, healthy.url);
    const others = await Promise.all(
      hostile.map(async ([name, answer, expected]) => {
        const { url } = await receive(answer);
        return { name, expected, ...(await add(webhooks, organisation.id, url)) };
      }),
    );
    const events = await happen(organisation.id, 100);
    const { deliverWebhooks } = webhooks;
    await deliverWebhooks.startDispatchers();
    await until(() => healthy.received.length >= events.length);
    for (const order of bySubscription(
      events,
      healthy.received.map((it) => it.id),
    )) {
      expect(order).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    }
    for (const { name, key, expected } of others) {
      const page = { ...key, state: null, after: 0, limit: 200 };
      const listed = async () => {
        const answer = await webhooks.listDeliveries(page);
        return answer.ok ? answer.deliveries : [];
      };
      await until(async () => (await listed()).some((it) => it.attempts.length > 0));
      const [first, ...rest] = await listed();
      expect({ name, ...first }).toMatchObject(expected);
      expect(rest).toHaveLength(events.length - 1);
    }
    await deliverWebhooks.stop();
  });

  test('go out again, from where they were, after a process has died without a word', async () => {
    const { organisation } = await seedOrganisation(opened.stores);
    const receiver = await receive((response, count) => {
      if (count === 3) return;
      thankful(response, count);
    });
    const first = webhooksOf(60_000);
    const { key } = await add(first, organisation.id, receiver.url);
    const row = buildRow({ organisationId: organisation.id });
    const events = [1, 2, 3, 4].map((sequence) => buildEvent(row, { sequence }));
    await opened.stores.events.append(organisation.id, { after: 0, events });
    await first.deliverWebhooks.startDispatchers();
    await until(() => receiver.received.length === 3);
    // What it leaves behind when it is killed: the lease, which runs out.
    const { webhookEndpoints } = opened.stores;
    const over = toInstant(Date.now() + 61_000);
    const taken = { owner: 'another', now: over, until: over };
    await webhookEndpoints.takeLease(organisation.id, key.id, taken);
    await webhookEndpoints.endLease(organisation.id, key.id, {
      owner: 'another',
      pausedUntil: null,
    });
    const second = webhooksOf(5_000);
    await second.deliverWebhooks.startDispatchers();
    await second.deliverWebhooks.settled();
    await first.deliverWebhooks.stop();
    const ids = receiver.received.map((it) => it.id);
    const expected = events.map((it) => it.id);
    expect(ids.filter((id, index) => ids.indexOf(id) === index)).toEqual(expected);
    expect(ids.at(-1)).toBe(expected.at(-1));
  });
});
