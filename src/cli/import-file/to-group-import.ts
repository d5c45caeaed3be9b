import type { GroupImport, TierImport } from '../../application/import/organisation-import.js';
import { type ProductGroupId, type TierId, toId } from '../../domain/ids.js';
import type { DeriveId } from './derive-id.js';
import type { ProductGroupRow } from './file-schema.js';

/** A product group of a file; without an id it gets one made of its name. */
export function toGroupImport(row: ProductGroupRow, derive: DeriveId): GroupImport {
  const id = row.id ?? toId<ProductGroupId>(derive('product group', row.name));
  return {
    id,
    name: row.name,
    enabled: row.enabled,
    forceSameBillingInterval: row.force_same_billing_interval,
    createdAt: row.created_at,
    tiers: row.tiers.map((it) => toTierImport(it, id, derive)),
  };
}

/** Without an id it gets one made of its group and its package, which stands once in it. */
function toTierImport(
  row: ProductGroupRow['tiers'][number],
  groupId: ProductGroupId,
  derive: DeriveId,
): TierImport {
  return {
    id: row.id ?? toId<TierId>(derive('tier', groupId, row.package_code)),
    hasGivenId: row.id !== undefined,
    packageCode: row.package_code,
    periodIds: row.period_ids,
    position: row.position,
    label: row.label,
    upgradeable: row.upgradeable,
    downgradeable: row.downgradeable,
    changeTiming: row.change_timing,
    creditType: row.credit_type,
  };
}
