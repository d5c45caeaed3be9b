import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeNumberDocuments } from '../../../src/application/commit/number-documents.js';
import { noMetrics } from '../../../src/application/ports/metrics.js';
import type {
  BillingDocumentStore,
  DocumentFilter,
  DocumentPageQuery,
} from '../../../src/application/ports/billing-document-store.js';
import type { BillingDocument } from '../../../src/domain/billing/billing-document.js';
import { type DocumentId, type OrganisationId, toId } from '../../../src/domain/ids.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { at } from '../../support/domain/at.js';
import {
  anyDocument,
  buildCreditNote,
  buildDocument,
  buildDocumentEvent,
  buildPosition,
} from '../../support/stored/build-document.js';
import { buildRow } from '../../support/stored/build-row.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';

const oldestFirst = { order: { by: 'createdAt', direction: 'asc' }, page: 1, limit: 100 } as const;
const documentsOf = (row: UserProduct, count: number): readonly BillingDocument[] =>
  Array.from({ length: count }, () => buildDocument(row));
const numbered = (documents: readonly BillingDocument[], after = 0) =>
  documents.map((it, index) => ({ ...it, sequence: after + 1 + index }));
const idsOf = (documents: readonly BillingDocument[]) => documents.map((it) => it.id);

/** What the drain and the readers of documents may rely on of any `BillingDocumentStore`. */
export function billingDocumentStoreContract(open: OpenStores): void {
  describe('A store of billing documents', () => {
    let store: BillingDocumentStore;
    let close: () => Promise<void>;
    beforeAll(async () => {
      const it = await open();
      store = it.stores.documents;
      ({ close } = it);
    });
    afterAll(() => close());

    const seriesOf = (organisationId: OrganisationId, type: BillingDocument['type'] = 'invoice') =>
      store.series(organisationId, { type, after: 0, limit: 1_000 });

    test('begins each series at 1, and gives back exactly what was appended', async () => {
      const row = buildRow();
      const { organisationId } = row;
      const [invoice, elsewhere] = [buildDocument(row), { number: 'RE-of another system' }];
      const notes = [
        buildCreditNote(row, invoice),
        buildCreditNote(row, invoice, { references: elsewhere, reason: null, positions: [] }),
      ];
      expect(await store.lastSequence(organisationId, 'invoice')).toBe(0);
      const done = { written: 1, known: new Map() };
      expect(await store.append(organisationId, { after: 0, documents: [invoice] })).toEqual(done);
      await store.append(organisationId, { after: 0, documents: notes });
      expect(await store.lastSequence(organisationId, 'invoice')).toBe(1);
      expect(await store.lastSequence(organisationId, 'credit_note')).toBe(2);
      expect(await seriesOf(organisationId)).toEqual(numbered([invoice]));
      expect(await seriesOf(organisationId, 'credit_note')).toEqual(numbered(notes));
    });

    test('stops at a place that is taken, and writes nothing after it', async () => {
      const row = buildRow();
      const [theirs, ours] = [documentsOf(row, 3), documentsOf(row, 3)];
      await store.append(row.organisationId, { after: 0, documents: theirs });
      expect(await store.append(row.organisationId, { after: 2, documents: ours })).toEqual({
        written: 0,
        known: new Map(),
      });
      expect(await seriesOf(row.organisationId)).toEqual(numbered(theirs));
    });

    test('tells the places of those it has where it stops at one, and writes those before it', async () => {
      const row = buildRow();
      const documents = documentsOf(row, 4);
      const theirs = documents.filter((_, index) => index % 2 === 1);
      await store.append(row.organisationId, { after: 0, documents: theirs });
      expect(await store.append(row.organisationId, { after: 2, documents })).toEqual({
        written: 1,
        known: new Map(theirs.map((it, index) => [it.id, index + 1])),
      });
      expect(await store.lastSequence(row.organisationId, 'invoice')).toBe(3);
    });

    test('knows a document also where its place is taken too', async () => {
      const row = buildRow();
      const documents = documentsOf(row, 2);
      await store.append(row.organisationId, { after: 0, documents });
      expect(await store.append(row.organisationId, { after: 0, documents })).toEqual({
        written: 0,
        known: new Map(documents.map((it, index) => [it.id, index + 1])),
      });
    });

    test('throws where an id is another organisation’s, rather than be tried for ever', async () => {
      const [row, other] = [buildRow(), buildRow()];
      const documents = documentsOf(row, 2);
      await store.append(other.organisationId, { after: 0, documents: documents.slice(1) });
      const batch = { after: 0, documents };
      await expect(store.append(row.organisationId, batch)).rejects.toThrow();
      expect(await seriesOf(row.organisationId)).toEqual(numbered(documents.slice(0, 1)));
    });

    test('appends nothing where there is nothing, and finds nothing', async () => {
      const nothing = { written: 0, known: new Map() };
      expect(await store.append(newId(), { after: 0, documents: [] })).toEqual(nothing);
      expect(await store.findMany(newId(), [])).toEqual([]);
    });

    test('finds documents by their ids, of that organisation alone', async () => {
      const row = buildRow();
      const documents = documentsOf(row, 3);
      await store.append(row.organisationId, { after: 0, documents });
      const [first, , third] = numbered(documents);
      const ids = [third?.id ?? newId(), newId<DocumentId>(), first?.id ?? newId()];
      const found = await store.findMany(row.organisationId, ids);
      expect(found.toSorted((a, b) => a.sequence - b.sequence)).toEqual([first, third]);
      expect(await store.findMany(newId(), ids)).toEqual([]);
    });

    test('reads a series part by part', async () => {
      const row = buildRow();
      const documents = documentsOf(row, 5);
      await store.append(row.organisationId, { after: 0, documents });
      const part = { type: 'invoice', after: 2, limit: 2 } as const;
      expect(await store.series(row.organisationId, part)).toEqual(numbered(documents).slice(2, 4));
    });

    test('numbers without a gap what eight bring at once, some of it the same, each in its order', async () => {
      const row = buildRow();
      const { organisationId } = row;
      const bring = (documents: readonly BillingDocument[]) =>
        makeNumberDocuments({ documents: store, metrics: noMetrics })(
          organisationId,
          documents.map((it) => buildDocumentEvent(row, it)),
        );
      const shared = documentsOf(row, 15);
      const own = Array.from({ length: 8 }, () => documentsOf(row, 10));
      const told = await Promise.all(own.map((documents) => bring([...shared, ...documents])));
      const series = await seriesOf(organisationId);
      expect(series.map((it) => it.sequence)).toEqual(series.map((_, index) => index + 1));
      const ids = idsOf(series);
      expect(ids.toSorted()).toEqual(idsOf([...shared, ...own.flat()]).toSorted());
      for (const documents of [shared, ...own]) {
        expect(ids.filter((id) => documents.some((it) => it.id === id))).toEqual(idsOf(documents));
      }
      const places = new Map(series.map((it) => [it.id, it.sequence]));
      for (const { document } of told.flat()) {
        expect(document?.sequence).toBe(places.get(document?.id ?? newId()));
      }
    });

    describe('lists', () => {
      const organisationId = newId<OrganisationId>();
      const first = buildRow({ organisationId });
      const { accountId, subscriptionId } = first;
      const second = buildRow({ organisationId, accountId, subscriptionId, id: newId() });
      const other = buildRow({ organisationId, accountId });
      const stranger = buildRow({ organisationId });
      const onDay = (day: string) => ({ createdAt: at(`2026-05-${day}T00:00:00Z`) });
      const late = buildDocument(first, onDay('04'));
      const moved = buildDocument(second, {
        ...onDay('02'),
        positions: [buildPosition(first, { kind: 'used' }), buildPosition(second)],
      });
      const lone = buildDocument(other, onDay('03'));
      const strange = buildDocument(stranger, onDay('01'));
      const note = buildCreditNote(first, late, onDay('02'));
      beforeAll(async () => {
        const invoices = [late, moved, lone, strange];
        await store.append(organisationId, { after: 0, documents: invoices });
        await store.append(organisationId, { after: 0, documents: [note] });
        await store.append(newId(), { after: 0, documents: [buildDocument(first)] });
      });
      const listed = async (
        filter: Partial<DocumentFilter>,
        page: Partial<DocumentPageQuery> = {},
      ) => {
        const { items, totalItems } = await store.list(
          organisationId,
          { ...anyDocument, ...filter },
          {
            ...oldestFirst,
            ...page,
          },
        );
        return [idsOf(items), totalItems];
      };
      const twoOfAnInstant = idsOf([moved, note]).toSorted();

      test('all of the organisation, oldest first, those of one instant by id', async () => {
        const all = [strange.id, ...twoOfAnInstant, lone.id, late.id];
        expect(await listed({})).toEqual([all, 5]);
        expect(await listed({}, { order: { by: 'createdAt', direction: 'desc' } })).toEqual([
          all.toReversed(),
          5,
        ]);
        expect(await listed({}, { page: 4, limit: 1 })).toEqual([[lone.id], 5]);
        expect(await listed({}, { page: 2, limit: 5 })).toEqual([[], 5]);
        expect(await listed({}, { limit: 0 })).toEqual([[], 5]);
      });

      test('by number, which is by type and then by place', async () => {
        const all = idsOf([note, late, moved, lone, strange]);
        expect(await listed({}, { order: { by: 'number', direction: 'asc' } })).toEqual([all, 5]);
        const backwards = { order: { by: 'number', direction: 'desc' } } as const;
        expect(await listed({}, backwards)).toEqual([all.toReversed(), 5]);
      });

      test.each<[string, Partial<DocumentFilter>, readonly string[]]>([
        ['an account', { accountId }, [...twoOfAnInstant, lone.id, late.id]],
        ['a subscription', { subscriptionId }, [...twoOfAnInstant, late.id]],
        ['the first user product of it', { userProductId: first.id }, [...twoOfAnInstant, late.id]],
        ['the second', { userProductId: second.id }, [moved.id]],
        ['a type', { type: 'credit_note' }, [note.id]],
        ['a number', { type: 'invoice', sequence: 3 }, [lone.id]],
        ['a type and an account', { type: 'credit_note', accountId }, [note.id]],
        [
          'a subscription of an account',
          { accountId, subscriptionId: other.subscriptionId },
          [lone.id],
        ],
        [
          'a subscription that is not that account’s',
          { accountId: stranger.accountId, subscriptionId },
          [],
        ],
        [
          'a user product that is not that subscription’s',
          { subscriptionId, userProductId: other.id },
          [],
        ],
        ['an account, asked for as a user product', { userProductId: toId(accountId) }, []],
      ])('those of %s', async (_, filter, ids) => {
        expect(await listed(filter)).toEqual([ids, ids.length]);
      });
    });
  });
}
