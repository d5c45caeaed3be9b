import type { EventType } from '../../domain/events/domain-event.js';

/** Every type there is: a new one does not compile until it stands here. */
const known = {
  package_upgrade: true,
  package_upgrade_scheduled: true,
  package_downgrade: true,
  package_downgrade_completed: true,
  package_change: true,
  package_change_completed: true,
  package_change_cancelled: true,
  package_change_failed: true,
  package_change_undone: true,
  user_product_created: true,
  user_product_updated: true,
  user_product_cancelled: true,
  user_product_uncancelled: true,
  user_product_renewed: true,
  user_product_deactivated: true,
  'invoice.created': true,
  'credit_note.created': true,
  'credit_note.send_requested': true,
} as const satisfies Record<EventType, true>;

export const eventTypes = Object.keys(known) as readonly EventType[];

/** Each once; null where one of these words is no type, or where there is none. */
export function parseEventTypes(words: readonly string[]): readonly EventType[] | null {
  const types = [...new Set(words)].filter((it): it is EventType => Object.hasOwn(known, it));
  return types.length > 0 && words.every((it) => Object.hasOwn(known, it)) ? types : null;
}
