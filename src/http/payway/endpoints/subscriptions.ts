import type { ListSubscriptions } from '../../../application/change/list-subscriptions.js';
import { toId, type AccountId } from '../../../domain/ids.js';
import type { Endpoint, EndpointDescription } from '../../endpoint.js';
import { notFound } from '../errors.js';
import { accountIdField } from '../fields.js';
import { itemsOf } from '../schemas.js';
import { subscriptionShape, toSubscriptionItem } from '../subscription-shape.js';

export type SubscriptionsDeps = { readonly listSubscriptions: ListSubscriptions };

const listSubscriptionsOfAccount = {
  name: 'listSubscriptions',
  summary: 'List the subscriptions of an account',
  description: 'All user products of an account in their rich form, oldest first.',
  tag: 'Subscriptions',
  method: 'get',
  path: '/external/api/v1/subscription/get_by_account',
  scope: '/external/subscription/r',
  query: [accountIdField],
  answer: { status: 200, schema: itemsOf('SubscriptionList', subscriptionShape) },
  refusals: [],
} as const satisfies EndpointDescription;

/** What an account has, in full (spec/payway-api.md §5). */
export function makeSubscriptionsEndpoints({ listSubscriptions }: SubscriptionsDeps): Endpoint[] {
  return [
    {
      ...listSubscriptionsOfAccount,
      handle: async ({ query, caller: { organisationId } }) => {
        const accountId = toId<AccountId>(String(query.account_id));
        const listed = await listSubscriptions({ organisationId, accountId });
        if (listed === null) return notFound;
        const items = listed.subscriptions.map((it) => toSubscriptionItem(it, listed.timeZone));
        return { status: 200, body: { items } };
      },
    },
  ];
}
