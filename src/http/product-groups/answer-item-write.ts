import type { WriteGuards } from '../../application/commit/guards.js';
import type { Answered, WriteResult } from '../../application/commit/write-result.js';
import type { KeptAnswer } from '../../application/ports/idempotency-store.js';
import type { TierNameFault } from '../../domain/change/product-groups/group-refusal.js';
import type { AssignRefusalReason } from '../../domain/user-product/assign-tier.js';
import type { Refusal } from '../../domain/user-product/refusal.js';
import type { EndpointAnswer, Refused } from '../core/endpoint.js';
import { failed } from '../core/failure.js';
import { problemDetails } from './problems/problem-details.js';
import type { codeOfReason } from './problems/other-refusals.js';
import { rulesProblem, toRuleRefusal } from './problems/refusals-problem.js';
import type { Violated } from './problems/violations.js';
import { violationsProblem } from './problems/violations-problem.js';

type NameFault = TierNameFault | Exclude<AssignRefusalReason, keyof typeof codeOfReason>;
type Reason = keyof typeof codeOfReason | NameFault;

/** How a write on an item is answered, and what is answered where something it names is not there. */
export type ItemWords = {
  /** The answer of a write that was done, in text: what is kept under a key too. */
  readonly answerOf: (answered: Answered) => Promise<KeptAnswer>;
  readonly itemNotFound: Refused;
  readonly targetNotFound: Refused;
};

/** The guards of a request whose answer says more than an id. */
export function guardsWith(guards: WriteGuards, { answerOf }: Pick<ItemWords, 'answerOf'>) {
  return { ...guards, answerOf };
}

/** How a write on an item is answered, whatever was written. */
export async function answerItemWrite(
  result: WriteResult<Reason>,
  words: ItemWords,
): Promise<EndpointAnswer> {
  if (!result.ok) return refusedFor(result, words);
  const isReplay = 'replayed' in result;
  const { status, body: text } = isReplay ? result.replayed : await words.answerOf(result);
  return { status, text, isReplay };
}

function refusedFor(
  result: Extract<WriteResult<Reason>, { ok: false }>,
  { itemNotFound, targetNotFound }: ItemWords,
): Refused {
  switch (result.failure) {
    case 'not_found':
      return itemNotFound;
    case 'target_not_found':
      return targetNotFound;
    case 'refused':
      return problemOf(result.refusals);
    case 'version_mismatch':
      return failed('version_mismatch');
    case 'quote_moved':
      return quoteMoved(result.moved);
    case 'quote_unreadable':
      return violationsProblem([{ name: 'quote', fault: 'malformed' }]);
    case 'key_reused':
      return failed('key_reused');
    case 'too_many_keys':
      return failed('too_many_keys', { retryAfterSeconds: Math.ceil(result.retryAfterMs / 1000) });
  }
}

/** What is wrong with what is named is a violation of its field; what the rules refuse is told by all of them. */
function problemOf(refusals: readonly [Refusal<Reason>, ...Refusal<Reason>[]]): Refused {
  const [first, ...others] = refusals;
  if (isNameFault(first)) return violationsProblem([violations[first.reason](first.facts)]);
  const rules = others.filter((it) => !isNameFault(it)) as Rule[];
  return rulesProblem([toRuleRefusal(first as Rule), ...rules.map(toRuleRefusal)]);
}

type Rule = Refusal<keyof typeof codeOfReason>;

const violations: Readonly<Record<NameFault, (facts: Refusal<string>['facts']) => Violated>> = {
  period_not_in_tier: () => ({ name: 'selectedPricePlan', fault: 'invalid' }),
  period_required: () => ({ name: 'selectedPricePlan', fault: 'absent' }),
  quantity_out_of_range: ({ min_quantity: minimum, max_quantity: maximum }) => ({
    name: 'quantity',
    fault: 'out_of_range',
    ...(typeof minimum === 'number' ? { minimum } : {}),
    ...(typeof maximum === 'number' ? { maximum } : {}),
  }),
  tier_unknown: () => ({ name: 'productGroupMembership', fault: 'not_found' }),
  tier_of_other_package: () => ({ name: 'productGroupMembership', fault: 'invalid' }),
};

function isNameFault(refusal: Refusal<Reason>): refusal is Refusal<NameFault> {
  return Object.hasOwn(violations, refusal.reason);
}

/** 412: all that the quote had pinned and no longer holds. */
function quoteMoved(moved: readonly string[]): Refused {
  const lines = moved.map((what) => `The quote no longer holds: ${what} has changed`);
  return problemDetails('version_mismatch', lines.join('\n'));
}
