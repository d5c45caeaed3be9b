import { z } from 'zod';
import {
  longestDescription,
  type PackageDescription,
} from '../../domain/catalogue/package-description.js';
import {
  accountIdText,
  codeText,
  currencyText,
  dateText,
  instantText,
  organisationIdText,
  orNull,
  packageIdText,
  quantityNumber,
  shortText,
  tierIdText,
  timeZoneText,
  userProductIdText,
  wholeText,
} from './field-schemas.js';
import { documentLineSchema, documentRowSchema } from './document-row-schema.js';
import { billingRowSchema, paidRowSchema } from './paid-row-schema.js';
import { pageSettingsMembers } from './page-settings-schema.js';
import { productGroupSchema } from './product-group-schema.js';
import { webhookEndpointSchema } from './webhook-schema.js';
import { periodReference, periodRowSchema, periodTypeWord } from './period-schema.js';

const organisationSchema = z.strictObject({
  id: organisationIdText.optional(),
  name: shortText,
  time_zone: timeZoneText,
  currency: currencyText,
  live: z.boolean(),
  proration_grain: z.enum(['day', 'second']).default('day'),
  ...pageSettingsMembers,
});

const clientSchema = z.strictObject({
  id: z.string().regex(/^[\x20-\x7e]{1,255}$/, 'must be 1 to 255 printable ASCII characters'),
  secret: orNull(
    z.string().regex(/^[\x20-\x7e]{1,255}$/, 'must be 1 to 255 printable ASCII characters'),
  ),
  /** As an export has it: a client that is new here gets none, and nobody in, before it is given one. */
  secret_withheld: z.boolean().default(false),
  scopes: z.array(shortText),
  provision_service: shortText,
  disabled: z.boolean().optional(),
});

const descriptionText = wholeText.max(longestDescription).optional();

/** In the languages of pages; what is absent is told in none. */
const packageDescriptionSchema = z
  .strictObject({ en: descriptionText, sv: descriptionText, de: descriptionText })
  .nullish()
  .transform((given): PackageDescription => {
    const told = Object.entries(given ?? {}).filter(([, text]) => text !== undefined);
    return Object.fromEntries(told);
  });

const packageSchema = z.strictObject({
  id: packageIdText.optional(),
  code: codeText,
  kind: z.enum(['package', 'campaign', 'bundle', 'single_sale']),
  name: shortText,
  title_code: orNull(shortText),
  rank: z.int().min(0).max(999).default(0),
  base_package: orNull(codeText),
  integration_code: orNull(shortText),
  customer_can_cancel: z.boolean().default(true),
  vat_code: orNull(shortText),
  valid_from: orNull(instantText),
  valid_to: orNull(instantText),
  archived: z.boolean().default(false),
  tags: z.array(z.strictObject({ name: shortText, type: shortText })).default([]),
  description: packageDescriptionSchema,
  periods: z.array(periodRowSchema).default([]),
});

const accountSchema = z.strictObject({
  id: accountIdText.optional(),
  customer_number: orNull(codeText),
});

/** How many, on which tier of a product group (docs/spec/product-groups-api.md §9). */
const units = { quantity: quantityNumber.default(1), tier_id: orNull(tierIdText) };

const pendingChangeSchema = z.strictObject({
  kind: z.enum(['upgrade', 'downgrade', 'change']),
  ...periodReference,
  ...units,
  requested_at: orNull(dateText),
  requested_by: orNull(shortText),
});

const userProductSchema = z.strictObject({
  id: userProductIdText.optional(),
  subscription_id: orNull(userProductIdText),
  account_id: accountIdText,
  ...periodReference,
  ...units,
  subscription_type: periodTypeWord,
  state: z.enum(['activated', 'cancelled', 'deactivated', 'pending', 'frozen']),
  provision_service: shortText,
  valid_from: dateText,
  valid_to: orNull(dateText),
  anchor: orNull(dateText),
  billing_day: orNull(z.int().min(1).max(31)),
  cancelled_at: orNull(dateText),
  pending_change: pendingChangeSchema.nullish(),
  subscription_number: orNull(codeText),
  order_id: orNull(shortText),
  external_start_at: orNull(dateText),
  paid: orNull(paidRowSchema),
  billing: orNull(billingRowSchema),
});

/**
 * One organisation with all that is its own (docs/spec/operations.md §4). A member that is not named here is a fault.
 */
export const organisationFileSchema = z.strictObject({
  organisation: organisationSchema,
  clients: z.array(clientSchema).default([]),
  packages: z.array(packageSchema).default([]),
  product_groups: z.array(productGroupSchema).default([]),
  accounts: z.array(accountSchema).default([]),
  billing_documents: z.array(documentRowSchema).default([]),
  user_products: z.array(userProductSchema).default([]),
  webhook_endpoints: z.array(webhookEndpointSchema).default([]),
});

/** Several at once. */
export const installationFileSchema = z.strictObject({
  organisations: z.array(organisationFileSchema).min(1),
});

/** A line of NDJSON by its sort, which `row` names (docs/spec/operations.md §4): else as in the lists of a document. */
export const lineSchema = z.discriminatedUnion(
  'row',
  [
    organisationSchema.extend({ row: z.literal('organisation') }),
    clientSchema.extend({ row: z.literal('client') }),
    packageSchema.extend({ row: z.literal('package') }),
    productGroupSchema.extend({ row: z.literal('product_group') }),
    accountSchema.extend({ row: z.literal('account') }),
    documentLineSchema,
    userProductSchema.extend({ row: z.literal('user_product') }),
    webhookEndpointSchema.extend({ row: z.literal('webhook_endpoint') }),
  ],
  {
    error:
      'must be one of organisation, client, package, product_group, account, billing_document, user_product, webhook_endpoint',
  },
);

export type FileLine = z.output<typeof lineSchema>;
export type OrganisationFile = z.output<typeof organisationFileSchema>;
export type OrganisationRow = OrganisationFile['organisation'];
export type ClientRow = OrganisationFile['clients'][number];
export type AccountRow = OrganisationFile['accounts'][number];
export type UserProductRow = OrganisationFile['user_products'][number];
export type ProductGroupRow = OrganisationFile['product_groups'][number];
export type WebhookEndpointRow = OrganisationFile['webhook_endpoints'][number];
export type PackageRow = OrganisationFile['packages'][number];
