import { eventTypes } from '../../application/webhooks/event-types.js';
import type { JsonSchema } from '../core/endpoint.js';
import { hexId, instant, maybe, maybeText, objectSchema, userProductFields } from './schemas.js';
import { soldPeriodFields } from './target-shapes.js';

const text: JsonSchema = { type: 'string' };
const { order_id, created, updated, product_code, title_code, valid_from, valid_to } =
  userProductFields;
const { external_start_date, provision_service, subscription_type, state, version } =
  userProductFields;

const periodSchema = objectSchema({
  ...soldPeriodFields,
  currency: { type: 'string', pattern: '^[A-Z]{3}$' },
});

const pendingChangeSchema = objectSchema({
  id: hexId,
  kind: { enum: ['downgrade', 'change'] },
  created: instant,
  change_date: instant,
  target_package: objectSchema({ id: hexId, code: text }),
  target_period: periodSchema,
});

const eventUserProductSchema = objectSchema({
  id: hexId,
  subscription_id: hexId,
  order_id,
  subscription_number: maybeText,
  external_start_date,
  created_from: { enum: ['import', 'api', 'upgrade', 'downgrade', 'package_change', 'undo'] },
  created,
  updated,
  product_code,
  title_code,
  period: periodSchema,
  subscription_type,
  state,
  provision_service,
  valid_from,
  valid_to,
  anchor: objectSchema({
    at: instant,
    billing_day: { type: 'integer', minimum: 1, maximum: 31 },
  }),
  cancelled_at: maybe(instant),
  cancellation: maybe(
    objectSchema({ reason_id: maybeText, credit_invoice_if_sent: { type: 'boolean' } }),
  ),
  pending_change: maybe(pendingChangeSchema),
  version,
});

/** Null: the catalogue did not know the package any more. */
const eventPackageSchema = objectSchema({
  id: hexId,
  code: text,
  kind: maybe({ enum: ['package', 'campaign', 'bundle', 'single_sale'] }),
  name: maybeText,
  rank: maybe({ type: 'integer', minimum: 0, maximum: 999 }),
});

const sideSchema = objectSchema({
  user_product: eventUserProductSchema,
  package: eventPackageSchema,
});

/** What `describeEvent` says, in lists and in webhooks. */
export const eventSchema = objectSchema({
  id: hexId,
  sequence: { type: 'integer', minimum: 1 },
  type: { enum: eventTypes },
  occurred_at: instant,
  organisation_id: hexId,
  account_id: hexId,
  user_product_id: hexId,
  subscription_id: hexId,
  change_id: maybe(hexId),
  before: maybe(sideSchema),
  after: maybe(sideSchema),
});
