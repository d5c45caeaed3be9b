import { beforeEach, describe, expect, test } from '@jest/globals';
import { makeFindChangeDocuments } from '../../../../src/application/billing/find-change-documents.js';
import type { BillingDocument } from '../../../../src/domain/billing/billing-document.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { buildEndingCommit } from '../../../support/stored/build-commit.js';
import { buildCreditNote, buildDocument } from '../../../support/stored/build-document.js';
import { newId } from '../../../support/stored/ids.js';
import { type DocumentsWorld, startDocuments } from './documents-world.js';

let world: DocumentsWorld;
let product: UserProduct;
let invoice: BillingDocument;
let note: BillingDocument;
beforeEach(async () => {
  world = await startDocuments();
  product = world.build();
  invoice = buildDocument(product);
  note = buildCreditNote(product, invoice);
});

const find = async (...ids: readonly BillingDocument['id'][]) => {
  const { organisationId, accountId } = product;
  const found = await world.useCases.findChangeDocuments({ organisationId, accountId, ids });
  return ids.map((id) => found.get(id) ?? null);
};

describe('The documents of a change', () => {
  test.each(['still wait', 'have their numbers', 'partly wait'])(
    'are answered as they were the first time where they %s',
    async (how) => {
      const entry = await world.waiting(product, invoice, note);
      if (how === 'have their numbers') await world.useCases.drainOutbox('all');
      if (how === 'partly wait') {
        const batch = { after: 0, documents: [invoice] };
        await world.stores.documents.append(world.organisationId, batch);
      }
      expect(await find(note.id, invoice.id)).toEqual([note, invoice]);
      const left = how === 'have their numbers' ? [] : [entry];
      expect(await world.outboxOf(product)).toEqual(left);
    },
  );

  test('are found where they travel in a successor that is not inserted yet', async () => {
    const entry = await world.waiting(product, invoice);
    await world.stores.userProducts.commit(
      world.organisationId,
      buildEndingCommit(product, [entry]),
    );
    expect(await find(invoice.id)).toEqual([invoice]);
  });

  test('are found where they are drained between the two reads', async () => {
    await world.waiting(product, invoice);
    const { documents, userProducts } = world.stores;
    const listByAccount: typeof userProducts.listByAccount = async (...asked) => {
      await world.useCases.drainOutbox('all');
      return userProducts.listByAccount(...asked);
    };
    const findChangeDocuments = makeFindChangeDocuments({
      documents,
      userProducts: { listByAccount },
    });
    const { organisationId, accountId } = product;
    const found = await findChangeDocuments({ organisationId, accountId, ids: [invoice.id] });
    expect(found.get(invoice.id)).toEqual(invoice);
  });

  test('are none where no such document is anywhere', async () => {
    await world.waiting(product, invoice);
    expect(await find(newId())).toEqual([null]);
    expect(await find()).toEqual([]);
  });
});
