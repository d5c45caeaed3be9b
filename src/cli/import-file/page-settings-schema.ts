import { z } from 'zod';
import {
  type Brand,
  defaultBrand,
  defaultPortalSettings,
  pageLanguages,
  type PageSettings,
  type PortalSettings,
} from '../../domain/portal/portal-settings.js';
import {
  isAccent,
  isSupportUrl,
  namesTwice,
  pageSettingsLimits as limits,
} from '../../domain/portal/page-settings-faults.js';
import { returnUrlFault, type ReturnUrlFault } from '../../domain/portal/return-url.js';
import { codeText, orNull, shortText, wholeText } from './field-schemas.js';
import { logoFault } from './logo-fault.js';

const returnUrlProblems: Readonly<Record<ReturnUrlFault, string>> = {
  too_long: 'must be at most 2000 characters long',
  malformed: 'must be a web address',
  not_https: 'must begin with https://, or http:// on this machine',
  with_credentials: 'must hold no user name and no password',
  with_query: 'must hold no query and no fragment',
};

const returnUrl = z.string().superRefine((text, context) => {
  const fault = returnUrlFault(text);
  if (fault !== null) context.addIssue({ code: 'custom', message: returnUrlProblems[fault] });
});

const supportSchema = z.strictObject({
  text: wholeText.max(limits.supportText),
  url: orNull(
    z
      .string()
      .max(limits.supportUrl)
      .refine(isSupportUrl, 'must be a web address that begins with https://'),
  ),
});

const standard = defaultPortalSettings;

/** What an organisation says of its portal (docs/spec/pages.md §3); what is absent is as by default. */
const portalSchema = z
  .strictObject({
    enabled: z.boolean().default(standard.enabled),
    return_urls: z.array(returnUrl).max(limits.returnUrls).default([]),
    wording: z.enum(['consumer', 'business']).default(standard.wording),
    offer: z.array(codeText).max(limits.offer).default([]),
    behaviour: z.enum(['default', 'explicit']).default(standard.behaviour),
    show_documents: z.boolean().default(standard.showDocuments),
    withdrawal_days: z.int().min(0).max(limits.withdrawalDays).default(standard.withdrawalDays),
    cancellation_page: z.boolean().default(standard.cancellationPage),
    apply_clear_cancellations: z.boolean().default(standard.applyClearCancellations),
    support: orNull(supportSchema),
  })
  .transform((given): PortalSettings => ({
    enabled: given.enabled,
    returnUrls: given.return_urls,
    wording: given.wording,
    offer: given.offer,
    behaviour: given.behaviour,
    showDocuments: given.show_documents,
    withdrawalDays: given.withdrawal_days,
    cancellationPage: given.cancellation_page,
    applyClearCancellations: given.apply_clear_cancellations,
    support: given.support,
  }));

const logoSchema = z
  .strictObject({ type: z.enum(['image/png', 'image/webp']), base64: z.string() })
  .superRefine((logo, context) => {
    const message = logoFault(logo);
    if (message !== null) context.addIssue({ code: 'custom', path: ['base64'], message });
  });

const brandSchema = z
  .strictObject({
    name: orNull(shortText),
    logo: orNull(logoSchema),
    accent: orNull(z.string().refine(isAccent, 'must be a colour, such as #0f62fe')),
    corner: z.enum(['square', 'round']).default(defaultBrand.corner),
  })
  .transform((given): Brand => given);

const languagesSchema = z
  .array(z.enum(pageLanguages))
  .min(1)
  .refine((all) => !namesTwice(all), 'must not name a language twice');

/** How the pages of an organisation are; what a file leaves out stays as it is. */
export const pageSettingsMembers = {
  portal: portalSchema.optional(),
  brand: brandSchema.optional(),
  languages: languagesSchema.optional(),
  prices_include_vat: z.boolean().nullable().optional(),
};

type PageSettingsRow = z.output<z.ZodObject<typeof pageSettingsMembers>>;

/** The same in the product's words. */
export function toPageSettings(row: PageSettingsRow): Partial<PageSettings> {
  const { portal, brand, languages, prices_include_vat: pricesIncludeVat } = row;
  return {
    ...(portal === undefined ? {} : { portal }),
    ...(brand === undefined ? {} : { brand }),
    ...(languages === undefined ? {} : { languages }),
    ...(pricesIncludeVat === undefined ? {} : { pricesIncludeVat }),
  };
}
