import type { ProductGroup, Tier } from '../../domain/catalogue/product-group.js';
import type { OrganisationId } from '../../domain/ids.js';
import {
  type ProductGroupDocument,
  productGroupSchemaVersion,
  type TierDocument,
} from '../schemas/product-group.schema.js';
import { assertReadable } from './schema-version.js';
import { idOf, instantOf, objectIdOf, toDate } from './values.mapper.js';

/** A product group as it is stored, its tiers inside. */
export function productGroupDocument(
  organisationId: OrganisationId,
  group: ProductGroup,
): ProductGroupDocument {
  return {
    _id: objectIdOf(group.id),
    schema_version: productGroupSchemaVersion,
    organisation_id: objectIdOf(organisationId),
    name: group.name,
    enabled: group.enabled,
    force_same_billing_interval: group.forceSameBillingInterval,
    tiers: group.tiers.map(tierDocument),
    version: group.version,
    created_at: toDate(group.createdAt),
    updated_at: toDate(group.updatedAt),
  };
}

/** The product group that a document holds. */
export function productGroupOf(document: ProductGroupDocument): ProductGroup {
  assertReadable(document, productGroupSchemaVersion);
  return {
    id: idOf(document._id),
    name: document.name,
    enabled: document.enabled,
    forceSameBillingInterval: document.force_same_billing_interval,
    tiers: document.tiers.map(tierOf),
    version: document.version,
    createdAt: instantOf(document.created_at),
    updatedAt: instantOf(document.updated_at),
  };
}

function tierDocument(tier: Tier): TierDocument {
  return {
    id: objectIdOf(tier.id),
    package_id: objectIdOf(tier.packageId),
    period_ids: tier.periodIds.map(objectIdOf),
    position: tier.position,
    label: tier.label,
    upgradeable: tier.upgradeable,
    downgradeable: tier.downgradeable,
    change_timing: tier.changeTiming,
    credit_type: tier.creditType,
  };
}

function tierOf(document: TierDocument): Tier {
  return {
    id: idOf(document.id),
    packageId: idOf(document.package_id),
    periodIds: document.period_ids.map((it) => idOf(it)),
    position: document.position,
    label: document.label ?? null,
    upgradeable: document.upgradeable,
    downgradeable: document.downgradeable,
    changeTiming: document.change_timing,
    creditType: document.credit_type,
  };
}
