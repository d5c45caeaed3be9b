import type { SetCustomerNumber } from '../../../application/accounts/set-customer-number.js';
import type {
  CancelUserProduct,
  EditUserProduct,
  ReactivateUserProduct,
} from '../../../application/change/edit-user-products.js';
import { parseId, type AccountId } from '../../../domain/ids.js';
import type { Endpoint, EndpointDescription } from '../../endpoint.js';
import { notFound, writeRefusalProblem } from '../errors.js';
import { accountIdField, looseIdField, textField, userProductIdField } from '../fields.js';
import { writtenId } from '../schemas.js';
import { toUserProductKey } from '../to-command.js';
import { answerWrite } from '../write-answers.js';

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
    looseIdField('cancellation_reason_id', { required: false }),
    { name: 'credit_invoice_if_sent', required: false, type: 'boolean' },
  ],
  refusals: [
    'user_product_ended',
    'user_product_not_active',
    'user_product_not_tulo_provisioned',
    'user_product_not_recurring',
    'package_not_cancellable',
  ],
} as const satisfies EndpointDescription;

const reactivate = {
  ...write,
  name: 'reactivateSubscription',
  summary: 'Reactivate a subscription',
  description: 'Takes a cancellation back before it has taken effect.',
  path: `${root}/reactivate_payway_provisioned_subscription`,
  body: [accountIdField, userProductIdField],
  refusals: ['user_product_ended', 'user_product_not_cancelled'],
} as const satisfies EndpointDescription;

const setSubscriptionNumber = {
  ...write,
  name: 'setSubscriptionNumber',
  summary: 'Set the number of a subscription',
  description: 'Sets the number that another system knows the subscription by.',
  path: `${root}/subscription_number`,
  body: [accountIdField, userProductIdField, textField('subscription_number', 50)],
  refusals: ['user_product_ended'],
} as const satisfies EndpointDescription;

const setCustomerNumber = {
  ...write,
  keeps: 'in_record',
  name: 'setCustomerNumber',
  summary: 'Set the number of a customer',
  description: 'Sets the number that another system knows the account by.',
  path: `${root}/customer_number`,
  body: [accountIdField, textField('customer_number', 50)],
  refusals: [],
} as const satisfies EndpointDescription;

type CancelBody = {
  readonly cancellation_reason_id?: string;
  readonly credit_invoice_if_sent?: boolean;
};

/** Ending and keeping subscriptions, and the numbers that others know them by (spec/payway-api.md §5). */
export function makeCancellationEndpoints(deps: CancellationDeps): Endpoint[] {
  return [
    {
      ...cancel,
      handle: async ({ body, caller, guards }) => {
        const key = toUserProductKey(body, caller);
        if (key === null) return notFound;
        const sent = body as CancelBody;
        const cancellation = {
          reasonId: sent.cancellation_reason_id ?? null,
          creditInvoiceIfSent: sent.credit_invoice_if_sent ?? false,
        };
        const result = await deps.cancelUserProduct(key, cancellation, guards);
        return answerWrite(result, writeRefusalProblem);
      },
    },
    {
      ...reactivate,
      handle: async ({ body, caller, guards }) => {
        const key = toUserProductKey(body, caller);
        if (key === null) return notFound;
        const result = await deps.reactivateUserProduct(key, null, guards);
        return answerWrite(result, writeRefusalProblem);
      },
    },
    {
      ...setSubscriptionNumber,
      handle: async ({ body, caller, guards }) => {
        const key = toUserProductKey(body, caller);
        if (key === null) return notFound;
        const { subscription_number: subscriptionNumber } = body as { subscription_number: string };
        const result = await deps.editUserProduct(key, { subscriptionNumber }, guards);
        return answerWrite(result, writeRefusalProblem);
      },
    },
    {
      ...setCustomerNumber,
      handle: async ({ body, caller: { organisationId } }) => {
        const sent = body as { account_id: string; customer_number: string };
        const accountId = parseId<AccountId>(sent.account_id);
        if (accountId === null) return notFound;
        const command = { organisationId, accountId, customerNumber: sent.customer_number };
        const isKnown = await deps.setCustomerNumber(command);
        return isKnown ? { status: 200, body: { id: accountId } } : notFound;
      },
    },
  ];
}
