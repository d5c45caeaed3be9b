import type { Clock } from '../ports/surroundings.js';
import type { DatabaseHealth } from '../ports/database-health.js';

export type CheckReadiness = () => Promise<
  { readonly ready: true } | { readonly ready: false; readonly failing: readonly string[] }
>;

const clockToleranceMs = 2_000;

/**
 * Whether this process may be sent requests: the database answers, the declared indexes are there, and the two clocks
 * differ by no more than 2 s (docs/architecture.md §4). Names what fails, never why in the words of an exception.
 */
export function makeCheckReadiness(deps: {
  readonly database: DatabaseHealth;
  readonly clock: Clock;
}): CheckReadiness {
  return async () => {
    const failing = await failingParts(deps).catch(() => ['database']);
    return failing.length === 0 ? { ready: true } : { ready: false, failing };
  };
}

async function failingParts(deps: {
  readonly database: DatabaseHealth;
  readonly clock: Clock;
}): Promise<readonly string[]> {
  const { localTime } = await deps.database.ping();
  const missing = await deps.database.missingIndexes();
  const isOff = Math.abs(localTime - deps.clock.now()) > clockToleranceMs;
  return [...(missing.length > 0 ? ['indexes'] : []), ...(isOff ? ['clock'] : [])];
}
