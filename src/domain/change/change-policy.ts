import type { Money } from '../money/money.js';
import type { Instant } from '../time/instant.js';
import type { DecisionInput, NextPeriod } from './change-decision.js';
import type {
  ChangeAmounts,
  ChangeBehaviour,
  ChangeKind,
  ChangeTiming,
  RequirementOutcome,
} from '../user-product/change.js';
import type { Refusal } from './payway/payway-refusal.js';

/** What a change is, and the name of the rule that says so. */
export type Direction = { readonly kind: ChangeKind; readonly rule: string };

/** All requirements that were checked, and those of them that are answered. */
export type Findings = {
  readonly requirements: readonly RequirementOutcome[];
  readonly refusals: readonly Refusal[];
};

/** When a change happens and what becomes of the value left. */
export type Settlement = {
  readonly timing: ChangeTiming;
  readonly effectiveAt: Instant;
  readonly next: NextPeriod;
  readonly amounts: ChangeAmounts;
  readonly credit: Money | null;
  readonly charge: Money | null;
};

/**
 * The rules of one API over the one decision (change-rules.md §5): three questions, asked in this order, each answered
 * by values alone. `settle` is asked only where nothing is refused.
 */
export type ChangePolicy = {
  readonly behaviour: ChangeBehaviour;
  /** Null where it cannot be told; `examine` then refuses. */
  readonly direct: (input: DecisionInput) => Direction | null;
  readonly examine: (input: DecisionInput, direction: Direction | null) => Findings;
  readonly settle: (input: DecisionInput, direction: Direction) => Settlement;
};
