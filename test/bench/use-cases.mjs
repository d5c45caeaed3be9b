// The product's own use cases in this process, without a worker beside them.
const nothing = () => undefined;

export async function openUseCases(uri) {
  const { connect } = await import('../../dist/storage/connect.js');
  const { openStores } = await import('../../dist/storage/open-stores.js');
  const { composeUseCases } = await import('../../dist/composition/compose-use-cases.js');
  const { noMetrics } = await import('../../dist/application/ports/metrics.js');
  const database = await connect({ uri, requestTimeoutMs: 60_000 });
  const stores = openStores(database);
  const log = { debug: nothing, info: nothing, warn: console.error, error: console.error };
  const useCases = composeUseCases(stores, {
    clock: { now: () => Date.now() },
    pause: () => Promise.resolve(),
    random: Math.random,
    stopwatch: () => performance.now(),
    ids: stores.ids,
    log,
    metrics: noMetrics,
    exportingIntegrations: new Set(),
    onCommitted: nothing,
    quotes: { sign: nothing, read: () => null },
    requestTimeoutMs: 10_000,
  });
  return { stores, useCases, log, close: database.close };
}
