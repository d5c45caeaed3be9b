import type { Catalogue } from './catalogue.js';
import type { Package, Rank } from './package.js';

/**
 * The rank that a package counts by: its own, or its base package's where it is a campaign
 * (docs/spec/payway-api.md §3). A campaign of a campaign, or of a package that is gone, has none.
 */
export function rankOf(pack: Package, catalogue: Catalogue): Rank {
  if (pack.kind !== 'campaign') return pack.rank;
  const base = catalogue.packagesByCode.get(pack.basePackageCode ?? '');
  return base === undefined || base.kind === 'campaign' ? 'unranked' : base.rank;
}
