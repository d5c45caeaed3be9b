import type { ChangePlace, ListChanges } from '../../../application/change/list-changes.js';
import { parseId, toId, type AccountId, type UserProductId } from '../../../domain/ids.js';
import { makeEndpoint } from '../../core/endpoint.js';
import type { PaywayDescription, PaywayEndpoint } from '../description.js';
import { changeShape, toChangeItem } from '../change-shape.js';
import { limitOf, readCursor, toCursor } from '../cursor.js';
import { accountIdField, looseIdField, optional, pageFields } from '../fields.js';
import { notFound } from '../problems/not-found.js';
import { unreadableCursor } from '../problems/parameter-problems.js';
import { pageOf } from '../schemas.js';

export type ChangesDeps = { readonly listChanges: ListChanges };

const listChangesOfAccount = {
  name: 'listChanges',
  summary: 'List the changes of an account',
  description:
    'What was asked of the user products of an account, what was decided, and what came of it, oldest first. What was ' +
    'just answered is among it. `next` is null at the end.',
  tag: 'Changes',
  method: 'get',
  path: '/external/api/v1/subscription_system/changes',
  scope: '/external/subscription/r',
  query: [accountIdField, looseIdField('user_product_id', optional), ...pageFields],
  answer: { status: 200, schema: pageOf('ChangeList', changeShape) },
  refusals: [],
} as const satisfies PaywayDescription;

/** The memory of what was changed (docs/spec/payway-api.md §6). */
export function makeChangesEndpoints({ listChanges }: ChangesDeps): PaywayEndpoint[] {
  return [
    makeEndpoint(listChangesOfAccount, async ({ query, caller: { organisationId } }) => {
      const after = query.after === undefined ? null : readPlace(query.after);
      if (query.after !== undefined && after === null) return unreadableCursor;
      const accountId = toId<AccountId>(query.account_id);
      const named = query.user_product_id;
      const userProductId = named === undefined ? null : parseId<UserProductId>(named);
      if (named !== undefined && userProductId === null) return notFound;
      const page = { after, limit: limitOf(query) };
      const listed = await listChanges({ organisationId, accountId, userProductId, ...page });
      if (listed === null) return notFound;
      const items = listed.changes.map((it) => toChangeItem(it, listed.catalogue));
      const next = listed.next === null ? null : cursorOf(listed.next);
      return { status: 200, body: { items, next } };
    }),
  ];
}

function cursorOf({ requestedAt, id }: ChangePlace): string {
  return toCursor(`${String(requestedAt)}.${id}`);
}

const placePattern = /^(-?\d{1,15})\.([a-f\d]{24})$/;

function readPlace(cursor: string): ChangePlace | null {
  const [, requestedAt, id] = placePattern.exec(readCursor(cursor) ?? '') ?? [];
  if (requestedAt === undefined || id === undefined) return null;
  return { requestedAt: Number(requestedAt), id };
}
