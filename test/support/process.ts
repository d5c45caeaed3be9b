import type { ChangeStores, Surroundings } from '../../src/composition/change-surroundings.js';
import { composeUseCases, type UseCases } from '../../src/composition/compose-use-cases.js';
import { randomPageSecrets } from '../../src/credentials/random-page-secrets.js';
import { type Instant, toInstant } from '../../src/domain/time/instant.js';
import type { Log } from '../../src/application/ports/log.js';
import { noMetrics } from '../../src/application/ports/metrics.js';
import { newId } from './organisation.js';

/** A clock that a test moves. */
export type TestTime = { readonly now: () => Instant; readonly set: (to: Instant) => void };

export function makeTestTime(start: Instant): TestTime {
  let current = start;
  return {
    now: () => current,
    set: (to) => {
      current = toInstant(to);
    },
  };
}

const nothing = (): void => undefined;
/** Says nothing; a test that cares about a line hands in its own. */
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** Quotes that nobody asks for; a test of them hands in signed ones. */
const noQuotes: Surroundings['quotes'] = {
  sign: () => ({ text: '', expiresAt: 0 }),
  read: () => null,
};

/** What surrounds a process in a test, but for what is given: that time, no waiting between tries, no words. */
export function surroundingsAt(time: TestTime, changed: Partial<Surroundings> = {}): Surroundings {
  return {
    clock: { now: time.now },
    pause: () => Promise.resolve(),
    random: Math.random,
    // Stands still: no test waits for so long that a request would be given up.
    stopwatch: () => 0,
    ids: { next: () => newId() },
    log: silentLog,
    metrics: noMetrics,
    exportingIntegrations: new Set(),
    onCommitted: nothing,
    quotes: noQuotes,
    pageSecrets: randomPageSecrets,
    requestTimeoutMs: 10_000,
    ...changed,
  };
}

/** The use cases of one process over these stores, at that time, without waiting between tries. */
export function startProcess(
  stores: ChangeStores,
  time: TestTime,
  changed: Partial<Surroundings> = {},
): UseCases {
  return composeUseCases(stores, surroundingsAt(time, changed));
}
