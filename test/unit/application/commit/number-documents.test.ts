import { beforeEach, describe, expect, test } from '@jest/globals';
import { makeNumberDocuments } from '../../../../src/application/commit/number-documents.js';
import type { BillingDocumentStore } from '../../../../src/application/ports/billing-document-store.js';
import type { BillingDocument } from '../../../../src/domain/billing/billing-document.js';
import type { OrganisationId } from '../../../../src/domain/ids.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import {
  buildCreditNote,
  buildDocument,
  buildDocumentEvent,
} from '../../../support/stored/build-document.js';
import { buildEvent } from '../../../support/stored/build-entry.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { newId } from '../../../support/stored/ids.js';

let store: BillingDocumentStore;
let organisationId: OrganisationId;
let counts: Record<BillingDocument['type'], number>;
beforeEach(() => {
  counts = { invoice: 0, credit_note: 0 };
  store = openMemoryStores().documents;
  organisationId = newId();
});

const row = buildRow();
const invoices = (count: number) => Array.from({ length: count }, () => buildDocument(row));
const eventsOf = (documents: readonly BillingDocument[]) =>
  documents.map((it) => buildDocumentEvent(row, it));
const seriesOf = async (type: BillingDocument['type'] = 'invoice') => {
  const series = await store.series(organisationId, { type, after: 0, limit: 10_000 });
  expect(series.map((it) => it.sequence)).toEqual(series.map((_, index) => index + 1));
  return series.map((it) => it.id);
};
const idsOf = (documents: readonly BillingDocument[]) => documents.map((it) => it.id);
const metrics = {
  numbered: (type: BillingDocument['type'], documents: number) => {
    counts[type] += documents;
  },
};
const number = (documents: readonly BillingDocument[], by: Partial<BillingDocumentStore> = {}) =>
  makeNumberDocuments({ documents: { ...store, ...by }, metrics })(
    organisationId,
    eventsOf(documents),
  );

describe('Numbering documents', () => {
  test('goes on behind the last of their type, in the order of what brings them', async () => {
    const [first, second, third] = invoices(3);
    if (!first || !second || !third) throw new Error('there are three');
    const note = buildCreditNote(row, first);
    await number([first]);
    const told = await number([second, note, third]);
    expect(told.map(({ document }) => document?.sequence)).toEqual([2, 1, 3]);
    expect(await seriesOf()).toEqual(idsOf([first, second, third]));
    expect(await seriesOf('credit_note')).toEqual([note.id]);
  });

  test('is counted by type, each document once, however often it is numbered', async () => {
    const documents = invoices(2);
    const [first] = documents;
    if (!first) throw new Error('there are two');
    await number([...documents, buildCreditNote(row, first)]);
    await number(documents);
    expect(counts).toEqual({ invoice: 2, credit_note: 1 });
  });

  test('leaves all else of the events as it is, and sends nothing where none brings a document', async () => {
    const nobody = () => Promise.reject(new Error('nothing is to be sent'));
    const events = [buildEvent(row), buildEvent(row)];
    const silent = makeNumberDocuments({
      documents: { append: nobody, lastSequence: nobody },
      metrics,
    });
    expect(await silent(organisationId, events)).toEqual(events);
    const [document] = invoices(1);
    if (!document) throw new Error('there is one');
    const [brought] = eventsOf([document]);
    const mixed = [...events, ...(brought ? [brought] : [])];
    expect(await makeNumberDocuments({ documents: store, metrics })(organisationId, mixed)).toEqual(
      [...events, { ...brought, document: { ...document, sequence: 1 } }],
    );
  });

  test('tells the number of a document also to what only tells of it', async () => {
    const note = buildCreditNote(row, buildDocument(row));
    const asked = buildDocumentEvent(row, note, { type: 'credit_note.send_requested' });
    const told = await makeNumberDocuments({ documents: store, metrics })(organisationId, [
      ...eventsOf([note]),
      asked,
    ]);
    expect(told.map(({ document }) => document?.sequence)).toEqual([1, 1]);
    expect(await seriesOf('credit_note')).toEqual([note.id]);
  });

  test('writes nothing for what only tells of a document', async () => {
    const note = buildCreditNote(row, buildDocument(row));
    const asked = [buildDocumentEvent(row, note, { type: 'credit_note.send_requested' })];
    expect(await makeNumberDocuments({ documents: store, metrics })(organisationId, asked)).toEqual(
      asked,
    );
    expect(await seriesOf('credit_note')).toEqual([]);
  });

  test.each([
    ['the first', [0]],
    ['the second', [1]],
    ['the last', [3]],
    ['every other', [1, 3]],
    ['all', [0, 1, 2, 3]],
  ])('leaves out what is there by its id, and reads its number, where %s is', async (_, known) => {
    const documents = invoices(4);
    const there = documents.filter((_document, index) => known.includes(index));
    await store.append(organisationId, { after: 0, documents: there });
    const told = await number(documents);
    const rest = documents.filter((it) => !there.includes(it));
    const inOrder = idsOf([...there, ...rest]);
    expect(await seriesOf()).toEqual(inOrder);
    expect(told.map(({ document }) => document?.sequence)).toEqual(
      documents.map((it) => inOrder.indexOf(it.id) + 1),
    );
  });

  test('of more than a thousand keeps their order', async () => {
    const documents = invoices(2_001);
    await number(documents);
    expect(await seriesOf()).toEqual(idsOf(documents));
  });

  test('counts a document once that is brought twice', async () => {
    const documents = invoices(3);
    const told = await number([...documents, ...documents]);
    expect(told.map(({ document }) => document?.sequence)).toEqual([1, 2, 3, 1, 2, 3]);
    expect(await seriesOf()).toEqual(idsOf(documents));
  });

  test('begins again where another process took the place', async () => {
    const [theirs, ours] = [invoices(2), invoices(2)];
    let isFirst = true;
    await number(ours, {
      append: async (id, batch) => {
        if (isFirst) await store.append(id, { after: 0, documents: theirs });
        isFirst = false;
        return store.append(id, batch);
      },
    });
    expect(await seriesOf()).toEqual(idsOf([...theirs, ...ours]));
  });

  test('gives the same numbers again where the reply was lost', async () => {
    const documents = invoices(3);
    const losing = number(documents, {
      append: async (id, batch) => {
        await store.append(id, batch);
        throw new Error('the reply was lost');
      },
    });
    await expect(losing).rejects.toThrow('the reply was lost');
    const told = await number(documents);
    expect(told.map(({ document }) => document?.sequence)).toEqual([1, 2, 3]);
    expect(await seriesOf()).toEqual(idsOf(documents));
  });

  test('within one process waits for its turn, so that nothing is sent in vain', async () => {
    let sent = 0;
    const counted: typeof store.append = (id, batch) => {
      sent += 1;
      return store.append(id, batch);
    };
    const numberDocuments = makeNumberDocuments({
      documents: { ...store, append: counted },
      metrics,
    });
    const all = Array.from({ length: 5 }, () => invoices(2));
    await Promise.all(all.map((it) => numberDocuments(organisationId, eventsOf(it))));
    expect(await seriesOf()).toEqual(idsOf(all.flat()));
    expect(sent).toBe(5);
  });
});
