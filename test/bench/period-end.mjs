import path from 'node:path';
import { end, runNode } from './processes.mjs';
import { organisationId } from './seed.mjs';
import { openUseCases } from './use-cases.mjs';

const count = 10_000;

/** Due rows a second, by the product's own worker in this process: until the last event is in the log. */
export async function benchPeriodEnd({ folder, startDatabase, writeSubscribers }) {
  const file = path.join(folder, 'due.json');
  writeSubscribers(file, count, { validFrom: '-1M', validTo: '-1D' });
  const { uri, child, env } = await startDatabase('period-end');
  const settings = { ...env, MONGODB_URI: uri };
  await runNode(['dist/main.js', 'import', file], settings);

  const { makeWorker } = await import('../../dist/worker/worker.js');
  const { stores, useCases, log, close } = await openUseCases(uri);
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
  await close();
  await end(child);
  return count / seconds;
}
