import type { PeriodType } from '../catalogue/package.js';
import type { SoldPeriod } from '../catalogue/sold-period.js';
import type {
  AccountId,
  OrganisationId,
  PackageId,
  SubscriptionId,
  TierId,
  UserProductId,
} from '../ids.js';
import type { Anchor } from '../time/anchor.js';
import type { Instant } from '../time/instant.js';
import type { EndedBy, PendingChange } from './change.js';
import type { Paid } from './paid.js';

export const userProductStates = [
  'activated',
  'cancelled',
  'deactivated',
  'pending',
  'frozen',
] as const;
export type UserProductState = (typeof userProductStates)[number];
export type CreatedFrom = 'import' | 'api' | 'upgrade' | 'downgrade' | 'package_change' | 'undo';

/** What was said when a subscription was cancelled; kept, and gone when the cancellation is taken back. */
export type Cancellation = {
  readonly reasonId: string | null;
  /** For whoever collects the money: nothing here is credited by it. */
  readonly creditInvoiceIfSent: boolean;
};

/** What an account has: one package, on one payment period, for a time. A change of package makes a new one. */
export type UserProduct = {
  readonly id: UserProductId;
  readonly organisationId: OrganisationId;
  readonly accountId: AccountId;
  readonly subscriptionId: SubscriptionId;
  readonly orderId: string | null;
  readonly subscriptionNumber: string | null;
  readonly externalStartAt: Instant | null;
  readonly createdFrom: CreatedFrom;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly packageId: PackageId;
  readonly packageCode: string;
  readonly titleCode: string | null;
  readonly soldPeriod: SoldPeriod;
  /** How many of it: the price is that of one. */
  readonly quantity: number;
  /** Its tier of a product group; null: none. One that is gone from its group is as none. */
  readonly tierId: TierId | null;
  /** Whether what is sold of it is told by invoices and credit notes of ours (docs/spec/product-groups-api.md §6). */
  readonly hasDocuments: boolean;
  readonly subscriptionType: PeriodType;
  readonly state: UserProductState;
  readonly provisionService: string;
  readonly validFrom: Instant;
  /** Null only where a subscription neither recurs nor is limited. */
  readonly validTo: Instant | null;
  readonly anchor: Anchor;
  readonly paid: Paid;
  readonly cancelledAt: Instant | null;
  readonly cancellation: Cancellation | null;
  readonly pendingChange: PendingChange | null;
  readonly endedBy: EndedBy | null;
  /** Counts commits, from 1. What `If-Match` takes. */
  readonly version: number;
  /** Sequence of the last event of the chain. */
  readonly lastSequence: number;
  /** Effective instant of the last commit: nothing later may be decided at an earlier one. */
  readonly lastEffectiveAt: Instant;
};
