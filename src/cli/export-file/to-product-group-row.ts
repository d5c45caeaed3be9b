import type { ExportRow } from '../../application/export/export-organisations.js';
import type { Tier } from '../../domain/catalogue/product-group.js';
import { isoOrNull } from './to-user-product-row.js';

type Exported = Extract<ExportRow, { row: 'product_group' }>;

/** A product group in the members that an import reads. */
export function toProductGroupRow({ group, codeOf }: Exported): object {
  return {
    id: group.id,
    name: group.name,
    enabled: group.enabled,
    force_same_billing_interval: group.forceSameBillingInterval,
    tiers: group.tiers.map((it) => tierMembers(it, codeOf)),
    created_at: isoOrNull(group.createdAt),
  };
}

function tierMembers(tier: Tier, codeOf: Exported['codeOf']): object {
  return {
    id: tier.id,
    package_code: codeOf(tier.packageId),
    period_ids: tier.periodIds,
    position: tier.position,
    label: tier.label,
    upgradeable: tier.upgradeable,
    downgradeable: tier.downgradeable,
    change_timing: tier.changeTiming,
    credit_type: tier.creditType,
  };
}
