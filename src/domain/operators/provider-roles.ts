import type { Membership } from './operator.js';
import { isAtLeast } from './role.js';

/** What one value of an identity provider's claim makes of an operator. */
export type ProviderRole = Membership & { readonly claim: string };

/**
 * What somebody is by the values of their claim: in each organisation the most that one of them gives.
 *
 * Example: `staff` gives viewer and `leads` owner of the same organisation; both together are an owner.
 */
export function membershipsByClaims(
  roles: readonly ProviderRole[],
  claims: readonly string[],
): readonly Membership[] {
  const most = new Map<string, Membership>();
  for (const { claim, organisationId, role } of roles) {
    const known = most.get(organisationId);
    const isMore = known === undefined || isAtLeast(role, known.role);
    if (claims.includes(claim) && isMore) most.set(organisationId, { organisationId, role });
  }
  return [...most.values()];
}

/** Whether both say the same, in whatever order. */
export function areSameMemberships(
  one: readonly Membership[],
  other: readonly Membership[],
): boolean {
  const has = ({ organisationId, role }: Membership) =>
    other.some((it) => it.organisationId === organisationId && it.role === role);
  return one.length === other.length && one.every(has);
}
