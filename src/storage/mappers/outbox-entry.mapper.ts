import { isDeepStrictEqual } from 'node:util';
import type { OutboxEntry } from '../../application/ports/user-product-store.js';
import type { ChangeRowWrite } from '../../domain/user-product/change.js';
import type { DomainEvent } from '../../domain/user-product/event-side.js';
import type { EventId, OrganisationId, UserProductId } from '../../domain/ids.js';
import type { BillingDocumentPart } from '../schemas/billing-document.schema.js';
import type { EventFactsDocument, WaitingEventDocument } from '../schemas/event.schema.js';
import type {
  ChangeRowWriteDocument,
  OutboxEntryDocument,
} from '../schemas/outbox-entry.schema.js';
import { changeDocument, changeOf } from './change.mapper.js';
import { eventFactsDocument, eventOf } from './event.mapper.js';
import {
  toDate,
  idOf,
  instantOf,
  nullable,
  objectIdOf,
  changeDocumentsDocument,
  changeDocumentsOf,
} from './values.mapper.js';

/** An entry as it is stored in the outbox of its user product. */
export function outboxEntryDocument(
  organisationId: OrganisationId,
  entry: OutboxEntry,
): OutboxEntryDocument {
  return {
    id: objectIdOf(entry.id),
    created_at: toDate(entry.createdAt),
    change_rows: entry.changeRows.map((row) => changeRowDocument(organisationId, row)),
    events: entry.events.map((event, index) => waitingEvent(event, entry.events.slice(0, index))),
  };
}

/** The entry that a part of a document holds. */
export function outboxEntryOf(document: OutboxEntryDocument): OutboxEntry {
  const held = new Map(
    document.events.flatMap(({ document: it }) => (it ? [[it.id.toHexString(), it] as const] : [])),
  );
  return {
    id: idOf(document.id),
    createdAt: instantOf(document.created_at),
    changeRows: document.change_rows.map(changeRowOf),
    events: document.events.map((it) => eventOf(wholeEvent(it, held))),
  };
}

/** A document that an event before it in the entry holds is only named. */
function waitingEvent(event: DomainEvent, before: readonly DomainEvent[]): WaitingEventDocument {
  const { document: told } = event;
  const { document, ...facts } = eventFactsDocument(event);
  if (told === null || document === undefined) return facts;
  const isHeld = before.some((it) => isDeepStrictEqual(it.document, told));
  return isHeld ? { ...facts, document_id: document.id } : { ...facts, document };
}

function wholeEvent(
  { document_id: named, ...event }: WaitingEventDocument,
  held: ReadonlyMap<string, BillingDocumentPart>,
): EventFactsDocument {
  if (!named) return event;
  const document = held.get(named.toHexString());
  if (document === undefined) throw new Error('an entry names a document that it does not hold');
  return { ...event, document };
}

function changeRowDocument(
  organisationId: OrganisationId,
  row: ChangeRowWrite,
): ChangeRowWriteDocument {
  if (row.write === 'open') {
    return { write: 'open', change: changeDocument(organisationId, row.change) };
  }
  return {
    write: 'close',
    change_id: objectIdOf(row.changeId),
    state: row.state,
    closed_at: toDate(row.closedAt),
    effective_at: nullable(row.effectiveAt, toDate),
    successor_id: nullable(row.successorId, objectIdOf),
    ...(row.documents ? { documents: changeDocumentsDocument(row.documents) } : {}),
    event_ids: row.eventIds.map(objectIdOf),
  };
}

function changeRowOf(document: ChangeRowWriteDocument): ChangeRowWrite {
  if (document.write === 'open') return { write: 'open', change: changeOf(document.change) };
  return {
    write: 'close',
    changeId: idOf(document.change_id),
    state: document.state,
    closedAt: instantOf(document.closed_at),
    effectiveAt: nullable(document.effective_at, instantOf),
    successorId: nullable(document.successor_id, idOf<UserProductId>),
    ...(document.documents ? { documents: changeDocumentsOf(document.documents) } : {}),
    eventIds: document.event_ids.map(idOf<EventId>),
  };
}
