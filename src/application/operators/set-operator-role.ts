import {
  type Operator,
  type OrganisationScope,
  withRole,
} from '../../domain/operators/operator.js';
import type { Role } from '../../domain/operators/role.js';
import type { OperatorStore } from '../ports/operator-store.js';
import type { PageAccessStore } from '../ports/page-access-store.js';
import {
  editOperator,
  isKnownWithin,
  type OperatorKey,
  type OperatorRefused,
  type UnknownOperator,
  unknownOperator,
} from './edit-operator.js';

type SetOperatorRoleCommand = OperatorKey & {
  readonly organisationId: OrganisationScope;
  /** Null: none there. */
  readonly role: Role | null;
};

/** `before`: what they were to that organisation by a membership of its own. */
export type SetOperatorRole = (
  command: SetOperatorRoleCommand,
) => Promise<
  | { readonly ok: true; readonly before: Role | null }
  | UnknownOperator
  | OperatorRefused<'out_of_scope'>
>;

export type SetOperatorRoleDeps = {
  readonly operators: Pick<OperatorStore, 'find' | 'replace'>;
  readonly pageAccess: Pick<PageAccessStore, 'removeSessionsOf'>;
};

/** Makes somebody more, less or nothing in one organisation. What they had open is over. */
export function makeSetOperatorRole(deps: SetOperatorRoleDeps): SetOperatorRole {
  return async ({ within, id, organisationId, role }) => {
    if (within !== '*' && within !== organisationId) return { ok: false, failure: 'out_of_scope' };
    const edited = await editOperator(deps, id, (operator) => {
      if (!isKnownWithin(operator, within)) return unknownOperator;
      if (ownRole(operator, organisationId) === role) return { ok: true, edits: {} };
      const memberships = withRole(operator.memberships, organisationId, role);
      return { ok: true, edits: { memberships } };
    });
    if (!edited.ok) return edited;
    if (edited.after !== edited.before) {
      await deps.pageAccess.removeSessionsOf({ kind: 'console', operatorId: id });
    }
    return { ok: true, before: ownRole(edited.before, organisationId) };
  };
}

function ownRole({ memberships }: Operator, organisationId: OrganisationScope): Role | null {
  return memberships.find((it) => it.organisationId === organisationId)?.role ?? null;
}
