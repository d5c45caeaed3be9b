import type { Requester } from './requester.js';
import type { SoldPeriod } from '../catalogue/sold-period.js';
import type {
  AccountId,
  ChangeId,
  DocumentId,
  EventId,
  PackageId,
  SubscriptionId,
  TierId,
  UserProductId,
} from '../ids.js';
import type { Money } from '../money/money.js';
import type { Instant } from '../time/instant.js';
import type { Facts } from './refusal.js';

export type ChangeKind = 'upgrade' | 'downgrade' | 'change';
/**
 * Whose rules a change was asked under. Payway's `default`: upgrade or downgrade, by rank and else by price; its
 * `explicit`: a change, whatever rank and price are. `group`: by the tiers of a product group.
 */
export type ChangeBehaviour = 'default' | 'explicit' | 'group';
export type PaywayBehaviour = Exclude<ChangeBehaviour, 'group'>;
export type ChangeState = 'created' | 'applied' | 'cancelled' | 'superseded' | 'failed';

/** What a subscription is to become, frozen when it was asked for. */
export type FrozenTarget = {
  readonly packageId: PackageId;
  readonly packageCode: string;
  readonly period: SoldPeriod;
  readonly quantity: number;
  /** Null: it is on no tier then. */
  readonly tierId: TierId | null;
};

/** A change that waits inside its user product for the end of the period. */
export type PendingChange = {
  readonly changeId: ChangeId;
  readonly kind: ChangeKind;
  readonly behaviour: ChangeBehaviour;
  readonly rule: string;
  readonly target: FrozenTarget;
  readonly requestedAt: Instant;
  readonly requestedBy: Requester;
  readonly dueAt: Instant;
};

/** What a change was settled at: all that was said of it besides its target. */
export type ChangeTerms = {
  readonly kind: ChangeKind;
  readonly rule: string;
  readonly effectiveAt: Instant;
  /** Where the user product that it makes begins to end. */
  readonly validTo: Instant;
  /** Nothing was left to carry over: the commit that made it sold its first period too. */
  readonly renewedAtOnce: boolean;
  readonly amounts: ChangeAmounts;
};

/** How a user product was ended by a change. `answerId` is what the request was, or will be again, answered with. */
export type EndedBy = {
  readonly changeId: ChangeId;
  readonly successorId: UserProductId;
  readonly answerId: UserProductId;
  readonly target: FrozenTarget;
  readonly behaviour: ChangeBehaviour;
  /** Null in a row that was ended before they were kept. */
  readonly terms: ChangeTerms | null;
  readonly documents: ChangeDocuments | null;
};

/** One requirement as it was checked, with the facts that it was checked on. */
export type RequirementOutcome = {
  readonly code: string;
  readonly passed: boolean;
  readonly facts: Facts;
};

/**
 * What a change at once gives back of the old period (`credit`), what that still owes (`used`), and what the new one
 * costs (`charge`). Nothing is below 0.
 */
export type ChangeSettlement = {
  readonly credit: Money;
  readonly used: Money;
  readonly charge: Money;
};

/** The documents that a change has caused; null where it caused none at all. */
export type ChangeDocuments = {
  readonly creditNote: DocumentId | null;
  readonly invoice: DocumentId | null;
};

/** `valueLeft`: what the old period still stands for; `valueCarried`: what of it became time on the new one. */
export type ChangeAmounts = {
  readonly valueLeft: Money;
  readonly valueCarried: Money;
  readonly nextRenewal: Money | null;
  /** Null under Payway's rules, which credit and charge nothing. */
  readonly settlement: ChangeSettlement | null;
};

/** What was asked, decided and came of it: one row of the collection `changes`. */
export type Change = {
  readonly id: ChangeId;
  readonly accountId: AccountId;
  readonly userProductId: UserProductId;
  readonly subscriptionId: SubscriptionId;
  readonly successorId: UserProductId | null;
  /** The change that waited and made room for this one; undefined in a row from before this was kept. */
  readonly supersedes: ChangeId | null | undefined;
  readonly kind: ChangeKind;
  readonly behaviour: ChangeBehaviour;
  readonly state: ChangeState;
  readonly rule: string;
  readonly requirements: readonly RequirementOutcome[];
  readonly requestedAt: Instant;
  readonly requestedBy: Requester;
  readonly effectiveAt: Instant;
  readonly closedAt: Instant | null;
  readonly target: FrozenTarget;
  readonly amounts: ChangeAmounts | null;
  readonly documents: ChangeDocuments | null;
  readonly eventIds: readonly EventId[];
};

/** What a commit says of a change row: a new one, or the end of one that was waiting. */
export type ChangeRowWrite =
  | { readonly write: 'open'; readonly change: Change }
  | {
      readonly write: 'close';
      readonly changeId: ChangeId;
      readonly state: Exclude<ChangeState, 'created'>;
      readonly closedAt: Instant;
      /**
       * When it took effect, or would have: the boundary that it waited for in the end, which may have been moved since it
       * was asked for. Null in what was committed before this was told: what the row says then stays.
       */
      readonly effectiveAt: Instant | null;
      readonly successorId: UserProductId | null;
      /** Absent: it has caused none. */
      readonly documents?: ChangeDocuments | null;
      readonly eventIds: readonly EventId[];
    };
