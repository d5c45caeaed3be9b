import { packageNameIn } from '../../../domain/catalogue/catalogue.js';
import { page, type PageAnswer, see, unknownPage } from '../../kit/page-route.js';
import { subscriptionState } from '../../kit/subscription/subscription-state.js';
import { actionPage, hiddenOf } from '../../kit/subscription/write-form.js';
import type { CommonConsoleDeps } from '../console-deps.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { lastKeyOf, openSubscription } from './opened-subscription.js';
import { answerOperatorAct } from './operator-act.js';
import type { SubscriptionDeps } from './subscription-deps.js';

type Deps = SubscriptionDeps & Pick<CommonConsoleDeps, 'audited' | 'newKey'>;

/** The last day, and what falls away with it. */
export async function answerConsoleCancel(
  deps: Deps,
  visit: OrganisationVisit,
  moved: string | null = null,
): Promise<PageAnswer> {
  const opened = await openSubscription(deps, visit);
  if (opened === null) return unknownPage;
  const { life, at, telling } = opened;
  const { last, context } = life;
  const { validTo, pendingChange } = last;
  const back = consolePaths.subscription(at, last.id);
  const { state } = subscriptionState(last, context.catalogue);
  if (validTo === null || (state !== 'renews' && state !== 'waits')) return see(back);
  const { written } = telling;
  const { say, lastDay } = written;
  const name = packageNameIn(context.catalogue, last);
  const waits = pendingChange && packageNameIn(context.catalogue, pendingChange.target);
  const view = {
    title: say('cancel.title', { name }),
    lead: say('cancel.lead', { name, day: lastDay(validTo) }),
    facts: [
      { name: say('cancel.lastDay'), value: lastDay(validTo), isStrong: true },
      ...(waits === null
        ? []
        : [{ name: say('cancel.waits'), value: say('cancel.waitsText', { name: waits }) }]),
    ],
    action: consolePaths.cancel(at, last.id),
    hidden: hiddenOf(life, deps.newKey()),
    button: say('button.cancel'),
    ...{ back, moved, place: 'subscriptions' },
  };
  return page(actionPage(view, written));
}

/** Lets it end with the period that is paid. */
export async function answerConsoleCancelDone(
  deps: Deps,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const opened = await openSubscription(deps, visit);
  if (opened === null) return unknownPage;
  return answerOperatorAct(
    deps,
    { visit, opened },
    {
      action: 'cancel_subscription',
      form: 'cancel',
      before: { state: opened.life.last.state },
      write: (guards) =>
        deps.cancelUserProduct(
          lastKeyOf(opened),
          { reasonId: null, creditInvoiceIfSent: false },
          guards,
        ),
      again: () => answerConsoleCancel(deps, visit, visit.written.say('moved.action')),
    },
  );
}
