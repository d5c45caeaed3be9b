import type { TierId } from '../ids.js';
import { groupLimits } from './group-limits.js';
import type { Tier } from './product-group.js';

/**
 * The tiers in the order in which one of them has gone to that place, counted from 1, positions 1 … n
 * (docs/spec/pages.md §12). A place that is none is the nearest one; a tier that is none moves nothing.
 * Example: Starter 10, Pro 20, Enterprise 30, and Pro goes to 1: Pro 1, Starter 2, Enterprise 3.
 */
export function movedTier(
  tiers: readonly Tier[],
  { tierId, to }: { readonly tierId: TierId; readonly to: number },
): readonly Tier[] {
  const moved = tiers.filter((it) => it.id === tierId);
  const others = tiers.filter((it) => it.id !== tierId);
  const before = Math.min(Math.max(to, 1), tiers.length) - 1;
  return [...others.slice(0, before), ...moved, ...others.slice(before)].map((tier, place) => ({
    ...tier,
    position: place + 1,
  }));
}

/**
 * A position above all of these, for one that is added, and the positions of these then: 1 … n where the highest one that
 * there may be is taken. Example: 10, 20: 21, and these stay. 1, 10,000: 3, and these are 1, 2.
 */
export function roomAbove(tiers: readonly Tier[]): {
  readonly tiers: readonly Tier[];
  readonly position: number;
} {
  const highest = tiers.reduce((most, { position }) => Math.max(most, position), 0);
  if (highest < groupLimits.position) return { tiers, position: highest + 1 };
  const numbered = tiers.map((tier, place) => ({ ...tier, position: place + 1 }));
  return { tiers: numbered, position: numbered.length + 1 };
}
