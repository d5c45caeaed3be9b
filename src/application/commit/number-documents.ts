import { type BillingDocument, documentSeries } from '../../domain/billing/billing-document.js';
import type { EventType } from '../../domain/events/domain-event.js';
import type { DocumentId, OrganisationId } from '../../domain/ids.js';
import type { DomainEvent } from '../../domain/user-product/event-side.js';
import type { BillingDocumentStore } from '../ports/billing-document-store.js';
import type { Metrics } from '../ports/metrics.js';
import { makeInTurn } from './in-turn.js';

/** Writes the documents that these events bring, and answers the events with the numbers of their documents. */
export type NumberDocuments = (
  organisationId: OrganisationId,
  events: readonly DomainEvent[],
) => Promise<readonly DomainEvent[]>;

type NumberDocumentsDeps = {
  readonly documents: Pick<BillingDocumentStore, 'append' | 'lastSequence'>;
  readonly metrics: Pick<Metrics, 'numbered'>;
};

type Places = ReadonlyMap<DocumentId, number>;

const batchSize = 1_000;

/**
 * Gives each document that waits its place in the series of its organisation and type, last + 1, last + 2, …, in the
 * order of the events that bring them (docs/spec/product-groups-api.md §6). The insert stops at the first duplicate: a
 * document that is there counts as written, and has its number already; a place that is taken does not; then the last
 * place is read again and the rest follows. So a series has no gap, and no document has two numbers or stands before one
 * that was made before it, however many number at once.
 *
 * Each round writes something, finds something written or lost to another drainer, who then wrote: it ends. Within this
 * process one organisation's documents wait for each other, so that they do not send what must be refused.
 */
export function makeNumberDocuments(deps: NumberDocumentsDeps): NumberDocuments {
  const inTurn = makeInTurn<OrganisationId>();

  return async (organisationId, events) => {
    const brought = events.flatMap(documentBroughtBy);
    if (brought.length === 0) return events;
    const places = await inTurn(organisationId, () => numberAll(deps, organisationId, brought));
    return events.map((event) => withNumber(event, places));
  };
}

const bringers: readonly EventType[] = ['invoice.created', 'credit_note.created'];

/** Other events only tell of a document that one of these brings. */
function documentBroughtBy({ type, document }: DomainEvent): readonly BillingDocument[] {
  return document !== null && bringers.includes(type) ? [document] : [];
}

async function numberAll(
  deps: NumberDocumentsDeps,
  organisationId: OrganisationId,
  documents: readonly BillingDocument[],
): Promise<Places> {
  const places = new Map<DocumentId, number>();
  for (const type of documentSeries) {
    const own = documents.filter((it) => it.type === type);
    const given = await numberSeries(deps, organisationId, own);
    for (const [id, sequence] of given) places.set(id, sequence);
  }
  return places;
}

/** Documents of one type. */
async function numberSeries(
  { documents: store, metrics }: NumberDocumentsDeps,
  organisationId: OrganisationId,
  documents: readonly BillingDocument[],
): Promise<Places> {
  const places = new Map<DocumentId, number>();
  let left = documents;
  for (let [first] = left; first !== undefined; [first] = left) {
    const after = await store.lastSequence(organisationId, first.type);
    const batch = { after, documents: left.slice(0, batchSize) };
    const { written, known } = await store.append(organisationId, batch);
    if (written > 0) metrics.numbered(first.type, written);
    left.slice(0, written).forEach(({ id }, index) => places.set(id, after + 1 + index));
    for (const [id, sequence] of known) places.set(id, sequence);
    left = left.slice(written).filter(({ id }) => !known.has(id));
  }
  return places;
}

function withNumber(event: DomainEvent, places: Places): DomainEvent {
  const { document } = event;
  const sequence = document === null ? undefined : places.get(document.id);
  if (document === null || sequence === undefined) return event;
  return { ...event, document: { ...document, sequence } };
}
