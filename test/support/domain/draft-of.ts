import type { UserProductDraft } from '../../../src/domain/user-product/create-user-product.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';

/** The draft that would create this row, what it has paid and its anchor left to be found unless one is given. */
export function draftOf(
  row: UserProduct,
  anchor: UserProductDraft['anchor'] = null,
): UserProductDraft {
  return {
    id: row.id,
    subscriptionId: row.subscriptionId,
    organisationId: row.organisationId,
    accountId: row.accountId,
    orderId: row.orderId,
    subscriptionNumber: row.subscriptionNumber,
    externalStartAt: row.externalStartAt,
    createdFrom: row.createdFrom,
    packageId: row.packageId,
    packageCode: row.packageCode,
    titleCode: row.titleCode,
    soldPeriod: row.soldPeriod,
    quantity: row.quantity,
    tierId: row.tierId,
    hasDocuments: row.hasDocuments,
    subscriptionType: row.subscriptionType,
    state: row.state,
    provisionService: row.provisionService,
    validFrom: row.validFrom,
    validTo: row.validTo,
    cancelledAt: row.cancelledAt,
    pendingChange: row.pendingChange,
    anchor,
    paid: null,
  };
}
