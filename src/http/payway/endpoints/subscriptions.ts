import type { ListSubscriptions } from '../../../application/user-product/list-subscriptions.js';
import { toId, type AccountId } from '../../../domain/ids.js';
import { makeEndpoint } from '../../core/endpoint.js';
import { mapInTurns } from '../../core/map-in-turns.js';
import type { PaywayDescription, PaywayEndpoint } from '../description.js';
import { accountIdField } from '../fields.js';
import { notFound } from '../problems/not-found.js';
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
} as const satisfies PaywayDescription;

/** What an account has, in full (docs/spec/payway-api.md §5). */
export function makeSubscriptionsEndpoints({
  listSubscriptions,
}: SubscriptionsDeps): PaywayEndpoint[] {
  return [
    makeEndpoint(listSubscriptionsOfAccount, async ({ query, caller: { organisationId } }) => {
      const accountId = toId<AccountId>(query.account_id);
      const listed = await listSubscriptions({ organisationId, accountId });
      if (listed === null) return notFound;
      const items = await mapInTurns(listed.subscriptions, (it) =>
        toSubscriptionItem(it, listed.timeZone),
      );
      return { status: 200, body: { items } };
    }),
  ];
}
