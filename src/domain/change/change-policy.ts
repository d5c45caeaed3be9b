import type { ChangeTiming } from '../catalogue/change-timing.js';
import type { Package, PaymentPeriod } from '../catalogue/package.js';
import type { Instant } from '../time/instant.js';
import type {
  ChangeAmounts,
  ChangeBehaviour,
  ChangeKind,
  RequirementOutcome,
} from '../user-product/change.js';
import type { NextPeriod } from '../user-product/period-from-boundary.js';
import type { Refusal } from '../user-product/refusal.js';
import type { UserProduct } from '../user-product/user-product.js';
import type { DecisionInput } from './change-decision.js';

/** What a change is, and the name of the rule that says so. */
export type Direction = { readonly kind: ChangeKind; readonly rule: string };

/** All requirements that were checked, and those of them that are answered. */
export type Findings<Reason extends string> = {
  readonly requirements: readonly RequirementOutcome[];
  readonly refusals: readonly Refusal<Reason>[];
};

/** When a change happens and what becomes of the value left. */
export type Settlement = {
  readonly timing: ChangeTiming;
  readonly effectiveAt: Instant;
  readonly next: NextPeriod;
  readonly amounts: ChangeAmounts;
};

/**
 * The rules of one API over the one decision (docs/spec/change-rules.md §5), each answered by values alone. The last
 * three are asked in this order; `settle` is asked only where nothing is refused. `Reason` is what this policy may
 * refuse with.
 */
export type ChangePolicy<Reason extends string> = {
  readonly behaviour: ChangeBehaviour;
  /** The payment period of that package which is meant where a request names none, or why none may be taken unasked. */
  readonly unaskedPeriod: (
    product: UserProduct,
    target: Package,
  ) => PaymentPeriod | Refusal<Reason>;
  /** Null where it cannot be told; `examine` then refuses. */
  readonly direct: (input: DecisionInput) => Direction | null;
  readonly examine: (input: DecisionInput, direction: Direction | null) => Findings<Reason>;
  readonly settle: (input: DecisionInput, direction: Direction) => Settlement;
};
