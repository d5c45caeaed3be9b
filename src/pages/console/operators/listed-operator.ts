import { createHash } from 'node:crypto';
import type { ListOperators } from '../../../application/operators/list-operators.js';
import { type OperatorId, parseId } from '../../../domain/ids.js';
import { type OrganisationScope, roleIn } from '../../../domain/operators/operator.js';
import type { Role } from '../../../domain/operators/role.js';
import type { OrganisationVisit } from '../visitor.js';

export type SeenOperator = Awaited<ReturnType<ListOperators>>[number];

/** How far whoever is in may reach: who owns everything, everywhere; else the organisation of the page. */
export function reachOf({ visitor: { operator, at } }: OrganisationVisit): OrganisationScope {
  const everywhere = operator.memberships.find((it) => it.organisationId === '*');
  return everywhere?.role === 'owner' ? '*' : at.organisation.id;
}

/** The operator in the address, as the organisation of the page knows them; null: it knows of nobody like that. */
export async function operatorAt(
  { listOperators }: { readonly listOperators: ListOperators },
  { params, visitor }: OrganisationVisit,
): Promise<SeenOperator | null> {
  const id = parseId<OperatorId>(params.operator ?? '');
  const all = id === null ? [] : await listOperators(visitor.at.organisation.id);
  return all.find((it) => it.id === id) ?? null;
}

/** What they are in the organisation of the page, by whatever membership. */
export function roleHere(operator: SeenOperator, { visitor }: OrganisationVisit): Role {
  return roleIn(operator, visitor.at.organisation.id) ?? 'viewer';
}

/** An id that one rendering of a form stands for: sent twice, it is the same. */
export function idOfForm<Id extends string>(
  parse: (raw: string) => Id,
  owner: string,
  key: string,
): Id {
  const hash = createHash('sha256')
    .update(JSON.stringify([owner, key]))
    .digest('hex');
  return parse(hash.slice(0, 24));
}
