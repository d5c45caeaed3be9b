import type { JSX } from 'preact';
import type { AccountRecord } from '../../../application/ports/account-store.js';
import { packageNameIn, tierIn } from '../../../domain/catalogue/catalogue.js';
import type { PaywayBehaviour } from '../../../domain/user-product/change.js';
import { page, type PageAnswer, type PageField, unknownPage } from '../../kit/page-route.js';
import type { Fact } from '../../kit/parts.js';
import { priceFor } from '../../kit/subscription/named-price.js';
import { periodPicture } from '../../kit/subscription/period-picture.js';
import { failedChange, subscriptionState } from '../../kit/subscription/subscription-state.js';
import { StateBadge, stateSentence } from '../../kit/subscription/state-words.js';
import { mayAct } from '../console-route.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { lastKeyOf, type OpenedSubscription, openSubscription } from './opened-subscription.js';
import { possibleActs, undoableChange } from './possible-acts.js';
import type { SubscriptionDeps } from './subscription-deps.js';
import { SubscriptionMain, type SubscriptionPageView } from './subscription-page.js';
import { tierName, targetsOf } from './targets.js';
import type { TargetsView } from './targets-section.js';
import { timelineOf } from './timeline.js';
import { TimelinePicture } from './timeline-picture.js';
import { timelineRows, whoIn } from './timeline-rows.js';
import {
  type TimelineFilter,
  timelineFilterNames,
  timelineFilters,
  type TimelineView,
} from './timeline-section.js';

/** Rows of the timeline's table on one page. */
const eventsShown = 50;

/** How the page of a subscription is looked at. */
export const subscriptionFields: readonly PageField[] = [
  { name: 'show', maxLength: 10, pattern: /^(?:changes|renewals|documents|edits)$/ },
  { name: 'before', maxLength: 15, pattern: /^\d{1,15}$/ },
  { name: 'from', maxLength: 6, pattern: /^\d{1,6}$/ },
  { name: 'behaviour', maxLength: 8, pattern: /^(?:default|explicit)$/ },
  { name: 'quantity', maxLength: 7, pattern: /^[1-9]\d{0,6}$/ },
];

/** One subscription; an ended user product leads to what its subscription is now, so that bookmarks live on. */
export async function answerConsoleSubscription(
  deps: SubscriptionDeps,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const opened = await openSubscription(deps, visit);
  if (opened === null) return unknownPage;
  const { life, id, at, telling } = opened;
  if (life.last.id !== id) {
    return { answer: 'moved', path: consolePaths.subscription(at, life.last.id) };
  }
  const [account, timeline, targets] = await Promise.all([
    deps.findAccount(lastKeyOf(opened)),
    timelineView(deps, opened, visit),
    targetsView(deps, opened, visit),
  ]);
  const view = { ...headView(opened, visit, account), timeline, targets };
  return page({
    title: packageNameIn(life.context.catalogue, life.last),
    main: <SubscriptionMain view={view} written={telling.written} />,
    place: 'subscriptions',
  });
}

function headView(
  opened: OpenedSubscription,
  visit: OrganisationVisit,
  account: AccountRecord | null,
): Omit<SubscriptionPageView, 'timeline' | 'targets'> {
  const { life, telling, at } = opened;
  const { written } = telling;
  const { last, changes, now, context } = life;
  const { catalogue } = context;
  const state = subscriptionState(last, catalogue);
  const failed = failedChange(changes);
  const name = packageNameIn(catalogue, last);
  return {
    badge: <StateBadge state={state} written={written} />,
    sentence: stateSentence(state, { written, catalogue }),
    facts: factsOf(opened, account),
    ids: idsOf(opened),
    bar:
      state.state === 'ended'
        ? null
        : periodPicture({ product: last, now, zone: catalogue.timeZone, written }),
    waits: waitsOf(opened, mayAct(visit, 'undo_change')),
    failed:
      failed === null
        ? null
        : written.say('failed.text', {
            target: packageNameIn(catalogue, failed.target),
            day: written.day(failed.effectiveAt),
            name,
          }),
    actions: possibleActs(life)
      .filter(({ action }) => mayAct(visit, action))
      .map(({ act, pathOf }) => ({
        href: pathOf(at, last.id),
        text: written.say(`console.subscription.act.${act}`),
      })),
  };
}

function waitsOf(
  { life: { last, context }, telling: { written }, at }: OpenedSubscription,
  mayUndo: boolean,
): SubscriptionPageView['waits'] {
  const { pendingChange } = last;
  if (pendingChange === null) return null;
  const { changeId, target, dueAt, requestedBy } = pendingChange;
  const { say, day } = written;
  return {
    text: say('waits.text', {
      name: packageNameIn(context.catalogue, last),
      target: packageNameIn(context.catalogue, target),
      day: day(dueAt),
    }),
    who: say('console.subscription.askedBy', { who: whoIn(say, requestedBy) }),
    undo: mayUndo ? consolePaths.undo(at, last.id, changeId) : null,
  };
}

