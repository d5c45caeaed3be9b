import type { Rank } from '../../domain/catalogue/package.js';

/** Unranked is 0, as Payway has it (docs/spec/payway-api.md §3). */
export function rankNumber(rank: Rank): number {
  return rank === 'unranked' ? 0 : rank;
}

/** The rank that a stored number means. */
export function readRank(rank: number): Rank {
  return rank === 0 ? 'unranked' : rank;
}
