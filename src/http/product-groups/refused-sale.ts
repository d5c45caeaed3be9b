import type {
  InvalidFields,
  MovedResource,
  UnknownResource,
} from '../../application/catalogue/refused-write.js';
import type { RefusedSale } from '../../application/checkout/sell-subscription.js';
import type { Refused } from '../core/endpoint.js';
import { refusedEdit } from './answer-edit.js';
import { orderWords } from './commands/subscription-body.js';
import { rulesProblem, toRuleRefusal } from './problems/refusals-problem.js';

/** How it is answered that nothing was sold: what is wrong with an order by its fields, all else by the rules. */
export function refusedSale(
  result: InvalidFields | UnknownResource | MovedResource | RefusedSale,
): Refused {
  if (result.failure !== 'refused') return refusedEdit(result, orderWords);
  const [refusal] = result.refusals;
  return rulesProblem([toRuleRefusal(refusal)]);
}
