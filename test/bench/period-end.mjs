import path from 'node:path';
import { end, runNode } from './processes.mjs';

const count = 10_000;

/** Due rows a second: found, decided, committed, and their events in the log. In this process, as a worker's is. */
export async function benchPeriodEnd({ folder, startDatabase, writeSubscribers }) {
  const file = path.join(folder, 'due.json');
  writeSubscribers(file, count, { validFrom: '-1M', validTo: '-1D' });
  const { uri, child, env } = await startDatabase('period-end');
  const settings = { ...env, MONGODB_URI: uri };
  await runNode(['dist/main.js', 'import', file], settings);

  const { connect } = await import('../../dist/storage/connect.js');
  const { openStores } = await import('../../dist/storage/open-stores.js');
  const { composeUseCases } = await import('../../dist/compose-use-cases.js');
  const nothing = () => undefined;
  const database = await connect({ uri, requestTimeoutMs: 60_000 });
  const stores = openStores(database);
  const worker = composeUseCases(stores, {
    clock: { now: () => Date.now() },
    pause: () => Promise.resolve(),
    random: Math.random,
    ids: stores.ids,
    log: { debug: nothing, info: nothing, warn: console.error, error: console.error },
    exportingIntegrations: new Set(),
    onCommitted: nothing,
  });
  const started = performance.now();
  const [applied] = await Promise.all([worker.runPeriodEnd(() => false), drainUntilQuiet(worker)]);
  await worker.drainOutbox('all');
  const seconds = (performance.now() - started) / 1000;
  await database.close();
  await end(child);
  if (applied < count) throw new Error(`only ${applied} of ${count} were applied`);
  return applied / seconds;
}

/** As the worker does: what is committed is drained while the next pages are decided. */
async function drainUntilQuiet(worker) {
  let quiet = 0;
  while (quiet < 3) {
    quiet = (await worker.drainOutbox('all')) === 0 ? quiet + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
