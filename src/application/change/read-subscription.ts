import type { Change } from '../../domain/user-product/change.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type { DomainEvent } from '../../domain/user-product/event-side.js';
import type { Instant } from '../../domain/time/instant.js';
import type { OrganisationContext } from '../catalogue/organisation-context.js';
import type { LoadUserProduct, UserProductKey } from '../commit/load-user-product.js';
import type { ChangeStore } from '../ports/change-store.js';
import type { StoredUserProduct } from '../ports/user-product-store.js';
import type { ReadAccountRows } from '../user-product/read-account-rows.js';
import { knownChanges } from './known-changes.js';

/** A subscription from its first user product to what it is now, and all that was asked of it. */
export type SubscriptionLife = {
  /** Oldest first; never empty. */
  readonly products: readonly UserProduct[];
  /** The living one, or the one that ended last. */
  readonly last: UserProduct;
  /** Newest first. */
  readonly changes: readonly Change[];
  /** What has happened and may not stand in the log yet, in its order. */
  readonly waitingEvents: readonly DomainEvent[];
  readonly now: Instant;
  readonly context: OrganisationContext;
};

/** Null for what is not there, not this organisation's or not this account's. */
export type ReadSubscription = (key: UserProductKey) => Promise<SubscriptionLife | null>;

export type ReadSubscriptionDeps = {
  readonly readAccountRows: ReadAccountRows;
  readonly load: LoadUserProduct;
  readonly changes: Pick<ChangeStore, 'listByAccount'>;
};

/** The subscription that any of its user products names, as it is now: what is due on it is applied first. */
export function makeReadSubscription(deps: ReadSubscriptionDeps): ReadSubscription {
  return async (key) => {
    const { organisationId, userProductId } = key;
    const accountId = key.accountId ?? (await deps.load(key))?.product.accountId;
    if (accountId === undefined) return null;
    const read = await deps.readAccountRows({ organisationId, accountId }, 'show');
    if (read === null) return null;
    const { now, context } = read;
    const named = read.rows.find(({ product }) => product.id === userProductId);
    if (now === null || named === undefined) return null;
    const { subscriptionId } = named.product;
    const rows = read.rows.filter(({ product }) => product.subscriptionId === subscriptionId);
    const written = await deps.changes.listByAccount(organisationId, accountId);
    const changes = knownChanges(written, rows)
      .filter((it) => it.subscriptionId === subscriptionId)
      .toSorted(byRequest);
    const products = rows.map(({ product }) => product);
    const waitingEvents = waitingIn(rows);
    return { products, last: lastOf(products), changes, waitingEvents, now, context };
  };
}

/** Newest first; of one instant, the one with the greater id, which was made later. */
function byRequest(a: Change, b: Change): number {
  return b.requestedAt - a.requestedAt || (a.id < b.id ? 1 : -1);
}

/** What waits in a document, and in a successor of it that was not inserted when it was read. */
function waitingIn(rows: readonly StoredUserProduct[]): readonly DomainEvent[] {
  const entries = rows.flatMap(({ outbox, successor }) => [
    ...outbox,
    ...(successor?.outbox ?? []),
  ]);
  const events = new Map(entries.flatMap((it) => it.events).map((it) => [it.id, it]));
  return [...events.values()].toSorted((a, b) => a.sequence - b.sequence);
}

function lastOf(products: readonly UserProduct[]): UserProduct {
  const last = products.findLast((it) => it.endedBy === null) ?? products.at(-1);
  if (last === undefined) throw new Error('a subscription without a user product');
  return last;
}
