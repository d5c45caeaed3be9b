import { packageNameIn } from '../../../domain/catalogue/catalogue.js';
import { page, type PageAnswer, see, unknownPage } from '../../kit/page-route.js';
import { actionPage, hiddenOf } from '../../kit/subscription/write-form.js';
import { portalPaths } from '../paths.js';
import type { PortalDeps } from '../portal-deps.js';
import type { PortalVisit } from '../visitor.js';
import { whatIsOffered } from '../what-is-offered.js';
import { answerAction } from '../answer-action.js';
import { lifeAt } from './subscription.js';

/** The last day, and what falls away with it; no offer in between (docs/pages-background.md §4). */
export async function answerCancel(
  deps: PortalDeps,
  visit: PortalVisit,
  moved: string | null = null,
): Promise<PageAnswer> {
  const found = await lifeAt(deps, visit);
  if (found === null) return unknownPage;
  const { life } = found;
  const { last, context } = life;
  const { validTo } = last;
  if (!whatIsOffered(life, visit.visitor).cancel || validTo === null) {
    return see(portalPaths.subscription(last.id));
  }
  const { written } = visit;
  const { say, lastDay } = written;
  const name = packageNameIn(context.catalogue, last);
  const pending = last.pendingChange;
  const facts = [
    { name: say('cancel.lastDay'), value: lastDay(validTo), isStrong: true },
    { name: say('cancel.lost'), value: say('cancel.lostText', { name }) },
    ...(pending === null
      ? []
      : [
          {
            name: say('cancel.waits'),
            value: say('cancel.waitsText', {
              name: packageNameIn(context.catalogue, pending.target),
            }),
          },
        ]),
  ];
  return page(
    actionPage(
      {
        title: say('cancel.title', { name }),
        lead: say('cancel.lead', { name, day: lastDay(validTo) }),
        facts,
        action: portalPaths.cancel(last.id),
        hidden: hiddenOf(life, deps.newKey()),
        button: say('button.cancel'),
        back: portalPaths.subscription(last.id),
        moved,
        place: 'home',
      },
      written,
    ),
  );
}

/** Lets it end with the period that is paid. */
export async function answerCancelDone(deps: PortalDeps, visit: PortalVisit): Promise<PageAnswer> {
  const found = await lifeAt(deps, visit);
  if (found === null) return unknownPage;
  const { life } = found;
  return answerAction(visit, life, {
    name: 'cancel',
    path: portalPaths.subscription(life.last.id),
    write: (key, guards) =>
      deps.cancelUserProduct(key, { reasonId: null, creditInvoiceIfSent: false }, guards),
    again: (moved) => answerCancel(deps, visit, moved),
  });
}
