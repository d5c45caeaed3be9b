import type { Operator } from '../../domain/operators/operator.js';
import type { Instant } from '../../domain/time/instant.js';
import type { OperatorStore } from '../ports/operator-store.js';
import type { PageSession } from '../ports/page-access-store.js';
import { mayEnter } from './begin-console-session.js';

/** Who sits at the console now. */
export type ConsoleOperator = Pick<Operator, 'id' | 'name' | 'email' | 'memberships'> & {
  /** When they last proved who they are, in real time. */
  readonly provedAt: Instant;
};

/**
 * The operator of a session that holds; null for one of the portal, and for somebody who is disabled or nothing to anybody
 * by now. Asked at each request, so that whatever changes is felt by the next one.
 */
export type ReadConsoleOperator = (
  session: Pick<PageSession, 'owner' | 'provedAt'>,
) => Promise<ConsoleOperator | null>;

/** Reads the operator as they are now. */
export function makeReadConsoleOperator({
  operators,
}: {
  readonly operators: Pick<OperatorStore, 'find'>;
}): ReadConsoleOperator {
  return async ({ owner, provedAt }) => {
    if (owner.kind !== 'console') return null;
    const operator = await operators.find(owner.operatorId);
    if (operator === null || !mayEnter(operator)) return null;
    const { id, name, email, memberships } = operator;
    return { id, name, email, memberships, provedAt };
  };
}
