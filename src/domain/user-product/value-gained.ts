import type { EventType } from '../events/domain-event.js';
import { isMore, type Ratio } from '../money/share.js';
import type { Instant } from '../time/instant.js';
import type { DomainEvent, UserProductFacts } from './event-side.js';
import { invoicedAcross } from './open-value.js';
import { isSameRate, type Paid } from './paid.js';
import { valueLeftOf, worthOf } from './value-left.js';

type Sides = {
  readonly before: Paid;
  readonly after: Paid;
  readonly sold: UserProductFacts['soldPeriod'];
  readonly quantity: number;
  readonly at: Instant;
};

/** What the stretch of the side after may be worth at most. Of all other events what was paid has stayed. */
const mostByType: Partial<Record<EventType, (sides: Sides) => Ratio>> = {
  package_upgrade: ({ before, at }) => valueLeftOf(before, at),
  user_product_renewed: priceOf,
  package_downgrade_completed: priceOf,
  package_change_completed: priceOf,
};

/** These sell nothing by rules that the event itself could be held to: what an import, or an undo, brings along. */
const unbounded: ReadonlySet<EventType> = new Set<EventType>([
  'user_product_created',
  'package_change_undone',
]);

/**
 * Whether an event tells of more value than there was (docs/spec/change-rules.md §6, law 14): an upgrade that carried
 * more than was left, a period sold for more than its price, anything else that touched the rate or the beginning. What
 * was settled within a product group sold a period, whichever way it went. False where a side is from before it was kept
 * what was paid.
 */
export function gainsValue(event: DomainEvent): boolean {
  const sides = unbounded.has(event.type) ? null : sidesOf(event);
  if (sides === null) return false;
  const most = event.settlement === null ? mostByType[event.type] : priceOf;
  if (most === undefined) return isTouched(sides);
  return isMore(worthOf(sides.after), most(sides));
}

/**
 * An edit may move where a payment ends, and bring its beginning forward only for no more than there was. The rate stays,
 * but where an invoice charged it: there what it is worth does.
 */
function isTouched({ before, after }: Sides): boolean {
  if (before.document !== null) return !isSameRate(invoicedAcross(before, after), after);
  if (!isSameRate(before, after)) return true;
  return after.from < before.from && isMore(worthOf(after), worthOf(before));
}

function sidesOf({ before, after, occurredAt: at }: DomainEvent): Sides | null {
  if (before === null || after === null) return null;
  const [was, is] = [before.userProduct.paid, after.userProduct.paid];
  if (was === null || is === null) return null;
  const { soldPeriod: sold, quantity } = after.userProduct;
  return { before: was, after: is, sold, quantity, at };
}

function priceOf({ sold, quantity }: Sides): Ratio {
  return { parts: BigInt(sold.price.amountMinor) * BigInt(quantity), whole: 1n };
}
