import { isDeepStrictEqual } from 'node:util';
import { mongo } from 'mongoose';
import type { LoggedEvent } from '../../application/ports/event-log.js';
import type { Rank } from '../../domain/catalogue/package.js';
import type { DomainEvent, EventSide } from '../../domain/user-product/event-side.js';
import type { ChangeId } from '../../domain/ids.js';
import {
  type EventDocument,
  type EventFactsDocument,
  eventSchemaVersion,
  type EventSideDocument,
} from '../schemas/event.schema.js';
import { billingDocumentOf, billingDocumentPart } from './billing-document.mapper.js';
import { assertReadable } from './schema-version.js';
import { rankNumber, readRank } from './rank.mapper.js';
import { userProductFactsDocument, userProductFactsOf } from './user-product-facts.mapper.js';
import {
  toDate,
  idOf,
  instantOf,
  nullable,
  objectIdOf,
  settlementDocument,
  settlementOf,
} from './values.mapper.js';

/** An event at its place in the log. */
export function eventDocument({ position, event }: LoggedEvent): EventDocument {
  return {
    _id: new mongo.ObjectId(),
    schema_version: eventSchemaVersion,
    position,
    ...eventFactsDocument(event),
  };
}

/** The event that a document of the log holds, with its position. */
export function loggedEventOf(document: EventDocument): LoggedEvent {
  assertReadable(document, eventSchemaVersion);
  const logged = { position: document.position, event: eventOf(document) };
  return document.erased === true ? { ...logged, erased: true } : logged;
}

/** What is stored of an event, whole. */
export function eventFactsDocument(event: DomainEvent): EventFactsDocument {
  return {
    event_id: objectIdOf(event.id),
    sequence: event.sequence,
    type: event.type,
    occurred_at: toDate(event.occurredAt),
    organisation_id: objectIdOf(event.organisationId),
    account_id: objectIdOf(event.accountId),
    user_product_id: objectIdOf(event.userProductId),
    subscription_id: objectIdOf(event.subscriptionId),
    change_id: nullable(event.changeId, objectIdOf),
    ...beforePart(event),
    after: nullable(event.after, sideDocument),
    ...(event.document === null ? {} : { document: billingDocumentPart(event.document) }),
    ...(event.settlement === null ? {} : { settlement: settlementDocument(event.settlement) }),
  };
}

/** The event that a part of a document holds: the log and an outbox store it in the same form. */
export function eventOf(document: EventFactsDocument): DomainEvent {
  const after = nullable(document.after, sideOf);
  return {
    id: idOf(document.event_id),
    sequence: document.sequence,
    type: document.type,
    occurredAt: instantOf(document.occurred_at),
    organisationId: idOf(document.organisation_id),
    accountId: idOf(document.account_id),
    userProductId: idOf(document.user_product_id),
    subscriptionId: idOf(document.subscription_id),
    changeId: nullable(document.change_id, idOf<ChangeId>),
    before: isBeforeLeftOut(document) ? sequenceBefore(after) : nullable(document.before, sideOf),
    after,
    document: nullable(document.document, billingDocumentOf),
    settlement: nullable(document.settlement, settlementOf),
  };
}

/** Of two sides that are equal but for their sequence, as a document's are, one is enough. Absent is not null. */
function beforePart({ document, before, after }: DomainEvent): Pick<EventFactsDocument, 'before'> {
  const isTold = document !== null && isDeepStrictEqual(before, sequenceBefore(after));
  return isTold ? {} : { before: nullable(before, sideDocument) };
}

function isBeforeLeftOut({ document, before }: EventFactsDocument): boolean {
  return document !== undefined && before === undefined;
}

function sequenceBefore(side: EventSide | null): EventSide | null {
  if (side === null) return null;
  const { userProduct } = side;
  return { ...side, userProduct: { ...userProduct, lastSequence: userProduct.lastSequence - 1 } };
}

function sideDocument(side: EventSide): EventSideDocument {
  const { id, code, kind, name, rank } = side.package;
  return {
    user_product: {
      id: objectIdOf(side.userProduct.id),
      ...userProductFactsDocument(side.userProduct),
    },
    package: {
      id: objectIdOf(id),
      code,
      kind,
      name,
      rank: nullable<Rank, number>(rank, rankNumber),
    },
  };
}

function sideOf(document: EventSideDocument): EventSide {
  const { id, code, kind, name, rank } = document.package;
  return {
    userProduct: {
      id: idOf(document.user_product.id),
      ...userProductFactsOf(document.user_product),
    },
    package: {
      id: idOf(id),
      code,
      kind: kind ?? null,
      name: name ?? null,
      rank: nullable(rank, readRank),
    },
  };
}
