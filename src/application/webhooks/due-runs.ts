import type { SubscriptionId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { WaitingDelivery } from '../ports/webhook-delivery-store.js';

/** What may go out of one subscription now, one after the other. Never empty. */
export type DueRun = {
  readonly subscriptionId: SubscriptionId;
  readonly deliveries: readonly WaitingDelivery[];
};

/**
 * Splits what waits, in log order, into what may go out at `now` and what waits for something before it. Of each
 * subscription goes what is due up to the first that is not; what is due behind that one is postponed to its time, so
 * that the next query does not find it again.
 */
export function dueRuns(
  waiting: readonly WaitingDelivery[],
  now: Instant,
): { readonly runs: readonly DueRun[]; readonly postponed: readonly WaitingDelivery[] } {
  const runs: DueRun[] = [];
  const postponed: WaitingDelivery[] = [];
  for (const [subscriptionId, own] of bySubscription(waiting)) {
    const blocking = own.findIndex((it) => it.nextAttemptAt > now);
    const deliveries = blocking === -1 ? own : own.slice(0, blocking);
    if (deliveries.length > 0) runs.push({ subscriptionId, deliveries });
    const nextAttemptAt = own[blocking]?.nextAttemptAt;
    if (nextAttemptAt === undefined) continue;
    const behind = own.slice(blocking + 1).filter((it) => it.nextAttemptAt <= now);
    postponed.push(...behind.map((it) => ({ ...it, nextAttemptAt })));
  }
  return { runs, postponed };
}

function bySubscription(
  waiting: readonly WaitingDelivery[],
): ReadonlyMap<SubscriptionId, readonly WaitingDelivery[]> {
  const groups = new Map<SubscriptionId, WaitingDelivery[]>();
  for (const delivery of waiting) {
    const group = groups.get(delivery.subscriptionId);
    if (group === undefined) groups.set(delivery.subscriptionId, [delivery]);
    else group.push(delivery);
  }
  return groups;
}
