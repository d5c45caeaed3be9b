import type { Instant } from '../../domain/time/instant.js';

const earliest = Date.UTC(1970, 0, 1);
const latest = Date.UTC(9000, 11, 31, 23, 59, 59, 999);

/**
 * Whether a file may name this instant: within the years 1970–9000, so that the periods that follow it still end
 * within the years that an instant has.
 */
export function isImportable(at: Instant): boolean {
  return at >= earliest && at <= latest;
}
