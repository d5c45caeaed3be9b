import type { OperatorStore } from '../../../src/application/ports/operator-store.js';
import type { Operator } from '../../../src/domain/operators/operator.js';
import type { Memory } from './memory.js';
import { inOneStep } from './one-step.js';

/** Operators by id; no two of one address or one identity. */
export function makeOperatorStore({ operators }: Memory): OperatorStore {
  const all = () => [...operators.values()];
  const isTaken = (operator: Operator) =>
    all().some(
      (it) =>
        it.id !== operator.id &&
        (it.email === operator.email ||
          (it.identity !== null && it.identity === operator.identity)),
    );

  return inOneStep<OperatorStore>({
    find: (id) => operators.get(id) ?? null,
    findByEmail: (email) => all().find((it) => it.email === email) ?? null,
    findByIdentity: (identity) => all().find((it) => it.identity === identity) ?? null,
    list: () => all().toSorted((a, b) => (a.email < b.email ? -1 : 1)),

    insert: (operator) => {
      if (operators.has(operator.id) || isTaken(operator)) return false;
      operators.set(operator.id, operator);
      return true;
    },

    replace: (operator) => {
      if (operators.get(operator.id)?.version !== operator.version - 1) return 'moved';
      if (isTaken(operator)) return 'taken';
      operators.set(operator.id, operator);
      return 'replaced';
    },
  });
}
