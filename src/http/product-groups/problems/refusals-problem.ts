import type { Refusal } from '../../../domain/user-product/refusal.js';
import type { Problem } from '../../core/problem.js';
import { type RuleCode, ruleRows } from './failure-codes.js';
import { codeOfReason } from './other-refusals.js';
import { problemDetails } from './problem-details.js';

/** A rule that does not hold, with what it was checked on, in the words of this dialect. */
export type RuleRefusal = {
  readonly code: RuleCode;
  readonly facts: Readonly<Record<string, unknown>>;
};

/** A refusal as answers print it: in a problem, and in the change options. */
export function toRefusalItem({ code, facts }: RuleRefusal) {
  return { code, detail: ruleRows[code].detail, facts };
}

/** 409: the first refusal, and in `refusals` all of them (docs/spec/product-groups-api.md §1). */
export function rulesProblem(refusals: readonly [RuleRefusal, ...RuleRefusal[]]): Problem {
  const items = refusals.map(toRefusalItem);
  const detail = items.map((it) => it.detail).join('\n');
  return problemDetails(refusals[0].code, detail, { more: { refusals: items } });
}

/** 409: there are as many as may be; `facts` name how many. */
export function fullProblem(code: RuleCode, { most }: { readonly most: number }): Problem {
  return rulesProblem([{ code, facts: { most } }]);
}

/** What the domain refuses, in the words of this dialect. */
export function toRuleRefusal({ reason, facts }: Refusal<keyof typeof codeOfReason>): RuleRefusal {
  return { code: codeOfReason[reason], facts: toFacts(facts) };
}

/** Facts in the words of this dialect; one that has no word here is kept back. */
const words: Readonly<Record<string, string>> = {
  successor: 'successor',
  successor_id: 'successor',
  provision_service: 'provisionService',
  product_code: 'productNumber',
  package_code: 'productNumber',
  product_group: 'productGroup',
  of_tier: 'productGroupOfMembership',
  pending_change: 'pendingChange',
  upgradeable: 'upgradeable',
  downgradeable: 'downgradeable',
  archived: 'isArchived',
  period_id: 'pricePlan',
  quantity: 'quantity',
  price_minor: 'unitPrice',
};

function toFacts(facts: Refusal<string>['facts']): RuleRefusal['facts'] {
  const told = Object.entries(facts).flatMap(([name, value]) => {
    const word = words[name];
    return word === undefined ? [] : [[word, value] as const];
  });
  return Object.fromEntries(told);
}
