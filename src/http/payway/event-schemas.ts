import { z } from 'zod';
import { eventTypes } from '../../application/webhooks/event-types.js';
import { documentShape } from '../product-groups/shapes/document-shape.js';
import { packageRank } from './package-shape.js';
import { amount, currency, dateTime, hexId, maybeHexId, textOrNull } from './schemas.js';
import { soldPeriodFields } from './target-shapes.js';
import { userProductShape } from './user-product-shape.js';

export const eventType = z.enum(eventTypes).meta({ id: 'EventType' });

const { order_id, created, updated, product_code, title_code, valid_from, valid_to } =
  userProductShape.shape;
const { external_start_date, provision_service, subscription_type, state, version } =
  userProductShape.shape;

const periodShape = z
  .strictObject({
    ...soldPeriodFields,
    currency,
    pay_in_advance: z.boolean(),
    pro_rata: z.boolean(),
  })
  .meta({
    id: 'EventPeriod',
    description: 'A payment period as it was sold; its price in major units of `currency`',
  });

const targetPackageShape = z
  .strictObject({ id: hexId, code: z.string() })
  .meta({ id: 'EventTargetPackage' });

const pendingChangeShape = z
  .strictObject({
    id: hexId,
    kind: z.enum(['upgrade', 'downgrade', 'change']).meta({ id: 'PendingChangeKind' }),
    created: dateTime,
    change_date: dateTime,
    target_package: targetPackageShape,
    target_period: periodShape,
  })
  .meta({
    id: 'EventPendingChange',
    description: 'A change that waited for the end of the period',
  });

const createdFrom = z
  .enum(['import', 'api', 'upgrade', 'downgrade', 'package_change', 'undo'])
  .meta({ id: 'CreatedFrom', description: 'What made the user product' });

const anchorShape = z
  .strictObject({ at: dateTime, billing_day: z.int().min(1).max(31) })
  .meta({ id: 'Anchor', description: 'What its period ends are counted from' });

const paidShape = z
  .strictObject({
    amount,
    currency,
    for_ms: z.int().min(1).meta({ format: 'int64' }),
    from: dateTime,
    to: dateTime,
    credited: amount,
    document: textOrNull,
  })
  .meta({
    id: 'EventPaid',
    description:
      'What was paid: `amount` buys `for_ms` milliseconds, and `from` … `to` is bought at that rate',
  });

const cancellationShape = z
  .strictObject({ reason_id: textOrNull, credit_invoice_if_sent: z.boolean() })
  .meta({ id: 'Cancellation', description: 'What was said when it was cancelled' });

const membershipShape = z
  .strictObject({ id: hexId })
  .meta({ id: 'EventMembership', description: 'The tier of a product group that it is on' });

const billingShape = z
  .strictObject({ documents: z.boolean(), paid: amount.nullable(), credited: amount.nullable() })
  .meta({
    id: 'EventBilling',
    description:
      'Whether it is billed by documents, and what of the current period was paid and given back',
  });

const settlementShape = z
  .strictObject({ currency, credit: amount, used: amount, charge: amount, due_now: amount })
  .meta({
    id: 'EventSettlement',
    description: 'What a change within a product group came to; `due_now` may be negative',
  });

const eventUserProductShape = z
  .strictObject({
    id: hexId,
    subscription_id: hexId,
    order_id,
    subscription_number: textOrNull,
    external_start_date,
    created_from: createdFrom,
    created,
    updated,
    product_code,
    title_code,
    period: periodShape,
    quantity: z.int().min(1),
    product_group_membership: membershipShape.nullable(),
    billing: billingShape,
    subscription_type,
    state,
    provision_service,
    valid_from,
    valid_to,
    anchor: anchorShape,
    paid: paidShape.nullable(),
    cancelled_at: dateTime.nullable(),
    cancellation: cancellationShape.nullable(),
    pending_change: pendingChangeShape.nullable(),
    version,
  })
  .meta({ id: 'EventUserProduct', description: 'The user product on one side of an event' });

const eventPackageShape = z
  .strictObject({
    id: hexId,
    code: z.string(),
    kind: z
      .enum(['package', 'campaign', 'bundle', 'single_sale'])
      .meta({ id: 'PackageKind' })
      .nullable(),
    name: textOrNull,
    rank: packageRank.nullable(),
  })
  .meta({
    id: 'EventPackage',
    description: 'Its package; null stands where the catalogue did not know it any more',
  });

const sideShape = z
  .strictObject({ user_product: eventUserProductShape, package: eventPackageShape })
  .meta({ id: 'EventSide', description: 'How it was on one side of an event' });

/** What `describeEvent` says, in lists and in webhooks. */
export const eventShape = z
  .strictObject({
    id: hexId,
    sequence: z
      .int()
      .min(1)
      .meta({ description: 'Counts the events of a subscription, without gaps' }),
    type: eventType,
    occurred_at: dateTime,
    organisation_id: hexId,
    account_id: hexId,
    user_product_id: hexId,
    subscription_id: hexId.meta({ description: 'The first user product of the subscription' }),
    change_id: maybeHexId,
    before: sideShape.nullable(),
    after: sideShape.nullable(),
    document: documentShape.nullable(),
    settlement: settlementShape.nullable(),
  })
  .meta({ id: 'Event', description: 'Something that happened to a subscription' });
