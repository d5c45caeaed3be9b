import { type AccountId, type OrganisationId, parseId } from '../../../domain/ids.js';
import type { OrganisationVisit } from '../visitor.js';

export type AccountInAddress = {
  readonly organisationId: OrganisationId;
  readonly accountId: AccountId;
};

/** The account that the address names; null where that can be none. */
export function accountNamedIn({ params, visitor }: OrganisationVisit): AccountInAddress | null {
  const accountId = parseId<AccountId>(params.account ?? '');
  return accountId === null ? null : { organisationId: visitor.at.organisation.id, accountId };
}
