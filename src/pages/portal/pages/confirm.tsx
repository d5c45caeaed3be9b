import type { SubscriptionLife } from '../../../application/change/read-subscription.js';
import { page, type PageAnswer, type PageContent, see, unknownPage } from '../../kit/page-route.js';
import type { BoundOffer } from '../../kit/subscription/bound-offer.js';
import { type Chosen, chosenIn } from '../../kit/subscription/chosen.js';
import { confirmPage } from '../../kit/subscription/confirm-page.js';
import type { Said } from '../../kit/subscription/confirm-view.js';
import { readOffer } from '../offer.js';
import { portalPaths } from '../paths.js';
import type { PortalDeps } from '../portal-deps.js';
import { refusedPage } from '../refused-page.js';
import { type PortalVisit, tellingOf } from '../visitor.js';
import { lifeAt } from './subscription.js';

/** What a change comes to, before it is ordered. Writes nothing (docs/spec/pages.md §7). */
export async function answerConfirm(deps: PortalDeps, visit: PortalVisit): Promise<PageAnswer> {
  const found = await lifeAt(deps, visit);
  if (found === null) return unknownPage;
  const { life } = found;
  const chosen = chosenIn(visit.query);
  if (life.last.id !== found.id || chosen === null) return see(portalPaths.change(life.last.id));
  const read = await readOffer(deps, { life, visit, chosen });
  if (read === null) return see(portalPaths.change(life.last.id));
  if (!read.ok) return page(refusedPage(read.refusals, life, visit), 409);
  return page(portalConfirmPage(deps, read.offer, { life, visit, chosen, seen: null }));
}

/** The confirm page as a customer sees it. */
export function portalConfirmPage(
  { newKey, clock }: Pick<PortalDeps, 'newKey' | 'clock'>,
  offer: BoundOffer,
  {
    life,
    visit,
    chosen,
    seen,
  }: {
    readonly life: SubscriptionLife;
    readonly visit: PortalVisit;
    readonly chosen: Chosen;
    readonly seen: Said | null;
  },
): PageContent {
  const action = portalPaths.change(life.last.id);
  return confirmPage(offer, {
    ...{ life, chosen, seen, action, back: action },
    telling: tellingOf(visit),
    shownAt: clock.now(),
    key: newKey(),
    place: 'home',
  });
}
