import type {
  FoundSubscription,
  InstantRange,
  SubscriptionFilter,
  SubscriptionSearch,
} from '../../../src/application/ports/subscription-search.js';
import type { OrganisationId, SubscriptionId } from '../../../src/domain/ids.js';
import type { Instant } from '../../../src/domain/time/instant.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { dueAtOf } from '../../../src/domain/user-product/due-at.js';
import { type Memory, rowsOf } from './memory.js';
import { inOneStep } from './one-step.js';

/** Subscriptions by what is known of them, and what is ahead of them. */
export function makeSubscriptionSearch(memory: Memory): SubscriptionSearch {
  const failed = (organisationId: OrganisationId, since: number) =>
    rowsOf(memory.changes, organisationId).filter(
      (it) => it.state === 'failed' && it.closedAt !== null && it.closedAt >= since,
    );

  return inOneStep<SubscriptionSearch>({
    page: (organisationId, filter, { before, limit }) => {
      const named = namedIn(memory, organisationId, filter.named);
      const since = filter.failedSince;
      const failing =
        since === null
          ? null
          : new Set(failed(organisationId, since).map((it) => it.subscriptionId));
      const found = lastOf(memory, organisationId).filter(
        (it) =>
          (named === null || named.has(it.product.subscriptionId)) &&
          (failing === null || failing.has(it.product.subscriptionId)) &&
          (before === null || it.product.subscriptionId < before) &&
          isWanted(it, filter),
      );
      const items = found.slice(0, limit);
      const last = items.at(-1)?.product.subscriptionId ?? null;
      return { items, next: found.length > limit ? last : null, unreadable: [] };
    },

    listComingEnds: (organisationId, { before, limit }) =>
      rowsOf(memory.userProducts, organisationId)
        .filter((it) => !it.dueBlocked)
        .flatMap(({ product }) => {
          const dueAt = dueAtOf(product);
          if (dueAt === null || dueAt >= before) return [];
          const { state, subscriptionType, pendingChange } = product;
          return [{ dueAt, state, subscriptionType, pendingKind: pendingChange?.kind ?? null }];
        })
        .toSorted((a, b) => a.dueAt - b.dueAt)
        .slice(0, limit),

    countSetAside: (organisationId, limit) =>
      rowsOf(memory.userProducts, organisationId)
        .filter((it) => it.dueBlocked)
        .slice(0, limit).length,

    countFailedChanges: (organisationId, { since, limit }) =>
      failed(organisationId, since).slice(0, limit).length,
  });
}

/** Newest first. */
function lastOf(memory: Memory, organisationId: OrganisationId): readonly FoundSubscription[] {
  const numbers = new Map(
    rowsOf(memory.accounts, organisationId).map((it) => [it.id, it.customerNumber]),
  );
  const found = new Map<SubscriptionId, FoundSubscription>();
  for (const { product, successor, dueBlocked } of rowsOf(memory.userProducts, organisationId)) {
    const last = successor?.product ?? product;
    if (last.endedBy !== null) continue;
    const customerNumber = numbers.get(last.accountId) ?? null;
    const isSetAside = successor === null && dueBlocked;
    found.set(last.subscriptionId, { product: last, isSetAside, customerNumber });
  }
  return [...found.values()].toSorted((a, b) =>
    a.product.subscriptionId < b.product.subscriptionId ? 1 : -1,
  );
}

function namedIn(
  memory: Memory,
  organisationId: OrganisationId,
  name: string | null,
): ReadonlySet<SubscriptionId> | null {
  if (name === null) return null;
  const accounts = rowsOf(memory.accounts, organisationId)
    .filter((it) => it.customerNumber === name)
    .map((it) => it.id as string);
  const id = name.toLowerCase();
  const isNamed = (it: UserProduct) =>
    [it.subscriptionNumber, it.orderId].includes(name) ||
    [it.id, it.accountId].includes(id as never) ||
    accounts.includes(it.accountId);
  return new Set([
    ...rowsOf(memory.userProducts, organisationId)
      .map((it) => it.product)
      .filter(isNamed)
      .map((it) => it.subscriptionId),
    ...rowsOf(memory.changes, organisationId)
      .filter((it) => it.id === id)
      .map((it) => it.subscriptionId),
  ]);
}

function isWanted({ product, isSetAside }: FoundSubscription, filter: SubscriptionFilter): boolean {
  const { state, onPackage, tierIds, due } = filter;
  const isTold = [
    state === null || product.state === state,
    onPackage === null || product.packageId === onPackage.id,
    tierIds === null || tierIds.some((it) => it === product.tierId),
    due === null || (!isSetAside && isWithin(dueAtOf(product), due)),
    isSetAside || !filter.isSetAside,
  ];
  return isTold.every(Boolean);
}

function isWithin(at: Instant | null, { from, before }: InstantRange): boolean {
  return at !== null && at >= from && at < before;
}
