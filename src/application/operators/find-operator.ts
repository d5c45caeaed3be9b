import { type OperatorId, parseId } from '../../domain/ids.js';
import { type Operator, parseEmail } from '../../domain/operators/operator.js';
import type { OperatorStore } from '../ports/operator-store.js';

/** The operator of that id, of that address, or the only one of that name; null: nobody, or it is not clear who. */
export type FindOperator = (who: string) => Promise<Operator | null>;

/** For whoever types a command. */
export function makeFindOperator({
  operators,
}: {
  readonly operators: Pick<OperatorStore, 'find' | 'findByEmail' | 'list'>;
}): FindOperator {
  return async (who) => {
    const id = parseId<OperatorId>(who);
    const known = id === null ? null : await operators.find(id);
    if (known !== null) return known;
    const email = parseEmail(who);
    if (email !== null) return operators.findByEmail(email);
    const [only = null, ...others] = (await operators.list()).filter((it) => it.name === who);
    return others.length === 0 ? only : null;
  };
}
