import type { Clock } from '../ports/surroundings.js';
import type { DatabaseHealth } from '../ports/database-health.js';

export type CheckReadiness = () => Promise<
  { readonly ready: true } | { readonly ready: false; readonly failing: readonly string[] }
>;

const clockToleranceMs = 2_000;
/** An answer may be that old: whoever asks often costs the database nothing more. */
const freshMs = 1_000;

/**
 * Whether this process may be sent requests: the database answers and has room for a write, the declared indexes are
 * there, and the two clocks differ by no more than 2 s (docs/architecture.md §4). Names what fails, never why in the
 * words of an exception. An answer may be 1 s old (docs/spec/operations.md §3).
 */
export function makeCheckReadiness(deps: {
  readonly database: DatabaseHealth;
  readonly clock: Clock;
}): CheckReadiness {
  let last: { readonly askedAt: number; readonly answer: ReturnType<CheckReadiness> } | undefined;
  return () => {
    const now = deps.clock.now();
    if (last === undefined || Math.abs(now - last.askedAt) >= freshMs) {
      last = { askedAt: now, answer: readiness(deps) };
    }
    return last.answer;
  };
}

async function readiness(
  deps: Parameters<typeof makeCheckReadiness>[0],
): ReturnType<CheckReadiness> {
  const failing = await failingParts(deps).catch(() => ['database']);
  return failing.length === 0 ? { ready: true } : { ready: false, failing };
}

async function failingParts(deps: {
  readonly database: DatabaseHealth;
  readonly clock: Clock;
}): Promise<readonly string[]> {
  const { localTime } = await deps.database.ping();
  if (!(await deps.database.hasRoom())) return ['database'];
  const missing = await deps.database.missingIndexes();
  const isOff = Math.abs(localTime - deps.clock.now()) > clockToleranceMs;
  return [...(missing.length > 0 ? ['indexes'] : []), ...(isOff ? ['clock'] : [])];
}
