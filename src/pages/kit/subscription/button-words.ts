import type { PortalSettings } from '../../../domain/portal/portal-settings.js';
import type { Say } from '../words.js';

/**
 * What the order button says (docs/spec/pages.md §7): what the law asks of it wherever a consumer takes on something to
 * pay, now or later; else what happens.
 */
export function buttonWords(
  say: Say,
  order: {
    readonly wording: PortalSettings['wording'];
    /** Whether the new price is above 0. */
    readonly isPaid: boolean;
    readonly name: string;
  },
): string {
  const { wording, isPaid, name } = order;
  return wording === 'consumer' && isPaid ? say('button.order') : say('button.change', { name });
}
