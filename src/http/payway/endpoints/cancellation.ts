import type { SetCustomerNumber } from '../../../application/user-product/set-customer-number.js';
import type {
  CancelUserProduct,
  EditUserProduct,
  ReactivateUserProduct,
} from '../../../application/user-product/edit-user-products.js';
import { parseId, type AccountId } from '../../../domain/ids.js';
import { makeEndpoint } from '../../core/endpoint.js';
import { withDefault } from '../../core/field-rule.js';
import type { PaywayDescription, PaywayEndpoint } from '../description.js';
import { toUserProductKey } from '../commands/user-product-key.js';
import {
  accountIdField,
  booleanField,
  looseIdField,
  optional,
  textField,
  userProductIdField,
} from '../fields.js';
import { notFound } from '../problems/not-found.js';
import { writtenId } from '../schemas.js';
import { answerWrite } from '../answer-write.js';

export type CancellationDeps = {
  readonly cancelUserProduct: CancelUserProduct;
  readonly reactivateUserProduct: ReactivateUserProduct;
  readonly editUserProduct: EditUserProduct;
  readonly setCustomerNumber: SetCustomerNumber;
};

const root = '/external/api/v1/subscription_system';
const write = {
  method: 'put',
  tag: 'Subscriptions',
  scope: '/external/subscription_system/w',
  keeps: 'in_user_product',
  answer: { status: 200, schema: writtenId },
} as const;

const cancel = {
  ...write,
  name: 'cancelSubscription',
  summary: 'Cancel a subscription',
  description:
    'Lets a recurring subscription end at the end of its period; until then it stays active. A change that waits is ' +
    'superseded. It can be taken back until it has taken effect.',
  path: `${root}/cancel_payway_provisioned_subscription`,
  body: [
    accountIdField,
    userProductIdField,
    looseIdField('cancellation_reason_id', optional),
    withDefault(booleanField('credit_invoice_if_sent'), false),
  ],
  refusals: [
    'user_product_ended',
    'user_product_not_active',
    'user_product_not_tulo_provisioned',
    'user_product_not_recurring',
    'package_not_cancellable',
    'valid_to_required',
  ],
} as const satisfies PaywayDescription;

const reactivate = {
  ...write,
  name: 'reactivateSubscription',
  summary: 'Reactivate a subscription',
  description: 'Takes a cancellation back before it has taken effect.',
  path: `${root}/reactivate_payway_provisioned_subscription`,
  body: [accountIdField, userProductIdField],
  refusals: ['user_product_ended', 'user_product_not_cancelled', 'valid_to_required'],
} as const satisfies PaywayDescription;

const setSubscriptionNumber = {
  ...write,
  name: 'setSubscriptionNumber',
  summary: 'Set the number of a subscription',
  description: 'Sets the number that another system knows the subscription by.',
  path: `${root}/subscription_number`,
  body: [accountIdField, userProductIdField, textField('subscription_number', 50)],
  refusals: ['user_product_ended', 'valid_to_required'],
} as const satisfies PaywayDescription;

const setCustomerNumber = {
  ...write,
  keeps: 'in_record',
  name: 'setCustomerNumber',
  summary: 'Set the number of a customer',
  description: 'Sets the number that another system knows the account by.',
  path: `${root}/customer_number`,
  body: [accountIdField, textField('customer_number', 50)],
  refusals: [],
} as const satisfies PaywayDescription;

/** Ending and keeping subscriptions, and the numbers that others know them by (docs/spec/payway-api.md §5). */
export function makeCancellationEndpoints(deps: CancellationDeps): PaywayEndpoint[] {
  return [
    makeEndpoint(cancel, async ({ body, caller, guards }) => {
      const key = toUserProductKey(body, caller);
      if (key === null) return notFound;
      const cancellation = {
        reasonId: body.cancellation_reason_id ?? null,
        creditInvoiceIfSent: body.credit_invoice_if_sent,
      };
      const result = await deps.cancelUserProduct(key, cancellation, guards);
      return answerWrite(result);
    }),
    makeEndpoint(reactivate, async ({ body, caller, guards }) => {
      const key = toUserProductKey(body, caller);
      if (key === null) return notFound;
      const result = await deps.reactivateUserProduct(key, null, guards);
      return answerWrite(result);
    }),
    makeEndpoint(setSubscriptionNumber, async ({ body, caller, guards }) => {
      const key = toUserProductKey(body, caller);
      if (key === null) return notFound;
      const { subscription_number: subscriptionNumber } = body;
      const result = await deps.editUserProduct(key, { subscriptionNumber }, guards);
      return answerWrite(result);
    }),
    makeEndpoint(setCustomerNumber, async ({ body, caller: { organisationId } }) => {
      const accountId = parseId<AccountId>(body.account_id);
      if (accountId === null) return notFound;
      const command = { organisationId, accountId, customerNumber: body.customer_number };
      const isKnown = await deps.setCustomerNumber(command);
      return isKnown ? { status: 200, body: { id: accountId } } : notFound;
    }),
  ];
}
