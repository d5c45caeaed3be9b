import { describe, expect, test } from '@jest/globals';
import { writeDocuments } from '../../../../src/application/import/write-documents.js';
import type { OrganisationId } from '../../../../src/domain/ids.js';
import { idOf } from '../../../support/domain/id-of.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { buildCreditNote, buildDocument } from '../../../support/stored/build-document.js';
import { buildRow } from '../../../support/stored/build-row.js';

const organisationId = idOf<OrganisationId>(1);
const row = buildRow({ organisationId });
const invoices = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ ...buildDocument(row), sequence: index + 1 }));
const series = (stores: ReturnType<typeof openMemoryStores>, type: 'invoice' | 'credit_note') =>
  stores.documents.series(organisationId, { type, after: 0, limit: 2_000 });

describe('Documents of a file', () => {
  test('are written at their places, in the order of each series', async () => {
    const stores = openMemoryStores();
    const [first, second] = invoices(2);
    if (first === undefined || second === undefined) throw new Error('no invoices');
    const note = { ...buildCreditNote(row, first), sequence: 1 };
    await writeDocuments(stores.documents, organisationId, [second, note, first]);
    expect(await series(stores, 'invoice')).toEqual([first, second]);
    expect(await series(stores, 'credit_note')).toEqual([note]);
  });

  test('are written of more than a page, and pass over what the same import wrote elsewhere', async () => {
    const stores = openMemoryStores();
    const all = invoices(501);
    await writeDocuments(stores.documents, organisationId, all.slice(0, 2));
    await writeDocuments(stores.documents, organisationId, all);
    expect(await series(stores, 'invoice')).toEqual(all);
  });

  test('are given up where another was given one of their numbers meanwhile', async () => {
    const stores = openMemoryStores();
    await writeDocuments(stores.documents, organisationId, invoices(1));
    const late = writeDocuments(stores.documents, organisationId, invoices(2));
    await expect(late).rejects.toThrow('numbers of documents were given to others');
    expect(await series(stores, 'invoice')).toHaveLength(1);
  });
});
