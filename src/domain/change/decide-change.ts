import { soldPeriodOf } from '../catalogue/sold-period.js';
import type { DecisionInput, DecisionOutcome } from './change-decision.js';
import type { DecisionPolicy } from './change-policy.js';

/**
 * What a request to change comes to: a decision, or every reason why not (docs/spec/change-rules.md §5). Total over all
 * states of user product and catalogue, deterministic, writes nothing; preview, execution and explanation all use it.
 * Throws a RangeError where a period would end after the year 9999.
 */
export function decideChange<Reason extends string>(
  input: DecisionInput,
  policy: DecisionPolicy<Reason>,
): DecisionOutcome<Reason> {
  const direction = policy.direct(input);
  const { requirements, refusals } = policy.examine(input, direction);
  const [first, ...others] = refusals;
  if (first !== undefined) return { ok: false, refusals: [first, ...others], requirements };
  if (direction === null) throw new Error('a policy that cannot tell the direction must refuse');

  const { package: pack, period, quantity, tierId } = input.target;
  const named = { packageId: pack.id, packageCode: pack.code };
  const target = { period: soldPeriodOf(period), quantity, tierId, ...named };
  const { behaviour } = policy;
  const settlement = policy.settle(input, direction);
  return { ok: true, decision: { behaviour, requirements, target, ...direction, ...settlement } };
}
