import type { Operator, OrganisationScope } from '../../domain/operators/operator.js';
import type { OperatorStore } from '../ports/operator-store.js';
import { isKnownWithin } from './edit-operator.js';

/** An operator as others see them: how many passkeys, never one of them. */
type ListedOperator = Pick<Operator, 'id' | 'name' | 'email' | 'memberships' | 'disabled'> & {
  readonly passkeys: number;
  /** Whether an identity provider gives them their roles. */
  readonly isFromProvider: boolean;
};

/** Those who are something in that organisation, and what they are there; `*`: all. */
export type ListOperators = (within: OrganisationScope) => Promise<readonly ListedOperator[]>;

/** Operators in the order of their addresses. */
export function makeListOperators({
  operators,
}: {
  readonly operators: Pick<OperatorStore, 'list'>;
}): ListOperators {
  return async (within) =>
    (await operators.list())
      .filter((it) => isKnownWithin(it, within))
      .map((it) => listed(it, within));
}

function listed(operator: Operator, within: OrganisationScope): ListedOperator {
  const { id, name, email, disabled, passkeys, identity } = operator;
  const memberships = operator.memberships.filter(
    (it) => within === '*' || it.organisationId === '*' || it.organisationId === within,
  );
  const isFromProvider = identity !== null;
  return { id, name, email, memberships, disabled, passkeys: passkeys.length, isFromProvider };
}
