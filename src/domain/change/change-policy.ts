import type { Catalogue } from '../catalogue/catalogue.js';
import type { ChangeTiming } from '../catalogue/change-timing.js';
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
import type { ChangeTarget, DecisionInput, SettledParts } from './change-decision.js';
import type { NamedTarget } from './named-target.js';

/** What a change is, and the name of the rule that says so. */
export type Direction = { readonly kind: ChangeKind; readonly rule: string };

/** All requirements that were checked, and those of them that are answered. */
export type Findings<Reason extends string> = {
  readonly requirements: readonly RequirementOutcome[];
  readonly refusals: readonly Refusal<Reason>[];
};

/** When a change happens, what becomes of the value left, and what is owed. */
export type Settlement = {
  readonly timing: ChangeTiming;
  readonly effectiveAt: Instant;
  readonly next: NextPeriod;
  readonly amounts: ChangeAmounts;
  /** Null where nothing is credited and nothing used is owed: under Payway's rules, and at the end of a period. */
  readonly parts: SettledParts | null;
};

/** The user product that is to be changed, and the catalogue as it stands. */
export type Row = { readonly product: UserProduct; readonly catalogue: Catalogue };

/** What is named, as the catalogue has it; why it cannot be taken; null: the catalogue does not know it. */
export type FoundTarget<Reason extends string> =
  | { readonly found: true; readonly target: ChangeTarget }
  | { readonly found: false; readonly refusals: readonly [Refusal<Reason>, ...Refusal<Reason>[]] }
  | null;

/**
 * The rules of one API over the one decision (docs/spec/change-rules.md §5), each answered by values alone. The last
 * three are asked in this order; `settle` is asked only where nothing is refused. `Reason` is what this policy may
 * refuse with, `Named` what a request names.
 */
export type ChangePolicy<Reason extends string, Named> = {
  readonly behaviour: ChangeBehaviour;
  readonly find: (named: Named, row: Row) => FoundTarget<Reason>;
  /** Whether a change to that target is what is named: then the request repeats it (docs/architecture.md §5). */
  readonly isNamed: (named: Named, target: NamedTarget, row: Row) => boolean;
  /** Null where it cannot be told; `examine` then refuses. */
  readonly direct: (input: DecisionInput) => Direction | null;
  readonly examine: (input: DecisionInput, direction: Direction | null) => Findings<Reason>;
  readonly settle: (input: DecisionInput, direction: Direction) => Settlement;
};

/** The rules that decide, whatever is named how. */
export type DecisionPolicy<Reason extends string> = Pick<
  ChangePolicy<Reason, never>,
  'behaviour' | 'direct' | 'examine' | 'settle'
>;
