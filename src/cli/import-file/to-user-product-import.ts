import type {
  PendingChangeImport,
  PeriodReference,
  UserProductImport,
} from '../../application/import/organisation-import.js';
import type { PeriodType } from '../../domain/catalogue/package.js';
import { toId, type UserProductId } from '../../domain/ids.js';
import type { DeriveId } from './derive-id.js';
import type { UserProductRow } from './file-schema.js';

type ReferenceRow = Pick<UserProductRow, 'package_code' | 'period_id' | 'period_snapshot'>;

/** A user product of a file in the product's words; its relative dates stay relative until it is created. */
export function toUserProductImport(row: UserProductRow, derive: DeriveId): UserProductImport {
  const id = row.id ?? derivedId(row, derive);
  return {
    ...toPeriodReference(row, row.subscription_type),
    id,
    subscriptionId: row.subscription_id ?? id,
    accountId: row.account_id,
    subscriptionType: row.subscription_type,
    state: row.state,
    provisionService: row.provision_service,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    anchor: row.anchor,
    billingDay: row.billing_day,
    cancelledAt: row.cancelled_at,
    pendingChange: toPendingChange(row),
    subscriptionNumber: row.subscription_number,
    orderId: row.order_id,
    externalStartAt: row.external_start_at,
    paid: row.paid,
    billing: row.billing ?? { hasDocuments: false, paid: null },
    quantity: row.quantity,
    tierId: row.tier_id,
  };
}

function toPendingChange(row: UserProductRow): PendingChangeImport | null {
  const pending = row.pending_change ?? null;
  if (pending === null) return null;
  return {
    ...toPeriodReference(pending, row.subscription_type),
    kind: pending.kind,
    quantity: pending.quantity,
    tierId: pending.tier_id,
    requestedAt: pending.requested_at,
    requestedBy: pending.requested_by,
  };
}

function toPeriodReference(row: ReferenceRow, subscriptionType: PeriodType): PeriodReference {
  const snapshot = row.period_snapshot ?? null;
  return {
    packageCode: row.package_code,
    periodId: row.period_id,
    periodSnapshot: snapshot && { ...snapshot, type: snapshot.type ?? subscriptionType },
  };
}

/** By who has what and since when. */
function derivedId(row: UserProductRow, derive: DeriveId): UserProductId {
  const since = JSON.stringify(row.valid_from);
  return toId(derive('user product', row.account_id, row.package_code, row.period_id, since));
}
