import type { JSX } from 'preact';
import { packageNameIn } from '../../../domain/catalogue/catalogue.js';
import type { UserProduct } from '../../../domain/user-product/user-product.js';
import { page, type PageAnswer } from '../../kit/page-route.js';
import type { Written } from '../../kit/written.js';
import { priceFor } from '../../kit/subscription/named-price.js';
import { portalPaths } from '../paths.js';
import type { PortalDeps } from '../portal-deps.js';
import { subscriptionState } from '../../kit/subscription/subscription-state.js';
import { StateBadge, stateSentence } from '../../kit/subscription/state-words.js';
import { ownerOf, type PortalVisit, tellingOf } from '../visitor.js';

type SubscriptionCard = {
  readonly href: string;
  readonly name: string;
  readonly price: string;
  readonly badge: JSX.Element;
  readonly sentence: string;
};

type HomeView = {
  readonly living: readonly SubscriptionCard[];
  readonly ended: readonly SubscriptionCard[];
};

/** The subscriptions of an account, each as it is now (docs/spec/pages.md §6). */
export async function answerHome(deps: PortalDeps, visit: PortalVisit): Promise<PageAnswer> {
  const read = await deps.readAccountRows(ownerOf(visit), 'show');
  const { written } = visit;
  const lasts = (read?.rows ?? [])
    .map(({ product }) => product)
    .filter(({ endedBy }) => endedBy === null);
  const cardOf = (product: UserProduct): SubscriptionCard & { readonly isEnded: boolean } => {
    const catalogue = read?.context.catalogue;
    if (catalogue === undefined) throw new Error('rows without a catalogue');
    const state = subscriptionState(product, catalogue);
    return {
      href: portalPaths.subscription(product.id),
      name: packageNameIn(catalogue, product),
      price: priceFor(tellingOf(visit), product.soldPeriod, product.quantity),
      badge: <StateBadge state={state} written={written} />,
      sentence: stateSentence(state, { written, catalogue }),
      isEnded: state.state === 'ended',
    };
  };
  const cards = lasts.map(cardOf);
  const view: HomeView = {
    living: cards.filter((it) => !it.isEnded),
    ended: cards.filter((it) => it.isEnded).toReversed(),
  };
  return page({
    title: written.say('home.title'),
    main: <Home view={view} written={written} />,
    place: 'home',
  });
}

function Home({ view, written }: { view: HomeView; written: Written }): JSX.Element {
  const { say } = written;
  return (
    <>
      {view.living.length === 0 ? <p class="empty">{say('home.empty')}</p> : null}
      <Cards cards={view.living} />
      {view.ended.length === 0 ? null : (
        <details class="folded">
          <summary>{say('home.ended', { count: view.ended.length })}</summary>
          <Cards cards={view.ended} />
        </details>
      )}
    </>
  );
}

function Cards({ cards }: { readonly cards: readonly SubscriptionCard[] }): JSX.Element {
  return (
    <ul class="cards">
      {cards.map(({ href, name, price, badge, sentence }) => (
        <li key={href}>
          <h2>
            <a href={href}>{name}</a>
          </h2>
          {badge}
          <p class="price">{price}</p>
          <p>{sentence}</p>
        </li>
      ))}
    </ul>
  );
}
