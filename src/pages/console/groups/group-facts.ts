import type { AuditFacts } from '../../../application/ports/audit-store.js';
import type { ProductGroup, Tier } from '../../../domain/catalogue/product-group.js';

/** What the audit says of a group before and after somebody has written it. */
export function factsOfGroup(group: ProductGroup): AuditFacts {
  const { name, enabled, forceSameBillingInterval, version, tiers } = group;
  return { name, enabled, forceSameBillingInterval, version, tiers: tiers.map(factOfTier) };
}

function factOfTier(tier: Tier): string {
  const { position, id, packageId, periodIds, label } = tier;
  const flags = [tier.upgradeable ? 'up' : '', tier.downgradeable ? 'down' : ''];
  const terms = [...flags, tier.changeTiming, tier.creditType].filter((it) => it !== '').join(' ');
  return `${String(position)}: tier ${id}, package ${packageId}, periods ${periodIds.join(' ')}, ${terms}${label === null ? '' : `, ${label}`}`;
}
