import type { SubscriptionLife } from '../../../application/change/read-subscription.js';
import { type OrganisationId, parseId, type UserProductId } from '../../../domain/ids.js';
import type { Telling } from '../../kit/subscription/telling.js';
import type { OrganisationVisit } from '../visitor.js';
import { inOperatorsWords } from './operator-words.js';
import type { SubscriptionDeps } from './subscription-deps.js';

/** A subscription that an operator has before them. */
export type OpenedSubscription = {
  readonly life: SubscriptionLife;
  /** Which user product the address names: it may have ended. */
  readonly id: UserProductId;
  readonly at: OrganisationId;
  readonly telling: Telling;
};

/** The subscription that an address names by any of its user products, as it is now; null: there is no such. */
export async function openSubscription(
  { readSubscription, readPageSettings }: SubscriptionDeps,
  { params, visitor, written }: OrganisationVisit,
): Promise<OpenedSubscription | null> {
  const id = parseId<UserProductId>(params.id ?? '');
  if (id === null) return null;
  const organisationId = visitor.at.organisation.id;
  const [life, settings] = await Promise.all([
    readSubscription({ organisationId, accountId: null, userProductId: id }),
    readPageSettings(organisationId),
  ]);
  if (life === null) return null;
  const includesVat = settings?.pricesIncludeVat ?? null;
  const telling = { written: inOperatorsWords(written), includesVat, wording: 'business' } as const;
  return { life, id, at: organisationId, telling };
}

/** The key of what is written on: the living end of the subscription. */
export function lastKeyOf({ life: { last } }: OpenedSubscription) {
  const { organisationId, accountId, id: userProductId } = last;
  return { organisationId, accountId, userProductId };
}
