import type { Tier } from '../../domain/catalogue/product-group.js';
import type { TierId } from '../../domain/ids.js';
import type { TierRow } from './group-commands.js';

/**
 * The tiers that these rows make of those that stand, by position (docs/spec/product-groups-api.md §2): a row is the tier
 * that it names, else the one of its package that no other row names, and keeps that id; others get a new one.
 */
export function tiersOfRows(
  rows: readonly TierRow[],
  standing: readonly Tier[],
  nextId: () => TierId,
): readonly Tier[] {
  const named = new Set(rows.map((it) => it.id));
  const free = standing.filter((it) => !named.has(it.id));
  return rows
    .map((row) => ({
      ...row,
      id: row.id ?? free.find((it) => it.packageId === row.packageId)?.id ?? nextId(),
    }))
    .toSorted((a, b) => a.position - b.position);
}

/** The tiers that stand and go, or get another package: what user products rely on of those. */
export function tiersLeft(standing: readonly Tier[], next: readonly Tier[]): readonly TierId[] {
  const packages = new Map(next.map((it) => [it.id, it.packageId]));
  return standing.filter((it) => packages.get(it.id) !== it.packageId).map(({ id }) => id);
}
