import type { OrganisationId } from '../../domain/ids.js';
import type { UserProductDraft } from '../../domain/user-product/create-user-product.js';
import type { ResolvedUserProduct } from './resolve-user-product.js';

/** A row of a file as what is known of a user product that is new here. */
export function importedDraft(
  resolved: ResolvedUserProduct,
  organisationId: OrganisationId,
): UserProductDraft {
  const { row, package: pack, soldPeriod, pendingChange, validFrom, validTo } = resolved;
  return {
    id: row.id,
    subscriptionId: row.subscriptionId,
    organisationId,
    accountId: row.accountId,
    orderId: row.orderId,
    subscriptionNumber: row.subscriptionNumber,
    externalStartAt: resolved.externalStartAt,
    createdFrom: 'import',
    packageId: pack.id,
    packageCode: pack.code,
    titleCode: pack.titleCode,
    soldPeriod,
    quantity: row.quantity,
    tierId: row.tierId,
    hasDocuments: row.billing.hasDocuments,
    subscriptionType: row.subscriptionType,
    state: row.state,
    provisionService: row.provisionService,
    validFrom,
    validTo,
    anchor: resolved.anchor,
    cancelledAt: resolved.cancelledAt,
    pendingChange,
    paid: resolved.paid,
  };
}
