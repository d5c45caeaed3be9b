import type { EventType } from '../../domain/events/domain-event.js';
import type { Instant } from '../../domain/time/instant.js';
import type {
  TriedDelivery,
  WebhookDelivery,
  WebhookDeliveryState,
  WebhookDeliveryStore,
} from '../ports/webhook-delivery-store.js';
import type { WebhookEndpointKey } from './manage-endpoints.js';

/** Where a page goes on: behind the delivery of that place, which was tried then. */
export type DeliveryCursor = Pick<WebhookDelivery, 'position'> & {
  readonly triedAt: Instant | null;
};

export type DeliveryFilter = {
  readonly state: WebhookDeliveryState | null;
  readonly type: EventType | null;
  /** Last tried within these instants, `to` not included; null: whenever, or not yet. */
  readonly tried: { readonly from: Instant; readonly to: Instant } | null;
};

/** The newest first; of a day, the latest tried first. A page may be short and still have a `next`. */
export type BrowseDeliveries = (
  query: WebhookEndpointKey &
    DeliveryFilter & { readonly behind: DeliveryCursor | null; readonly limit: number },
) => Promise<{
  readonly deliveries: readonly WebhookDelivery[];
  readonly next: DeliveryCursor | null;
}>;

export type BrowseDeliveriesDeps = {
  readonly webhookDeliveries: Pick<WebhookDeliveryStore, 'listBack' | 'listTried'>;
};

/** So many are read at once where not all that is read fits, and so often at most. */
const stepSize = 200;
const stepLimit = 4;

/** What was sent to an endpoint, for somebody who looks through it. */
export function makeBrowseDeliveries({
  webhookDeliveries,
}: BrowseDeliveriesDeps): BrowseDeliveries {
  return async ({ behind, limit, ...query }) => {
    const fits = makeFits(query);
    const isExact = query.type === null && (query.tried === null || query.state === null);
    const size = isExact ? limit + 1 : stepSize;
    const found: WebhookDelivery[] = [];
    let at = behind;
    let isOver = false;
    for (let step = 0; step < stepLimit && !isOver && found.length <= limit; step += 1) {
      const page = await readStep(webhookDeliveries, query, { behind: at, limit: size });
      found.push(...page.filter(fits));
      at = cursorOf(page.at(-1)) ?? at;
      isOver = page.length < size;
    }
    const deliveries = found.slice(0, limit);
    if (found.length > limit) return { deliveries, next: cursorOf(deliveries.at(-1)) };
    return { deliveries, next: isOver ? null : at };
  };
}

function readStep(
  store: BrowseDeliveriesDeps['webhookDeliveries'],
  { organisationId, id, state, tried }: WebhookEndpointKey & DeliveryFilter,
  { behind, limit }: { readonly behind: DeliveryCursor | null; readonly limit: number },
): Promise<readonly WebhookDelivery[]> {
  if (tried === null) {
    const before = behind?.position ?? Number.MAX_SAFE_INTEGER;
    return store.listBack(organisationId, id, { state, before, limit });
  }
  const last = behind === null ? null : lastTried(behind);
  return store.listTried(organisationId, id, { ...tried, behind: last, limit });
}

function lastTried({
  triedAt,
  position,
}: DeliveryCursor): Omit<TriedDelivery, 'state' | 'endpointId'> | null {
  return triedAt === null ? null : { triedAt, position };
}

function makeFits({ state, type }: DeliveryFilter) {
  return (it: WebhookDelivery): boolean =>
    (state === null || it.state === state) && (type === null || it.eventType === type);
}

function cursorOf(delivery: WebhookDelivery | undefined): DeliveryCursor | null {
  if (delivery === undefined) return null;
  return { position: delivery.position, triedAt: delivery.attempts.at(-1)?.at ?? null };
}
