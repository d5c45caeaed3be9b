// Webhooks to receivers on loopback, on the embedded database. Bounded: about 30 s.
// The hanging receivers need a short time-out handed in: with the product's 15 s nothing but waiting would be measured.
import { createServer } from 'node:http';
import { end } from './processes.mjs';

const count = 1_000;
const subscriptions = 100;
const hangingReceivers = 9;
const timeoutMs = 1_000;
const organisationId = 'a00000000000000000000001';
const nothing = () => undefined;
const log = { debug: nothing, info: nothing, warn: console.error, error: console.error };
const id = (kind, index) => `${kind}${index.toString(16).padStart(24 - kind.length, '0')}`;

/** Counts what it gets, and whether each subscription's events came in their sequence. */
async function receive({ hangs }) {
  const last = new Map();
  const seen = { received: 0, isInOrder: true };
  const server = createServer((request, response) => {
    if (hangs) return;
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const { data } = JSON.parse(body);
      seen.isInOrder &&= data.sequence === (last.get(data.subscription_id) ?? 0) + 1;
      last.set(data.subscription_id, data.sequence);
      seen.received += 1;
      response.writeHead(204).end();
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, seen, close };
}

const events = (round) =>
  Array.from({ length: count }, (_, index) => ({
    id: id(`f${round}`, index + 1),
    sequence: Math.floor(index / subscriptions) + 1,
    type: 'user_product_renewed',
    occurredAt: Date.now(),
    organisationId,
    accountId: id('b0', 1),
    userProductId: id('c0', index % subscriptions),
    subscriptionId: id(`c${round}`, index % subscriptions),
    changeId: null,
    before: null,
    after: null,
  }));

/** Events a second at the receiver that answers, from the first turn to the last event, beside so many that hang. */
async function rate({ stores, composeWebhooks }, round, hanging) {
  const { deliverWebhooks, registerEndpoint, removeEndpoint } = composeWebhooks(stores, {
    clock: { now: () => Date.now() },
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    random: Math.random,
    ids: stores.ids,
    log,
    isLoopbackAllowed: true,
    timeoutMs,
  });
  const receivers = [await receive({ hangs: false })];
  for (let index = 0; index < hanging; index += 1) receivers.push(await receive({ hangs: true }));
  const endpoints = [];
  for (const { url } of receivers) {
    const wanted = { organisationId, url, types: null, enabled: true };
    endpoints.push((await registerEndpoint(wanted)).endpoint);
  }
  const after = await stores.events.lastPosition(organisationId);
  await stores.events.append(organisationId, { after, events: events(round) });
  const { seen } = receivers[0];
  const started = performance.now();
  while (seen.received < count) {
    await deliverWebhooks.startDispatchers();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const seconds = (performance.now() - started) / 1000;
  await deliverWebhooks.stop();
  for (const { id: endpointId } of endpoints) {
    await removeEndpoint({ organisationId, id: endpointId });
  }
  for (const { close } of receivers) close();
  if (!seen.isInOrder) throw new Error('out of order');
  return count / seconds;
}

/** The receiver alone, and beside nine that hang, by turns; the medians. */
export async function benchWebhooks({ startDatabase }) {
  const { uri, child } = await startDatabase('webhooks');
  const { connect } = await import('../../dist/storage/connect.js');
  const { openStores } = await import('../../dist/storage/open-stores.js');
  const { composeWebhooks } = await import('../../dist/composition/compose-webhooks.js');
  const database = await connect({ uri, requestTimeoutMs: 60_000 });
  const stores = openStores(database);
  await stores.database.ensureIndexes();
  await stores.organisations.save({
    id: organisationId,
    name: 'Bench',
    timeZone: 'Europe/Stockholm',
    currency: 'SEK',
    live: true,
    prorationGrain: 'day',
  });
  const use = { stores, composeWebhooks };
  await rate(use, 0, 0);
  const figures = { alone: [], beside: [] };
  for (const turn of [1, 2, 3]) {
    figures.alone.push(await rate(use, 2 * turn, 0));
    figures.beside.push(await rate(use, 2 * turn + 1, hangingReceivers));
  }
  await database.close();
  await end(child);
  const median = (values) => values.toSorted((a, b) => a - b)[1];
  return { alone: median(figures.alone), beside: median(figures.beside) };
}
