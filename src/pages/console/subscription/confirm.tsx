import { type OrganisationId, toId } from '../../../domain/ids.js';
import type { PaywayBehaviour } from '../../../domain/user-product/change.js';
import {
  page,
  type PageAnswer,
  type PageContent,
  type PageField,
  see,
  unknownPage,
} from '../../kit/page-route.js';
import {
  type Asking,
  type BoundOffer,
  orderBoundOffer,
  readBoundOffer,
} from '../../kit/subscription/bound-offer.js';
import {
  choiceFields,
  choiceParts,
  type Chosen,
  chosenIn,
  orderFields,
} from '../../kit/subscription/chosen.js';
import { confirmPage } from '../../kit/subscription/confirm-page.js';
import { type Said, saidIn } from '../../kit/subscription/confirm-view.js';
import type { CommonConsoleDeps } from '../console-deps.js';
import { consolePaths } from '../paths.js';
import { consoleRequester, type OrganisationVisit } from '../visitor.js';
import { type OpenedSubscription, openSubscription } from './opened-subscription.js';
import { answerOperatorAct } from './operator-act.js';
import { operatorRefusedPage } from './refused-page.js';
import type { SubscriptionDeps } from './subscription-deps.js';

type Deps = SubscriptionDeps & Pick<CommonConsoleDeps, 'audited' | 'newKey' | 'clock'>;

const behaviourField = {
  name: 'behaviour',
  maxLength: 8,
  pattern: /^(?:default|explicit)$/,
} as const satisfies PageField;
export const confirmFields: readonly PageField[] = [...choiceFields, behaviourField];
export const consoleOrderFields: readonly PageField[] = [...orderFields, behaviourField];

/** What an operator is about to order, and by whose rules. */
type Wanted = { readonly chosen: Chosen; readonly asking: Asking };

/** What a change comes to, before it is ordered. Writes nothing (docs/spec/pages.md §7, §11). */
export async function answerConsoleConfirm(
  deps: Deps,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const opened = await openSubscription(deps, visit);
  if (opened === null) return unknownPage;
  const wanted = wantedIn(visit.query, opened);
  const { life, id, at } = opened;
  if (life.last.id !== id || wanted === null) return see(backOf(at, opened));
  return offerOf(deps, visit, { opened, wanted, seen: null });
}

/** Orders what the confirm page has shown: exactly that, or nothing. */
export async function answerConsoleOrder(
  deps: Deps,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const opened = await openSubscription(deps, visit);
  const wanted = opened === null ? null : wantedIn(visit.form, opened);
  if (opened === null || wanted === null) return unknownPage;
  const { chosen, asking } = wanted;
  const { life, id } = opened;
  const behaviour = asking.by === 'offer' ? asking.behaviour : 'group';
  return answerOperatorAct(
    deps,
    { visit, opened },
    {
      action: 'change_subscription',
      form: 'change',
      asked: [chosen.value, chosen.quantity, behaviour],
      before: { package_code: life.last.packageCode, period_id: life.last.soldPeriod.periodId },
      write: (guards) => {
        const requestedBy = consoleRequester(visit);
        const quote = visit.form.quote ?? '';
        return orderBoundOffer(deps, asking, { life, chosen, requestedBy, id, quote, guards });
      },
      again: async () => {
        // As it is by now: the write has looked at what is due.
        const fresh = (await openSubscription(deps, visit)) ?? opened;
        return offerOf(deps, visit, { opened: fresh, wanted, seen: saidIn(visit.form) });
      },
    },
  );
}

function backOf(at: OrganisationId, { life }: OpenedSubscription): string {
  return `${consolePaths.subscription(at, life.last.id)}#possible`;
}

/** Reads what a form named: a tier of a product group, or a package by Payway's rules; null where it names neither. */
function wantedIn(
  fields: Readonly<Record<string, string>>,
  { life: { context } }: OpenedSubscription,
): Wanted | null {
  const chosen = chosenIn(fields);
  if (chosen === null) return null;
  const { of, periodId } = choiceParts(chosen);
  const { catalogue } = context;
  if (catalogue.tiersById.has(toId(of))) {
    return { chosen, asking: { by: 'group', tierId: of, periodId } };
  }
  const pack = catalogue.packagesById.get(toId(of));
  if (pack === undefined) return null;
  const behaviour: PaywayBehaviour = fields.behaviour === 'explicit' ? 'explicit' : 'default';
  return { chosen, asking: { by: 'offer', packageCode: pack.code, periodId, behaviour } };
}

type Offering = {
  readonly opened: OpenedSubscription;
  readonly wanted: Wanted;
  readonly seen: Said | null;
};

async function offerOf(
  deps: Deps,
  visit: OrganisationVisit,
  offering: Offering,
): Promise<PageAnswer> {
  const { opened, wanted } = offering;
  const { life } = opened;
  const { chosen, asking } = wanted;
  const requestedBy = consoleRequester(visit);
  const read = await readBoundOffer(deps, asking, { life, chosen, requestedBy });
  if (read === null) return operatorRefusedPage([], opened);
  if (!read.ok) return operatorRefusedPage(read.refusals, opened);
  return page(operatorConfirmPage(deps, read.offer, offering));
}

function operatorConfirmPage(
  { newKey, clock }: Deps,
  offer: BoundOffer,
  { opened, wanted: { chosen, asking }, seen }: Offering,
): PageContent {
  const { life, at, telling } = opened;
  return confirmPage(offer, {
    ...{ life, telling, chosen, seen },
    action: consolePaths.confirm(at, life.last.id),
    back: backOf(at, opened),
    shownAt: clock.now(),
    key: newKey(),
    hidden: asking.by === 'offer' ? { behaviour: asking.behaviour } : {},
    place: 'subscriptions',
  });
}