function factsOf(
  { life: { last, context }, telling, at }: OpenedSubscription,
  account: AccountRecord | null,
): readonly Fact[] {
  const { written } = telling;
  const { say } = written;
  const { quantity, soldPeriod, tierId } = last;
  const tier = tierIn(context.catalogue, tierId);
  const none = say('console.subscription.none');
  return [
    { name: say('fact.price'), value: priceFor(telling, soldPeriod, quantity), isStrong: true },
    { name: say('fact.quantity'), value: written.number(quantity) },
    {
      name: say('console.subscription.fact.group'),
      value: tier === undefined ? none : `${tier.group.name}: ${tierName(tier, context.catalogue)}`,
    },
    {
      name: say('console.subscription.fact.from'),
      value: written.day(last.validFrom),
    },
    {
      name: say('console.subscription.fact.to'),
      value: last.validTo === null ? none : written.day(last.validTo),
    },
    {
      name: say('console.subscription.fact.account'),
      value: <a href={consolePaths.account(at, last.accountId)}>{last.accountId}</a>,
    },
    {
      name: say('console.subscription.fact.customerNumber'),
      value: account?.customerNumber ?? none,
    },
  ];
}

/** Ids to be copied: each stands alone, so that a double click takes the whole of it. */
function idsOf({ life: { last }, telling: { written } }: OpenedSubscription): readonly Fact[] {
  const { say } = written;
  const id = (text: string | null): JSX.Element => (
    <code>{text ?? say('console.subscription.none')}</code>
  );
  return [
    { name: say('fact.number'), value: id(last.subscriptionNumber) },
    { name: say('console.subscription.fact.id'), value: id(last.id) },
    { name: say('console.subscription.fact.subscriptionId'), value: id(last.subscriptionId) },
    { name: say('console.subscription.fact.order'), value: id(last.orderId) },
    { name: say('console.subscription.fact.package'), value: id(last.packageCode) },
    { name: say('console.subscription.fact.period'), value: id(last.soldPeriod.periodId) },
    { name: say('console.subscription.fact.version'), value: id(String(last.version)) },
  ];
}

async function timelineView(
  { readTimeline }: SubscriptionDeps,
  { life, telling: { written }, at }: OpenedSubscription,
  visit: OrganisationVisit,
): Promise<TimelineView> {
  const { show, before } = visit.query;
  const filter = timelineFilterNames.find((it) => it === show) ?? null;
  const { events, next } = await readTimeline(life, {
    limit: eventsShown,
    before: before === undefined ? null : Number(before),
    types: filter === null ? null : timelineFilters[filter],
  });
  const here = consolePaths.subscription(at, life.last.id);
  const hrefOf = (query: Readonly<Record<string, string>>) =>
    `${here}?${new URLSearchParams(query).toString()}#timeline`;
  const shown = (it: TimelineFilter | null) => (it === null ? {} : { show: it });
  const undoable = mayAct(visit, 'undo_change') ? undoableChange(life) : null;
  return {
    picture: <TimelinePicture timeline={timelineOf(life, events)} life={life} written={written} />,
    rows: timelineRows(events, life, written),
    filter,
    filterHref: (it) => (it === null ? `${here}#timeline` : hrefOf({ show: it })),
    eventHref: (id) => consolePaths.event(at, id),
    older: next === null ? null : hrefOf({ ...shown(filter), before: String(next) }),
    undo:
      undoable === null
        ? null
        : { changeId: undoable.id, href: consolePaths.undo(at, life.last.id, undoable.id) },
  };
}

async function targetsView(
  deps: SubscriptionDeps,
  { life, telling, at }: OpenedSubscription,
  visit: OrganisationVisit,
): Promise<TargetsView> {
  const { query } = visit;
  const behaviour: PaywayBehaviour = query.behaviour === 'explicit' ? 'explicit' : 'default';
  const quantity = query.quantity === undefined ? null : Number(query.quantity);
  const asked = { from: Number(query.from ?? '0'), behaviour, quantity };
  const targets = await targetsOf(deps, life, asked);
  const { id } = life.last;
  const kept = {
    ...(targets.by === 'packages' ? { behaviour } : {}),
    ...(quantity === null ? {} : { quantity: String(quantity) }),
  };
  const hrefOf = (path: string, more: Readonly<Record<string, string>>) =>
    `${path}?${new URLSearchParams({ ...kept, ...more }).toString()}`;
  const here = consolePaths.subscription(at, id);
  return {
    ...{ targets, telling, behaviour, action: here },
    quantity: quantity ?? life.last.quantity,
    behaviourHref: (it) => `${hrefOf(here, { behaviour: it })}#possible`,
    confirmHref: mayAct(visit, 'change_subscription')
      ? (choice) => hrefOf(consolePaths.confirm(at, id), { choice })
      : null,
    more: targets.next === null ? null : `${hrefOf(here, { from: String(targets.next) })}#possible`,
  };
}
