import path from 'node:path';
import { end, runNode } from './processes.mjs';

const count = 10_000;

/** Due rows a second, by the product's own worker in this process: until the last event is in the log. */
export async function benchPeriodEnd({ folder, startDatabase, writeSubscribers }) {
  const file = path.join(folder, 'due.json');
  writeSubscribers(file, count, { validFrom: '-1M', validTo: '-1D' });
  const { uri, child, env } = await startDatabase('period-end');
  const settings = { ...env, MONGODB_URI: uri };
  await runNode(['dist/main.js', 'import', file], settings);

  const { connect } = await import('../../dist/storage/connect.js');
  const { openStores } = await import('../../dist/storage/open-stores.js');
  const { makeWorker } = await import('../../dist/worker/worker.js');
  const { composeUseCases } = await import('../../dist/composition/compose-use-cases.js');
  const { noMetrics } = await import('../../dist/application/ports/metrics.js');
  const nothing = () => undefined;
  const database = await connect({ uri, requestTimeoutMs: 60_000 });
  const stores = openStores(database);
  const log = { debug: nothing, info: nothing, warn: console.error, error: console.error };
  const useCases = composeUseCases(stores, {
    clock: { now: () => Date.now() },
    pause: () => Promise.resolve(),
    random: Math.random,
    ids: stores.ids,
    log,
    metrics: noMetrics,
    exportingIntegrations: new Set(),
    onCommitted: nothing,
    quotes: { sign: nothing, read: () => null },
    requestTimeoutMs: 10_000,
  });
  const organisationId = 'a00000000000000000000001';
  const logged = () => stores.events.lastPosition(organisationId);
  const before = await logged();
  const worker = makeWorker({ ...useCases, log });
  const started = performance.now();
  worker.start();
  while ((await logged()) < before + count) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const seconds = (performance.now() - started) / 1000;
  await worker.stop();
  await database.close();
  await end(child);
  return count / seconds;
}
