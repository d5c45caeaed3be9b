import type { FoundSubscription } from '../../../application/ports/subscription-search.js';
import { type Catalogue, packageNameIn } from '../../../domain/catalogue/catalogue.js';
import { isPayable, priceOf } from '../../../domain/money/price-of.js';
import type { UserProduct, UserProductState } from '../../../domain/user-product/user-product.js';
import type { IconName } from '../../kit/icon-shapes.js';
import type { Written } from '../../kit/written.js';
import { consolePaths } from '../paths.js';

type Tone = 'plain' | 'good' | 'waits' | 'ends' | 'fault';

/** A subscription as one line of a table. */
export type SubscriptionRow = {
  readonly href: string;
  readonly name: string;
  readonly accountId: string;
  readonly customerNumber: string;
  readonly price: string;
  readonly state: { readonly tone: Tone; readonly icon: IconName; readonly text: string };
  /** When its period ends; empty where it has none. */
  readonly due: string;
  /** What comes instead of a renewal; empty: nothing. */
  readonly waits: string;
};

const signs: Readonly<Record<UserProductState, { tone: Tone; icon: IconName }>> = {
  activated: { tone: 'good', icon: 'check' },
  cancelled: { tone: 'ends', icon: 'circle-x' },
  deactivated: { tone: 'ends', icon: 'circle-x' },
  pending: { tone: 'plain', icon: 'clock' },
  frozen: { tone: 'plain', icon: 'info' },
};

const signOfKind = { upgrade: '▲', downgrade: '▼', change: '↔' } as const;

/** A found subscription in the words of a page. */
export function rowView(
  { product, isSetAside, customerNumber }: FoundSubscription,
  { written, catalogue }: { readonly written: Written; readonly catalogue: Catalogue },
): SubscriptionRow {
  const { say } = written;
  const text = say(`console.subscriptions.state.${product.state}`);
  return {
    href: consolePaths.subscription(product.organisationId, product.id),
    name: packageNameIn(catalogue, product),
    accountId: product.accountId,
    customerNumber: customerNumber ?? '',
    price: priceWords(product, written),
    state: isSetAside
      ? { tone: 'fault', icon: 'circle-alert', text: say('console.subscriptions.setAside') }
      : { ...signs[product.state], text },
    due: product.validTo === null ? '' : written.day(product.validTo),
    waits: waitsWords(product, written, catalogue),
  };
}

/** What all its units cost for each period. */
function priceWords({ soldPeriod, quantity }: UserProduct, written: Written): string {
  const { price, interval } = soldPeriod;
  if (!isPayable(price, quantity)) return written.say('amount.unknown');
  const amount = written.money(priceOf(price, quantity));
  return written.say('price.every', { amount, interval: written.interval(interval) });
}

function waitsWords(
  { pendingChange, state, subscriptionType }: UserProduct,
  { say, day }: Written,
  catalogue: Catalogue,
): string {
  if (pendingChange !== null) {
    const { kind, target, dueAt } = pendingChange;
    const name = packageNameIn(catalogue, target);
    return say('console.subscriptions.changesTo', {
      sign: signOfKind[kind],
      name,
      day: day(dueAt),
    });
  }
  const isEnding =
    state === 'cancelled' || (state === 'activated' && subscriptionType !== 'recurring');
  return isEnding ? say('console.subscriptions.ends') : '';
}
