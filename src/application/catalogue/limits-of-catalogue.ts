import type { FullResource } from './refused-write.js';

/**
 * Of an organisation, by API and by import: all of its catalogue is read and kept at once (docs/architecture.md §8). They
 * are counted, not reserved: as many more may be let in as are made at the same moment, or within 2 s in other processes.
 */
export const mostPackages = 10_000;
export const mostProductGroups = 1_000;

/** Of a package: they are in one document with it, so this one is exact. */
export const mostPeriods = 500;

/** The refusal of one more, where there are as many as may be. */
export function whenFull(count: number, most: number): FullResource | null {
  return count < most ? null : { ok: false, failure: 'full', most };
}
