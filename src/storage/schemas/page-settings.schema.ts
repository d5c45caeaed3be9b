import type { Brand, PageLanguage, PortalSettings } from '../../domain/portal/portal-settings.js';
import * as field from './fields.js';
import { partSchema } from './schema-options.js';

export type PortalSettingsDocument = {
  enabled: boolean;
  return_urls: string[];
  wording: PortalSettings['wording'];
  offer: string[];
  behaviour: PortalSettings['behaviour'];
  show_documents: boolean;
  withdrawal_days: number;
  cancellation_page: boolean;
  apply_clear_cancellations: boolean;
  support: { text: string; url: string | null } | null;
};

export type BrandDocument = {
  name: string | null;
  logo: NonNullable<Brand['logo']> | null;
  accent: string | null;
  corner: Brand['corner'];
};

/** What an organisation says of its pages; what was never said is absent, and as it is by default. */
export type PageSettingsDocument = {
  portal?: PortalSettingsDocument;
  brand?: BrandDocument;
  languages?: PageLanguage[];
  prices_include_vat?: boolean | null;
};

const portalSchema = partSchema({
  enabled: field.flag,
  return_urls: [field.text],
  wording: field.text,
  offer: [field.text],
  behaviour: field.text,
  show_documents: field.flag,
  withdrawal_days: field.wholeNumber,
  cancellation_page: field.flag,
  apply_clear_cancellations: field.flag,
  support: { type: partSchema({ text: field.text, url: field.maybeText }) },
});

const brandSchema = partSchema({
  name: field.maybeText,
  logo: { type: partSchema({ type: field.text, base64: field.text }) },
  accent: field.maybeText,
  corner: field.text,
});

export const pageSettingsSchema = partSchema({
  portal: { type: portalSchema },
  brand: { type: brandSchema },
  languages: { type: [field.text], default: undefined },
  prices_include_vat: { type: Boolean },
});
