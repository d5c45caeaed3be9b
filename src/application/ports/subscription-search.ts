import type { PeriodType } from '../../domain/catalogue/package.js';
import type {
  OrganisationId,
  PackageId,
  PaymentPeriodId,
  SubscriptionId,
  TierId,
  UserProductId,
} from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { ChangeKind } from '../../domain/user-product/change.js';
import type { UserProduct, UserProductState } from '../../domain/user-product/user-product.js';

/** From one instant on, up to another that is not in it. */
export type InstantRange = { readonly from: Instant; readonly before: Instant };

/** What a subscription must be to be found: all of it. */
export type SubscriptionFilter = {
  /**
   * Its account, its account's customer number, its subscription number, its order number, one of its user products or
   * one of its changes, as it is written; null: whatever it is called.
   */
  readonly named: string | null;
  readonly state: UserProductState | null;
  /** A package with its payment periods. */
  readonly onPackage: {
    readonly id: PackageId;
    readonly periodIds: readonly PaymentPeriodId[];
  } | null;
  readonly tierIds: readonly TierId[] | null;
  /** When its period is ours to end. */
  readonly due: InstantRange | null;
  /** A change of it has failed since then. */
  readonly failedSince: Instant | null;
  /** It was set aside; false: whether or not. */
  readonly isSetAside: boolean;
};

/** A subscription by the last of its user products, as it stands: what falls due now is not applied to it. */
export type FoundSubscription = {
  readonly product: UserProduct;
  readonly isSetAside: boolean;
  readonly customerNumber: string | null;
};

export type FoundSubscriptions = {
  readonly items: readonly FoundSubscription[];
  /** Where the next page begins; null where there is none. */
  readonly next: SubscriptionId | null;
  /** Those that cannot be read, and are left out. */
  readonly unreadable: readonly UserProductId[];
};

/** A period that ends, with what decides what becomes of it then. */
export type ComingEnd = {
  readonly dueAt: Instant;
  readonly state: UserProductState;
  readonly subscriptionType: PeriodType;
  readonly pendingKind: ChangeKind | null;
};

/** Finds subscriptions for people and lists: never to decide by. Each question is bounded, and answered from indexes. */
export type SubscriptionSearch = {
  /**
   * Newest first, before a subscription. A page may be short of its limit, or empty, and yet have a next one: so many
   * subscriptions are looked at for a page, and no more.
   */
  page(
    organisationId: OrganisationId,
    filter: SubscriptionFilter,
    page: { readonly before: SubscriptionId | null; readonly limit: number },
  ): Promise<FoundSubscriptions>;
  /** The periods that end before then, those that are due already among them, in order of time, up to the limit. */
  listComingEnds(
    organisationId: OrganisationId,
    query: { readonly before: Instant; readonly limit: number },
  ): Promise<readonly ComingEnd[]>;
  /** Counting stops at the limit. */
  countSetAside(organisationId: OrganisationId, limit: number): Promise<number>;
  /** Changes that have failed since then; counting stops at the limit. */
  countFailedChanges(
    organisationId: OrganisationId,
    query: { readonly since: Instant; readonly limit: number },
  ): Promise<number>;
};
