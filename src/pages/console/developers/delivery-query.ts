import { parseEventTypes } from '../../../application/webhooks/event-types.js';
import type {
  DeliveryCursor,
  DeliveryFilter,
} from '../../../application/webhooks/browse-deliveries.js';
import type { WebhookDeliveryState } from '../../../application/ports/webhook-delivery-store.js';
import { civilTimeOf, instantOfCivilTime } from '../../../domain/time/civil-time.js';
import { type Instant, type TimeZone, toInstant } from '../../../domain/time/instant.js';
import type { PageField } from '../../kit/page-route.js';

export const statesToFilter: readonly WebhookDeliveryState[] = [
  'pending',
  'failed',
  'delivered',
  'dead',
];

/** What an address of deliveries may say. `day` counts civil days since 1970. */
export const deliveryQuery: readonly PageField[] = [
  { name: 'state', maxLength: 9, pattern: /^(?:pending|failed|delivered|dead)$/ },
  { name: 'type', maxLength: 50, pattern: /^[a-z_.]+$/ },
  { name: 'day', maxLength: 6, pattern: /^\d{1,6}$/ },
  { name: 'behind', maxLength: 33, pattern: /^\d{1,15}\.\d{0,15}$/ },
];

type Query = Readonly<Record<string, string>>;

/** The filter that an address says. */
export function deliveryFilterIn(query: Query, zone: TimeZone): DeliveryFilter {
  return {
    state: statesToFilter.find((it) => it === query.state) ?? null,
    type: query.type === undefined ? null : (parseEventTypes([query.type])?.[0] ?? null),
    tried: query.day === undefined ? null : civilDay(Number(query.day), zone),
  };
}

/** The instants of a civil day, its end not included. */
function civilDay(day: number, zone: TimeZone): DeliveryFilter['tried'] {
  const from = instantOfCivilTime({ day, timeOfDayMs: 0 }, zone);
  return { from, to: instantOfCivilTime({ day: day + 1, timeOfDayMs: 0 }, zone) };
}

/** The last days, today first, each by its number and its first instant. */
export function lastDays(now: Instant, zone: TimeZone) {
  const { day: today } = civilTimeOf(now, zone);
  return [0, 1, 2, 3, 4, 5, 6].map((ago) => {
    const day = today - ago;
    return { day, at: instantOfCivilTime({ day, timeOfDayMs: 0 }, zone) };
  });
}

/** Where a page goes on, as it stands in an address. Example: `12.1790000000000`, or `12.` where it was never tried. */
export function cursorText({ position, triedAt }: DeliveryCursor): string {
  return `${String(position)}.${triedAt === null ? '' : String(triedAt)}`;
}

export function cursorIn(raw: string | undefined): DeliveryCursor | null {
  const [position = '', triedAt = ''] = raw?.split('.') ?? [];
  if (position === '') return null;
  return { position: Number(position), triedAt: triedAt === '' ? null : instantIn(triedAt) };
}

function instantIn(digits: string): Instant | null {
  try {
    return toInstant(Number(digits));
  } catch {
    return null;
  }
}
