import type { PackageId, PaymentPeriodId, ProductGroupId, TierId } from '../ids.js';
import type { Instant } from '../time/instant.js';
import type { ChangeTiming } from './change-timing.js';

/** What of a period that is left early is given back (docs/spec/change-rules.md §4). */
export type CreditType = 'pro_rata' | 'full' | 'last_invoiced' | 'none';

/** A package within a group: where it stands, how it may be left, and how it is entered. */
export type Tier = {
  readonly id: TierId;
  readonly packageId: PackageId;
  /** At least one, of that package, each once. */
  readonly periodIds: readonly PaymentPeriodId[];
  /** Higher is better; once in a group. */
  readonly position: number;
  /** Null: the package's name. */
  readonly label: string | null;
  readonly upgradeable: boolean;
  readonly downgradeable: boolean;
  /** Of a change to this tier. */
  readonly changeTiming: ChangeTiming;
  /** Of a change to this tier that happens at once. */
  readonly creditType: CreditType;
};

/** Packages that a subscription may be switched between (docs/spec/product-groups-api.md §2). */
export type ProductGroup = {
  readonly id: ProductGroupId;
  readonly name: string;
  readonly enabled: boolean;
  readonly forceSameBillingInterval: boolean;
  /** By position; at most 100. */
  readonly tiers: readonly Tier[];
  /** Counts edits, from 1. What `If-Match` takes. */
  readonly version: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};

/** A tier and the group that it is of. */
export type TierInGroup = { readonly tier: Tier; readonly group: ProductGroup };
