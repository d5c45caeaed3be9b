import type { Catalogue } from '../catalogue/catalogue.js';
import type { ChangeId, DocumentId, EventId } from '../ids.js';
import { laterOf, type Instant } from '../time/instant.js';
import type { DomainEvent } from './event-side.js';
import { numberEffects, type Effect } from './number-effects.js';
import type { UserProduct } from './user-product.js';

/**
 * One commit in the making: the row as it is, when the commit takes effect, and where its events and documents get
 * their ids. */
export type CommitFrame = {
  readonly product: UserProduct;
  readonly at: Instant;
  readonly catalogue: Catalogue;
  readonly ids: { readonly nextEventId: () => EventId; readonly nextDocumentId: () => DocumentId };
};

/** The row touched at the commit's instant, its version not yet counted: what stands between two of its effects. */
export function touched(
  { product, at }: Pick<CommitFrame, 'product' | 'at'>,
  edits: Partial<UserProduct> = {},
): UserProduct {
  const lastEffectiveAt = laterOf(product.lastEffectiveAt, at);
  return { ...product, ...edits, updatedAt: at, lastEffectiveAt };
}

/** The row as the commit leaves it. Only the last effect of a commit shows the new version. */
export function committed(
  frame: Pick<CommitFrame, 'product' | 'at'>,
  edits: Partial<UserProduct>,
): UserProduct {
  return { ...touched(frame, edits), version: frame.product.version + 1 };
}

/**
 * The commit's events, numbered on from the row's last, and the sequence that the chain has then reached. None of them
 * happened before what the chain told last, whatever the row says of its end (docs/architecture.md §7).
 */
export function eventsOf(
  { product, at, catalogue, ids }: CommitFrame,
  effects: readonly Effect[],
): { readonly events: readonly DomainEvent[]; readonly lastSequence: number } {
  const { lastSequence, lastEffectiveAt } = product;
  const { nextEventId } = ids;
  const occurredAt = laterOf(lastEffectiveAt, at);
  const events = numberEffects(effects, { occurredAt, lastSequence, catalogue, nextEventId });
  return { events, lastSequence: lastSequence + events.length };
}

/** The events that tell of one change. */
export function eventIdsOf(events: readonly DomainEvent[], changeId: ChangeId): readonly EventId[] {
  return events.filter((it) => it.changeId === changeId).map((it) => it.id);
}
