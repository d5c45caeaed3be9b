import type { Package } from '../../domain/catalogue/package.js';

/** Packages in their order, campaigns after what they may be campaigns of. */
export function campaignsLast(packages: readonly Package[]): readonly Package[] {
  const isCampaign = (it: Package): boolean => it.kind === 'campaign';
  return [...packages.filter((it) => !isCampaign(it)), ...packages.filter(isCampaign)];
}
