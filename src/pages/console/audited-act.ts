import type { AuditedAct } from '../../application/audit/audited.js';
import type { OperatorAction } from '../../domain/operators/role.js';
import type { OrganisationVisit } from './visitor.js';

/** What an entry in the audit says of an action at the console: who, as what, where, and what it is about. */
export function auditedAct(
  { visitor, requestId }: OrganisationVisit,
  action: OperatorAction,
  { ids, before = null }: Pick<AuditedAct, 'ids'> & Partial<Pick<AuditedAct, 'before'>>,
): AuditedAct {
  const { operator, at } = visitor;
  return {
    organisationId: at.organisation.id,
    who: `operator:${operator.id}`,
    role: at.role,
    ...{ action, ids, before, requestId },
  };
}
