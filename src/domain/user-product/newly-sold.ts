import type { Package, PaymentPeriod } from '../catalogue/package.js';
import { soldPeriodOf } from '../catalogue/sold-period.js';
import type { UserProductDraft } from './create-user-product.js';

type NewlySold = Pick<
  UserProductDraft,
  | 'orderId'
  | 'subscriptionNumber'
  | 'externalStartAt'
  | 'createdFrom'
  | 'packageId'
  | 'packageCode'
  | 'titleCode'
  | 'soldPeriod'
  | 'state'
  | 'cancelledAt'
  | 'pendingChange'
  | 'anchor'
  | 'paid'
>;

/**
 * What the draft of every user product has that is sold through an API: its package and the period as that is now, active,
 * and nothing that another system, a cancellation or a change would have brought along.
 */
export function newlySold({
  pack,
  period,
}: {
  readonly pack: Package;
  readonly period: PaymentPeriod;
}): NewlySold {
  return {
    orderId: null,
    subscriptionNumber: null,
    externalStartAt: null,
    createdFrom: 'api',
    packageId: pack.id,
    packageCode: pack.code,
    titleCode: pack.titleCode,
    soldPeriod: soldPeriodOf(period),
    state: 'activated',
    cancelledAt: null,
    pendingChange: null,
    anchor: null,
    paid: null,
  };
}
