import type { JSX } from 'preact';
import type { SubscriptionLife } from '../../../application/change/read-subscription.js';
import { packageNameIn } from '../../../domain/catalogue/catalogue.js';
import { parseId, type UserProductId } from '../../../domain/ids.js';
import { page, type PageAnswer, unknownPage } from '../../kit/page-route.js';
import { ActionLink, FactList, type Fact, Notice } from '../../kit/parts.js';
import { PeriodBar, type PeriodBarView } from '../../kit/period-bar.js';
import type { Written } from '../../kit/written.js';
import { changeLine } from '../../kit/subscription/change-line.js';
import { priceFor } from '../../kit/subscription/named-price.js';
import { portalPaths } from '../paths.js';
import { periodPicture } from '../../kit/subscription/period-picture.js';
import type { PortalDeps } from '../portal-deps.js';
import { failedChange, subscriptionState } from '../../kit/subscription/subscription-state.js';
import { StateBadge, stateSentence } from '../../kit/subscription/state-words.js';
import { type Offered, whatIsOffered } from '../what-is-offered.js';
import { ownerOf, type PortalVisit, tellingOf } from '../visitor.js';

const changesShown = 10;

type SubscriptionView = {
  readonly badge: JSX.Element;
  readonly sentence: string;
  readonly facts: readonly Fact[];
  readonly bar: PeriodBarView | null;
  readonly waits: {
    readonly text: string;
    readonly receipt: string;
    readonly undo: string | null;
  } | null;
  readonly failed: string | null;
  readonly actions: readonly {
    readonly href: string;
    readonly text: string;
    readonly kind: 'first' | 'second' | 'quiet';
  }[];
  readonly whyNoChange: string | null;
  readonly history: readonly {
    readonly key: string;
    readonly when: string;
    readonly what: string;
    readonly href: string;
  }[];
};

/** The life that an address names, with the id of its living end where that is another one; null: there is no such. */
export async function lifeAt(
  deps: PortalDeps,
  visit: PortalVisit,
): Promise<{ readonly life: SubscriptionLife; readonly id: UserProductId } | null> {
  const id = parseId<UserProductId>(visit.params.id ?? '');
  if (id === null) return null;
  const life = await deps.readSubscription({ ...ownerOf(visit), userProductId: id });
  return life === null ? null : { life, id };
}

/** One subscription; an ended user product leads to what its subscription is now, so that bookmarks live on. */
export async function answerSubscription(
  deps: PortalDeps,
  visit: PortalVisit,
): Promise<PageAnswer> {
  const found = await lifeAt(deps, visit);
  if (found === null) return unknownPage;
  const { life, id } = found;
  if (life.last.id !== id) {
    return { answer: 'moved', path: portalPaths.subscription(life.last.id) };
  }
  const view = subscriptionView(life, visit);
  return page({
    title: packageNameIn(life.context.catalogue, life.last),
    main: <SubscriptionPage view={view} written={visit.written} />,
    place: 'home',
  });
}

function subscriptionView(life: SubscriptionLife, visit: PortalVisit): SubscriptionView {
  const { written, visitor } = visit;
  const { last, changes, now, context } = life;
  const { catalogue } = context;
  const { say } = written;
  const state = subscriptionState(last, catalogue);
  const offered = whatIsOffered(life, visitor);
  const failed = failedChange(changes);
  const words = { written, catalogue };
  return {
    badge: <StateBadge state={state} written={written} />,
    sentence: stateSentence(state, words),
    facts: factsOf(life, visit),
    bar:
      state.state === 'ended'
        ? null
        : periodPicture({ product: last, now, zone: catalogue.timeZone, written }),
    waits:
      last.pendingChange === null
        ? null
        : {
            text: say('waits.text', {
              name: packageNameIn(catalogue, last),
              target: packageNameIn(catalogue, last.pendingChange.target),
              day: written.day(last.pendingChange.dueAt),
            }),
            receipt: portalPaths.receipt(last.id, last.pendingChange.changeId),
            undo: offered.undo ? portalPaths.undo(last.id, last.pendingChange.changeId) : null,
          },
    failed:
      failed === null
        ? null
        : say('failed.text', {
            target: packageNameIn(catalogue, failed.target),
            day: written.day(failed.effectiveAt),
            name: packageNameIn(catalogue, last),
          }),
    actions: actionsOf(last.id, offered, written),
    whyNoChange: offered.whyNoChange === null ? null : say(`noChange.${offered.whyNoChange}`),
    history: changes.slice(0, changesShown).map((it) => ({
      key: it.id,
      when: written.day(it.requestedAt),
      what: changeLine(it, words),
      href: portalPaths.receipt(last.id, it.id),
    })),
  };
}

