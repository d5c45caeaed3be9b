import type { SubscriptionLife } from '../../application/change/read-subscription.js';
import { toId } from '../../domain/ids.js';
import type { Requester } from '../../domain/user-product/requester.js';
import { type Asking, type OfferResult, readBoundOffer } from '../kit/subscription/bound-offer.js';
import { type Chosen, choiceParts } from '../kit/subscription/chosen.js';
import type { PortalDeps } from './portal-deps.js';
import { offeredCodes, whatIsOffered } from './what-is-offered.js';
import type { PortalVisit } from './visitor.js';

/** Reads what a form named; null where it names nothing that is to be had here. */
export function askingOf(
  chosen: Chosen,
  { life, visit }: { readonly life: SubscriptionLife; readonly visit: PortalVisit },
): Asking | null {
  const { of, periodId } = choiceParts(chosen);
  const { change } = whatIsOffered(life, visit.visitor);
  if (change === 'group') return { by: 'group', tierId: of, periodId };
  const pack = life.context.catalogue.packagesById.get(toId(of));
  const isOffered = pack !== undefined && offeredCodes(visit.visitor).includes(pack.code);
  const { behaviour } = visit.visitor.settings.portal;
  return change === 'offer' && isOffered
    ? { by: 'offer', packageCode: pack.code, periodId, behaviour }
    : null;
}

/** What a change comes to now, bound by its quote. Null: it is not to be had here at all. */
export async function readOffer(
  deps: PortalDeps,
  asked: { readonly life: SubscriptionLife; readonly visit: PortalVisit; readonly chosen: Chosen },
): Promise<OfferResult | null> {
  const { life, visit, chosen } = asked;
  const asking = askingOf(chosen, asked);
  if (asking === null) return null;
  return readBoundOffer(deps, asking, { life, chosen, requestedBy: requesterIn(visit) });
}

/** Who asks, as a change keeps it (docs/spec/pages.md §10). */
export function requesterIn({ visitor }: PortalVisit): Requester {
  return `portal:${visitor.accountId}`;
}
