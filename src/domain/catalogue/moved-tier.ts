import type { TierId } from '../ids.js';
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

/** The position above all of these, for one that is added. */
export function positionAbove(tiers: readonly Tier[]): number {
  return tiers.reduce((highest, { position }) => Math.max(highest, position), 0) + 1;
}
