import type { NextPeriod } from '../user-product/period-from-boundary.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import type { ChangeTiming } from '../catalogue/change-timing.js';
import type { Package, PaymentPeriod } from '../catalogue/package.js';
import type { PositionShare } from '../billing/billing-document.js';
import type { TierId } from '../ids.js';
import type { Money } from '../money/money.js';
import type { Instant } from '../time/instant.js';
import type { UserProduct } from '../user-product/user-product.js';
import type {
  ChangeAmounts,
  ChangeBehaviour,
  ChangeKind,
  FrozenTarget,
  RequirementOutcome,
} from '../user-product/change.js';
import type { Refusal } from '../user-product/refusal.js';

/** The package and payment period asked for, as the catalogue holds them now; how many of it, and on which tier. */
export type ChangeTarget = {
  readonly package: Package;
  readonly period: PaymentPeriod;
  readonly quantity: number;
  readonly tierId: TierId | null;
  /** Where no period could be chosen: those that were looked at. Absent: the period alone. */
  readonly candidates?: readonly PaymentPeriod[];
};

/** A part of a period in money: what of it is given back, or is still owed. */
export type SettledPart = {
  readonly amount: Money;
  /** The service that it is for. */
  readonly from: Instant;
  readonly to: Instant;
  /** Null: the whole of it. */
  readonly share: PositionShare | null;
};

export type SettledParts = { readonly credit: SettledPart; readonly used: SettledPart };

/** All that a decision is made of. `now` is the organisation's, never before `product.lastEffectiveAt`. */
export type DecisionInput = {
  readonly product: UserProduct;
  readonly target: ChangeTarget;
  readonly catalogue: Catalogue;
  readonly now: Instant;
};

/**
 * What is to be done, and why (docs/spec/change-rules.md §5). Preview, execution and explanation all read this one
 * value.
 */
export type ChangeDecision = {
  readonly kind: ChangeKind;
  readonly behaviour: ChangeBehaviour;
  /** Name of the row of the direction table that decided, e.g. `rank_higher`. */
  readonly rule: string;
  readonly requirements: readonly RequirementOutcome[];
  readonly timing: ChangeTiming;
  /** `now` where the change happens at once, the boundary where it waits. */
  readonly effectiveAt: Instant;
  readonly target: FrozenTarget;
  readonly next: NextPeriod;
  readonly amounts: ChangeAmounts;
  readonly parts: SettledParts | null;
};

/** A decision, or every reason of the policy why not. */
export type DecisionOutcome<Reason extends string> =
  | { readonly ok: true; readonly decision: ChangeDecision }
  | {
      readonly ok: false;
      /** Every requirement that failed, in the table's order; never empty. */
      readonly refusals: readonly [Refusal<Reason>, ...Refusal<Reason>[]];
      readonly requirements: readonly RequirementOutcome[];
    };
