import { describeEvent } from '../../../application/events/describe-event.js';
import type { ListEvents } from '../../../application/events/list-events.js';
import { eventTypes } from '../../../application/webhooks/event-types.js';
import { parseId, type UserProductId } from '../../../domain/ids.js';
import { makeEndpoint } from '../../core/endpoint.js';
import type { PaywayDescription, PaywayEndpoint } from '../description.js';
import { limitOf, readPosition, toCursor } from '../cursor.js';
import { eventShape } from '../event-schemas.js';
import { looseIdField, optional, pageFields, wordField } from '../fields.js';
import { notFound } from '../problems/not-found.js';
import { unreadableCursor } from '../problems/parameter-problems.js';
import { pageOf } from '../schemas.js';

export type EventsDeps = { readonly listEvents: ListEvents };

const listEventsOfOrganisation = {
  name: 'listEvents',
  summary: 'List events',
  description:
    'The log of events, in its order. `next` is the `after` to go on with, now or later; it is null where nothing ' +
    'follows yet, and then the same `after` is asked again. With `type`, a page may be empty and still have a `next`.',
  tag: 'Events',
  method: 'get',
  path: '/external/api/v1/events',
  scope: '/external/event/r',
  query: [
    ...pageFields,
    looseIdField('user_product_id', optional),
    wordField('type', eventTypes, optional),
  ],
  answer: { status: 200, schema: pageOf('EventList', eventShape) },
  refusals: [],
} as const satisfies PaywayDescription;

/** What happened, for whoever asks rather than being told by a webhook (docs/spec/payway-api.md §6). */
export function makeEventsEndpoints({ listEvents }: EventsDeps): PaywayEndpoint[] {
  return [
    makeEndpoint(listEventsOfOrganisation, async ({ query, caller: { organisationId } }) => {
      const after = readPosition(query.after);
      if (after === null) return unreadableCursor;
      const named = query.user_product_id;
      const userProductId = named === undefined ? null : parseId<UserProductId>(named);
      if (named !== undefined && userProductId === null) return nothingNamed;
      const type = query.type ?? null;
      const page = { after, limit: limitOf(query) };
      const listed = await listEvents({ organisationId, userProductId, type, ...page });
      if (listed === null) return notFound;
      const items = listed.events.map(({ event }) => describeEvent(event, listed.timeZone));
      const next = listed.next === null ? null : toCursor(String(listed.next));
      return { status: 200, body: { items, next } };
    }),
  ];
}

/** A filter, not a name: what cannot be an id has no events, as an id that nobody has. */
const nothingNamed = { status: 200, body: { items: [], next: null } } as const;
