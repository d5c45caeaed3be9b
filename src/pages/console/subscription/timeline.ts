import type { SubscriptionLife } from '../../../application/change/read-subscription.js';
import type { TimelineEvent } from '../../../application/change/read-timeline.js';
import { packageNameIn } from '../../../domain/catalogue/catalogue.js';
import type { EventType } from '../../../domain/events/domain-event.js';
import type { UserProductId } from '../../../domain/ids.js';
import type { Money } from '../../../domain/money/money.js';
import { isPayable, priceOf } from '../../../domain/money/price-of.js';
import type { SoldPeriod } from '../../../domain/catalogue/sold-period.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { UserProduct } from '../../../domain/user-product/user-product.js';

/** A user product of the chain, as long as it lived. */
export type Lane = {
  readonly id: UserProductId;
  readonly name: string;
  readonly from: Instant;
  /** When it ended, or is going to; null: it has no end. */
  readonly to: Instant | null;
  readonly hasEnded: boolean;
};

/** What something on a timeline is, as a shape. */
export type MarkSign =
  'upgrade' | 'downgrade' | 'change' | 'ends' | 'renews' | 'waits' | 'money' | 'other';

export type Mark = {
  readonly lane: UserProductId;
  readonly at: Instant;
  readonly type: EventType;
  readonly sign: MarkSign;
};

/** From when on it cost that much a period; null: no number can hold it. */
export type PriceStep = { readonly at: Instant; readonly price: Money | null };

export type Timeline = {
  readonly lanes: readonly Lane[];
  /** Oldest first. */
  readonly marks: readonly Mark[];
  readonly steps: readonly PriceStep[];
};

/** Lanes of one picture: of a longer chain, those of its last user products. */
const mostLanes = 12;

const signs = {
  package_upgrade: 'upgrade',
  package_upgrade_scheduled: 'waits',
  package_downgrade: 'waits',
  package_downgrade_completed: 'downgrade',
  package_change: 'waits',
  package_change_completed: 'change',
  package_change_cancelled: 'other',
  package_change_failed: 'ends',
  package_change_undone: 'change',
  user_product_created: 'other',
  user_product_updated: 'other',
  user_product_cancelled: 'ends',
  user_product_uncancelled: 'renews',
  user_product_renewed: 'renews',
  user_product_deactivated: 'ends',
  'invoice.created': 'money',
  'credit_note.created': 'money',
  'credit_note.send_requested': 'money',
} as const satisfies Record<EventType, MarkSign>;

/** The shape that stands for an event. */
export function signOf(type: EventType): MarkSign {
  return signs[type];
}

/** The picture of a subscription's life (docs/spec/pages.md §13): what lived when, what happened, what it cost. */
export function timelineOf(
  life: Pick<SubscriptionLife, 'products' | 'context'>,
  events: readonly TimelineEvent[],
): Timeline {
  const { products, context } = life;
  const oldestFirst = events.toReversed();
  const shown = products.slice(-mostLanes);
  const ids = new Set(shown.map(({ id }) => id));
  return {
    lanes: shown.map((it) => laneOf(it, packageNameIn(context.catalogue, it))),
    marks: oldestFirst
      .map(({ event }) => event)
      .filter(({ userProductId }) => ids.has(userProductId))
      .map(({ userProductId: lane, occurredAt, type }) => ({
        ...{ lane, at: occurredAt, type, sign: signOf(type) },
      })),
    steps: differing(shown.flatMap((it) => stepsOf(it, oldestFirst))),
  };
}

function laneOf(product: UserProduct, name: string): Lane {
  const { id, validFrom, validTo, state, endedBy, lastEffectiveAt } = product;
  const hasEnded = state === 'deactivated';
  const to = endedBy === null ? validTo : lastEffectiveAt;
  return { id, name, from: validFrom, to, hasEnded };
}

/** What one user product cost, first as it began and then as its renewals found it. */
function stepsOf(product: UserProduct, events: readonly TimelineEvent[]): readonly PriceStep[] {
  const own = events.flatMap(({ event: { after, occurredAt } }) =>
    after?.userProduct.id === product.id
      ? [{ at: occurredAt, price: costOf(after.userProduct) }]
      : [],
  );
  const [first, ...later] = own;
  return [{ at: product.validFrom, price: (first ?? { price: costOf(product) }).price }, ...later];
}

function costOf({
  soldPeriod: { price },
  quantity,
}: {
  readonly soldPeriod: Pick<SoldPeriod, 'price'>;
  readonly quantity: number;
}): Money | null {
  return isPayable(price, quantity) ? priceOf(price, quantity) : null;
}

function differing(steps: readonly PriceStep[]): readonly PriceStep[] {
  const text = (it: PriceStep | undefined) => JSON.stringify(it?.price);
  return steps.filter((it, place) => place === 0 || text(it) !== text(steps[place - 1]));
}
