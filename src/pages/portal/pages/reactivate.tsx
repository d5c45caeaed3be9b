import { packageNameIn } from '../../../domain/catalogue/catalogue.js';
import { page, type PageAnswer, see, unknownPage } from '../../kit/page-route.js';
import { actionPage, hiddenOf } from '../../kit/subscription/write-form.js';
import { priceFor } from '../../kit/subscription/named-price.js';
import { portalPaths } from '../paths.js';
import type { PortalDeps } from '../portal-deps.js';
import { type PortalVisit, tellingOf } from '../visitor.js';
import { whatIsOffered } from '../what-is-offered.js';
import { answerAction } from '../answer-action.js';
import { lifeAt } from './subscription.js';

/** When it renews again, and at which price. */
export async function answerReactivate(
  deps: PortalDeps,
  visit: PortalVisit,
  moved: string | null = null,
): Promise<PageAnswer> {
  const found = await lifeAt(deps, visit);
  if (found === null) return unknownPage;
  const { life } = found;
  const { last, context } = life;
  const { validTo } = last;
  if (!whatIsOffered(life, visit.visitor).reactivate || validTo === null) {
    return see(portalPaths.subscription(last.id));
  }
  const { written } = visit;
  const { say, day } = written;
  const name = packageNameIn(context.catalogue, last);
  const price = priceFor(tellingOf(visit), last.soldPeriod, last.quantity);
  return page(
    actionPage(
      {
        title: say('undo.title', { name }),
        lead: say('reactivate.lead', { name, day: day(validTo) }),
        facts: [
          { name: say('undo.renews'), value: day(validTo) },
          { name: say('fact.price'), value: price, isStrong: true },
        ],
        action: portalPaths.reactivate(last.id),
        hidden: hiddenOf(life, deps.newKey()),
        button: say('button.keep', { name }),
        back: portalPaths.subscription(last.id),
        moved,
        place: 'home',
      },
      written,
    ),
  );
}

/** Takes the cancellation back. */
export async function answerReactivateDone(
  deps: PortalDeps,
  visit: PortalVisit,
): Promise<PageAnswer> {
  const found = await lifeAt(deps, visit);
  if (found === null) return unknownPage;
  const { life } = found;
  return answerAction(visit, life, {
    name: 'reactivate',
    path: portalPaths.subscription(life.last.id),
    write: (key, guards) => deps.reactivateUserProduct(key, null, guards),
    again: (moved) => answerReactivate(deps, visit, moved),
  });
}
