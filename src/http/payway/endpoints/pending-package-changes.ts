import type { ListPendingChanges } from '../../../application/change/list-pending-changes.js';
import { parseId, type UserProductId } from '../../../domain/ids.js';
import { type EndpointAnswer, type EndpointRequest, makeEndpoint } from '../../core/endpoint.js';
import type { PaywayDescription, PaywayEndpoint } from '../description.js';
import { looseIdField, optional } from '../fields.js';
import { pendingChangesAnswer, toPendingItems } from '../pending-shape.js';
import { notFound } from '../problems/not-found.js';

export type PendingPackageChangesDeps = { readonly listPendingChanges: ListPendingChanges };

const shared = {
  path: '/external/api/v2/me/pending_package_changes',
  scope: '/external/me/r',
  needsIdentity: true,
  tag: 'Own subscriptions',
  answer: { status: 200, schema: pendingChangesAnswer },
  refusals: [],
} as const;
const fields = [looseIdField('user_product_id', optional)] as const;

const listOwnPendingChanges = {
  name: 'listOwnPendingChanges',
  summary: 'List the changes that wait in the own subscriptions',
  description: 'What waits for the end of a period in the own subscriptions, by what it is.',
  method: 'get',
  ...shared,
  query: fields,
} as const satisfies PaywayDescription;

const askForOwnPendingChanges = {
  name: 'askForOwnPendingChanges',
  summary: 'List the changes that wait, asked in a body',
  description: 'Answers as GET does; nothing is written.',
  method: 'put',
  ...shared,
  body: fields,
} as const satisfies PaywayDescription;

/** What a customer with an identity token has asked for and not yet got (docs/spec/payway-api.md §5). */
export function makePendingPackageChangesEndpoints({
  listPendingChanges,
}: PendingPackageChangesDeps): PaywayEndpoint[] {
  const answer = async (
    { organisationId, accountId }: EndpointRequest['caller'],
    named: string | undefined,
  ): Promise<EndpointAnswer> => {
    const userProductId = named === undefined ? null : parseId<UserProductId>(named);
    if (accountId === null || (named !== undefined && userProductId === null)) return notFound;
    const listed = await listPendingChanges({ organisationId, accountId, userProductId });
    if (listed === null) return notFound;
    return {
      status: 200,
      body: { items: toPendingItems(listed.pendingChanges, listed.catalogue) },
    };
  };

  return [
    makeEndpoint(listOwnPendingChanges, ({ caller, query }) =>
      answer(caller, query.user_product_id),
    ),
    makeEndpoint(askForOwnPendingChanges, ({ caller, body }) =>
      answer(caller, body.user_product_id),
    ),
  ];
}
