import type { PortalSettings } from '../../../domain/portal/portal-settings.js';
import type { Written } from '../written.js';

/** How a page tells of a subscription: in which words, with what its organisation says of VAT, to whom it is sold. */
export type Telling = {
  readonly written: Written;
  readonly includesVat: boolean | null;
  readonly wording: PortalSettings['wording'];
};
