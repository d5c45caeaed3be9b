import { takePage } from '../../../src/application/listing/take-page.js';
import type {
  BillingDocumentStore,
  DocumentFilter,
  DocumentOrder,
  NumberedDocument,
} from '../../../src/application/ports/billing-document-store.js';
import type { DocumentType } from '../../../src/domain/billing/billing-document.js';
import type { OrganisationId } from '../../../src/domain/ids.js';
import { insertRow, type Memory, rowOf, rowsOf } from './memory.js';
import { inOneStep } from './one-step.js';

const partSize = 500;

/** The two series of an organisation: no place twice and no document twice. */
export function makeBillingDocumentStore({ documents }: Memory): BillingDocumentStore {
  const seriesOf = (organisationId: OrganisationId, type: DocumentType): NumberedDocument[] =>
    rowsOf(documents, organisationId)
      .filter((it) => it.type === type)
      .toSorted((a, b) => a.sequence - b.sequence);

  const steps = inOneStep<Omit<BillingDocumentStore, 'ofUserProducts'>>({
    lastSequence: (organisationId, type) => seriesOf(organisationId, type).at(-1)?.sequence ?? 0,

    append: (organisationId, { after, documents: given }) => {
      let written = 0;
      for (const document of given) {
        const row = { ...document, sequence: after + 1 + written };
        const isPlaceTaken = seriesOf(organisationId, document.type).some(
          (it) => it.sequence === row.sequence,
        );
        if (isPlaceTaken || rowOf(documents, organisationId, document.id) !== null) break;
        if (!insertRow(documents, document.id, { organisationId, row })) {
          throw new Error('the id is another organisation’s');
        }
        written += 1;
      }
      const rest = given
        .slice(written)
        .flatMap(({ id }) => rowOf(documents, organisationId, id) ?? []);
      return { written, known: new Map(rest.map((it) => [it.id, it.sequence])) };
    },

    findMany: (organisationId, ids) =>
      ids.flatMap((id) => rowOf(documents, organisationId, id) ?? []),

    list: (organisationId, filter, { order, ...page }) => {
      const all = rowsOf(documents, organisationId)
        .filter((it) => isWanted(it, filter))
        .toSorted((a, b) => byOrder(a, b, order));
      return takePage(all, page);
    },

    series: (organisationId, { type, after, limit }) =>
      seriesOf(organisationId, type)
        .filter((it) => it.sequence > after)
        .slice(0, limit),
  });

  return {
    ...steps,
    ofUserProducts: async function* (organisationId, ids) {
      await new Promise((resolve) => setImmediate(resolve));
      const found = rowsOf(documents, organisationId).filter(({ positions }) =>
        positions.some((it) => ids.includes(it.userProductId)),
      );
      for (let at = 0; at < found.length; at += partSize) yield found.slice(at, at + partSize);
    },
  };
}

function isWanted(document: NumberedDocument, { userProductId, ...own }: DocumentFilter): boolean {
  const names = Object.keys(own) as (keyof typeof own)[];
  return (
    names.every((name) => own[name] === null || document[name] === own[name]) &&
    (userProductId === null || document.positions.some((it) => it.userProductId === userProductId))
  );
}

function byOrder(
  a: NumberedDocument,
  b: NumberedDocument,
  { by, direction }: DocumentOrder,
): number {
  const way = direction === 'asc' ? 1 : -1;
  const text = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
  return (
    way *
    (by === 'number'
      ? text(a.type, b.type) || a.sequence - b.sequence
      : a.createdAt - b.createdAt || text(a.id, b.id))
  );
}
