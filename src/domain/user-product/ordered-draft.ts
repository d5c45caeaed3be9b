import type { AccountId, OrganisationId, TierId, UserProductId } from '../ids.js';
import { addInterval } from '../time/boundary.js';
import type { TimeZone } from '../time/instant.js';
import type { UserProductDraft } from './create-user-product.js';
import { newlySold } from './newly-sold.js';
import type { SettledOrder } from './subscription-order.js';

/**
 * The user product that an order makes (docs/spec/product-groups-api.md §4, §5): active from its start, its first period
 * one interval long by the calendar, provided by us, charged by invoices of ours. What is due by now is for whoever reads
 * it next. Example: 10.00 EUR a month from 31 Jan 2027: valid to 28 Feb 2027.
 */
export function draftOfOrder(
  { pack, period, quantity, startAt }: SettledOrder,
  owner: {
    readonly id: UserProductId;
    readonly organisationId: OrganisationId;
    readonly accountId: AccountId;
    readonly tierId: TierId | null;
    readonly zone: TimeZone;
  },
): UserProductDraft {
  const { zone, ...owned } = owner;
  return {
    ...owned,
    ...newlySold({ pack, period }),
    subscriptionId: owned.id,
    quantity,
    hasDocuments: true,
    subscriptionType: 'recurring',
    provisionService: 'tulo',
    validFrom: startAt,
    validTo: addInterval(startAt, period.interval, zone),
  };
}