function factsOf({ last }: SubscriptionLife, visit: PortalVisit): readonly Fact[] {
  const { written } = visit;
  const { say } = written;
  const { quantity, soldPeriod, subscriptionNumber } = last;
  return [
    {
      name: say('fact.price'),
      value: priceFor(tellingOf(visit), soldPeriod, quantity),
      isStrong: true,
    },
    ...(quantity === 1 ? [] : [{ name: say('fact.quantity'), value: written.number(quantity) }]),
    ...(subscriptionNumber === null
      ? []
      : [{ name: say('fact.number'), value: subscriptionNumber }]),
  ];
}

function actionsOf(id: UserProductId, offered: Offered, { say }: Written) {
  const all = [
    {
      isOffered: offered.change !== null,
      href: portalPaths.change(id),
      text: say('action.change'),
      kind: 'first',
    },
    {
      isOffered: offered.reactivate,
      href: portalPaths.reactivate(id),
      text: say('action.reactivate'),
      kind: 'first',
    },
    {
      isOffered: offered.cancel,
      href: portalPaths.cancel(id),
      text: say('action.cancel'),
      kind: 'second',
    },
  ] as const;
  return all.filter((it) => it.isOffered);
}

type Props = { readonly view: SubscriptionView; readonly written: Written };

function SubscriptionPage({ view, written }: Props): JSX.Element {
  const { say } = written;
  const { badge, sentence, facts, bar, failed, actions, whyNoChange } = view;
  return (
    <>
      <p class="lead">
        {badge} <span>{sentence}</span>
      </p>
      {failed === null ? null : (
        <Notice tone="fault" title={say('failed.title')}>
          <p>{failed}</p>
        </Notice>
      )}
      <Waits view={view} written={written} />
      {bar === null ? null : <PeriodBar view={bar} />}
      <FactList facts={facts} />
      {whyNoChange === null ? null : <p class="hint">{whyNoChange}</p>}
      {actions.length === 0 ? null : (
        <p class="actions">
          {actions.map(({ href, text, kind }) => (
            <ActionLink key={href} href={href} kind={kind}>
              {text}
            </ActionLink>
          ))}
        </p>
      )}
      <History view={view} written={written} />
    </>
  );
}

function Waits({ view: { waits }, written: { say } }: Props): JSX.Element | null {
  if (waits === null) return null;
  return (
    <Notice tone="waits" title={say('waits.title')}>
      <p>{waits.text}</p>
      <p>
        <a href={waits.receipt}>{say('waits.receipt')}</a>
      </p>
      {waits.undo === null ? null : <ActionLink href={waits.undo}>{say('action.undo')}</ActionLink>}
    </Notice>
  );
}

function History({ view: { history }, written: { say } }: Props): JSX.Element | null {
  if (history.length === 0) return null;
  return (
    <section>
      <h2>{say('history.title')}</h2>
      <ol class="history">
        {history.map(({ key, when, what, href }) => (
          <li key={key}>
            <span class="when">{when}</span>
            <a href={href}>{what}</a>
          </li>
        ))}
      </ol>
    </section>
  );
}
