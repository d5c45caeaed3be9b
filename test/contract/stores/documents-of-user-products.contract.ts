import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BillingDocumentStore } from '../../../src/application/ports/billing-document-store.js';
import type { BillingDocument } from '../../../src/domain/billing/billing-document.js';
import type { OrganisationId } from '../../../src/domain/ids.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import {
  buildCreditNote,
  buildDocument,
  buildPosition,
} from '../../support/stored/build-document.js';
import { buildRow } from '../../support/stored/build-row.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';

/** What `verify` may rely on where it reads the documents of many user products. */
export function documentsOfUserProductsContract(open: OpenStores): void {
  describe('The documents of user products', () => {
    let store: BillingDocumentStore;
    let close: () => Promise<void>;
    beforeAll(async () => {
      const it = await open();
      store = it.stores.documents;
      ({ close } = it);
    });
    afterAll(() => close());

    const organisationId = newId<OrganisationId>();
    const first = buildRow({ organisationId });
    const { accountId, subscriptionId } = first;
    const second = buildRow({ organisationId, accountId, subscriptionId, id: newId() });
    const other = buildRow({ organisationId });
    const ofTheirs = async (...rows: readonly UserProduct[]) => {
      const found: BillingDocument[] = [];
      const ids = rows.map((it) => it.id);
      for await (const part of store.ofUserProducts(organisationId, ids)) found.push(...part);
      return found;
    };
    const sorted = (documents: readonly BillingDocument[]) =>
      documents.map((it) => it.id).toSorted();

    test('are those that name one of them, each once, and exactly as they were appended', async () => {
      const own = buildDocument(first);
      const both = buildDocument(second, {
        positions: [buildPosition(first, { kind: 'used' }), buildPosition(second)],
      });
      const later = buildDocument(second);
      const strange = buildDocument(other);
      const note = buildCreditNote(first, own);
      await store.append(organisationId, { after: 0, documents: [own, both, later, strange] });
      await store.append(organisationId, { after: 0, documents: [note] });
      await store.append(newId(), { after: 0, documents: [buildDocument(first)] });
      expect(sorted(await ofTheirs(first, second))).toEqual(sorted([own, both, later, note]));
      expect(sorted(await ofTheirs(first))).toEqual(sorted([own, both, note]));
      expect(sorted(await ofTheirs(second))).toEqual(sorted([both, later]));
      expect(await ofTheirs(other)).toEqual([{ ...strange, sequence: 4 }]);
      expect(await ofTheirs(buildRow({ organisationId }))).toEqual([]);
    });

    test('come in parts, however many there are', async () => {
      const row = buildRow({ organisationId });
      const documents = Array.from({ length: 1_100 }, () => buildDocument(row));
      const after = await store.lastSequence(organisationId, 'invoice');
      await store.append(organisationId, { after, documents });
      let [parts, most] = [0, 0];
      for await (const part of store.ofUserProducts(organisationId, [row.id])) {
        parts += 1;
        most = Math.max(most, part.length);
      }
      expect([parts >= 3, most <= 500]).toEqual([true, true]);
      expect(sorted(await ofTheirs(row))).toEqual(sorted(documents));
    });
  });
}
