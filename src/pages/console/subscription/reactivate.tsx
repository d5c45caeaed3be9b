import { packageNameIn } from '../../../domain/catalogue/catalogue.js';
import { page, type PageAnswer, see, unknownPage } from '../../kit/page-route.js';
import { priceFor } from '../../kit/subscription/named-price.js';
import { subscriptionState } from '../../kit/subscription/subscription-state.js';
import { actionPage, hiddenOf } from '../../kit/subscription/write-form.js';
import type { CommonConsoleDeps } from '../console-deps.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { lastKeyOf, openSubscription } from './opened-subscription.js';
import { answerOperatorAct } from './operator-act.js';
import type { SubscriptionDeps } from './subscription-deps.js';

type Deps = SubscriptionDeps & Pick<CommonConsoleDeps, 'audited' | 'newKey'>;

/** When it renews again, and at which price. */
export async function answerConsoleReactivate(
  deps: Deps,
  visit: OrganisationVisit,
  moved: string | null = null,
): Promise<PageAnswer> {
  const opened = await openSubscription(deps, visit);
  if (opened === null) return unknownPage;
  const { life, at, telling } = opened;
  const { last, context } = life;
  const { validTo } = last;
  const back = consolePaths.subscription(at, last.id);
  const { state } = subscriptionState(last, context.catalogue);
  if (state !== 'cancelled' || validTo === null) return see(back);
  const { written } = telling;
  const { say, day } = written;
  const name = packageNameIn(context.catalogue, last);
  const price = priceFor(telling, last.soldPeriod, last.quantity);
  const view = {
    title: say('console.subscription.reactivate.title', { name }),
    lead: say('reactivate.lead', { name, day: day(validTo) }),
    facts: [
      { name: say('undo.renews'), value: day(validTo) },
      { name: say('fact.price'), value: price, isStrong: true },
    ],
    action: consolePaths.reactivate(at, last.id),
    hidden: hiddenOf(life, deps.newKey()),
    button: say('button.keep', { name }),
    ...{ back, moved, place: 'subscriptions' },
  };
  return page(actionPage(view, written));
}

/** Takes the cancellation back. */
export async function answerConsoleReactivateDone(
  deps: Deps,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const opened = await openSubscription(deps, visit);
  if (opened === null) return unknownPage;
  return answerOperatorAct(
    deps,
    { visit, opened },
    {
      action: 'reactivate_subscription',
      form: 'reactivate',
      before: { state: opened.life.last.state },
      write: (guards) => deps.reactivateUserProduct(lastKeyOf(opened), null, guards),
      again: () => answerConsoleReactivate(deps, visit, visit.written.say('moved.action')),
    },
  );
}
