import type { OperatorId } from '../../domain/ids.js';
import type { Operator, OrganisationScope } from '../../domain/operators/operator.js';
import { isWithin, roleIn } from '../../domain/operators/operator.js';
import type { OperatorStore } from '../ports/operator-store.js';

/** Which operator, asked from where: an owner of one organisation reaches no further than that. */
export type OperatorKey = { readonly within: OrganisationScope; readonly id: OperatorId };

export type OperatorRefused<Failure extends string> = {
  readonly ok: false;
  readonly failure: Failure;
};
export type UnknownOperator = OperatorRefused<'unknown_operator'>;
export type OperatorOfOthers = OperatorRefused<'operator_of_others'>;

export const unknownOperator: UnknownOperator = { ok: false, failure: 'unknown_operator' };
const operatorOfOthers: OperatorOfOthers = { ok: false, failure: 'operator_of_others' };

type Edits = Partial<Omit<Operator, 'id' | 'version'>>;
type Edited = { readonly ok: true; readonly before: Operator; readonly after: Operator };

const tries = 5;

/** Whether that scope knows of the operator: who is nothing there is nobody there. */
export function isKnownWithin(operator: Operator, scope: OrganisationScope): boolean {
  return scope === '*' || roleIn(operator, scope) !== null;
}

/** Why that operator cannot be edited as a whole from there; null: they can. */
export function whyOutOfReach(
  operator: Operator | null,
  scope: OrganisationScope,
): UnknownOperator | OperatorOfOthers | null {
  if (operator === null || !isKnownWithin(operator, scope)) return unknownOperator;
  return isWithin(operator, scope) ? null : operatorOfOthers;
}

/**
 * Writes what is made of an operator as they are now, and again where somebody else came first. `decide` answers a refusal,
 * or what is to be different; nothing to be different writes nothing.
 */
export async function editOperator<Failure extends string>(
  { operators }: { readonly operators: Pick<OperatorStore, 'find' | 'replace'> },
  id: OperatorId,
  decide: (
    operator: Operator,
  ) => OperatorRefused<Failure> | { readonly ok: true; readonly edits: Edits },
): Promise<OperatorRefused<Failure> | UnknownOperator | Edited> {
  for (let left = tries; left > 0; left -= 1) {
    const before = await operators.find(id);
    if (before === null) return unknownOperator;
    const decided = decide(before);
    if (!decided.ok) return decided;
    if (Object.keys(decided.edits).length === 0) return { ok: true, before, after: before };
    const after = { ...before, ...decided.edits, version: before.version + 1 };
    const written = await operators.replace(after);
    if (written === 'replaced') return { ok: true, before, after };
    if (written === 'taken') throw new Error('an edit must not take what is another operator’s');
  }
  throw new Error('an operator was written by others all the time');
}
