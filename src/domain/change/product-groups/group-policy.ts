import { tierIn } from '../../catalogue/catalogue.js';
import type { ChangePolicy, Direction, Findings } from '../change-policy.js';
import type { DecisionInput } from '../change-decision.js';
import type { NamedTarget } from '../named-target.js';
import { findTierTarget } from './find-tier-target.js';
import { groupDirection } from './group-direction.js';
import type { GroupRefusalReason } from './group-refusal.js';
import { groupRequirements, type GroupFacts } from './group-requirements.js';
import { settleGroupChange } from './settle-group-change.js';
import type { TierName } from './tier-name.js';

/**
 * The rules of product groups as a policy (docs/spec/product-groups-api.md §3): position and the current tier's flags say
 * what is allowed, the target tier's timing and credit type how it is settled. What waits refuses every other change.
 */
export const groupPolicy: ChangePolicy<GroupRefusalReason, TierName> = {
  behaviour: 'group',
  find: findTierTarget,
  isNamed,
  direct: groupDirection,
  examine,
  settle: (input) => {
    const next = tierIn(input.catalogue, input.target.tierId);
    if (next === undefined) throw new TypeError('a change to no tier must have been refused');
    return settleGroupChange(input, next.tier);
  },
};

/** The same tier, and the same period and quantity where they are named and count. */
function isNamed({ tierId, periodId, quantity }: TierName, target: NamedTarget): boolean {
  return (
    tierId === target.tierId &&
    (periodId === null || periodId === target.periodId) &&
    (quantity === null || !target.takesQuantity || quantity === target.quantity)
  );
}

function examine(input: DecisionInput, direction: Direction | null): Findings<GroupRefusalReason> {
  const { product, target, catalogue } = input;
  const facts: GroupFacts = {
    direction,
    current: tierIn(catalogue, product.tierId),
    next: tierIn(catalogue, target.tierId),
    ...input,
  };
  const checked = groupRequirements.map((row) => ({ row, ...row.check(facts) }));
  const failed = checked.filter((it) => !it.passed);
  const own = failed.filter((it) => it.row.isOwn);
  const answered = own.length > 0 ? own : failed;
  return {
    requirements: checked.map(({ row, passed, facts: on }) => ({
      code: row.code,
      passed,
      facts: on,
    })),
    refusals: answered.map(({ row, facts: on }) => ({ reason: row.code, facts: on })),
  };
}
