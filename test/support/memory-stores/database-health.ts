import type { DatabaseHealth } from '../../../src/application/ports/database-health.js';
import { inOneStep } from './one-step.js';

/** There is no server: it answers at once, by this machine's clock, and lacks no index. */
export function makeDatabaseHealth(): DatabaseHealth {
  return inOneStep<DatabaseHealth>({
    ping: () => ({ localTime: Date.now() }),
    hasRoom: () => true,
    missingIndexes: () => [],
    ensureIndexes: () => undefined,
  });
}
