import { beforeEach, describe, expect, test } from '@jest/globals';
import type { BillingDocument } from '../../../../src/domain/billing/billing-document.js';
import type { AccountId } from '../../../../src/domain/ids.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { buildDocument } from '../../../support/stored/build-document.js';
import { newId } from '../../../support/stored/ids.js';
import { type DocumentsWorld, startDocuments } from './documents-world.js';

let world: DocumentsWorld;
let product: UserProduct;
let document: BillingDocument;
beforeEach(async () => {
  world = await startDocuments();
  product = world.build();
  document = buildDocument(product);
  await world.waiting(product, document);
});

const find = (id = document.id, ownAccountId: AccountId | null = null) =>
  world.useCases.findDocument({ organisationId: world.organisationId, ownAccountId, id });

describe('A document', () => {
  test('is found with its number, whether it waited or not', async () => {
    expect(await find()).toEqual({ ...document, sequence: 1 });
    expect(await world.outboxOf(product)).toEqual([]);
    expect(await find()).toEqual({ ...document, sequence: 1 });
  });

  test('is found by its own account, and by no other', async () => {
    expect(await find(document.id, newId<AccountId>())).toBeNull();
    expect(await find(document.id, product.accountId)).toEqual({ ...document, sequence: 1 });
    expect(await find(document.id, newId<AccountId>())).toBeNull();
  });

  test('is not found where there is none, or in another organisation', async () => {
    expect(await find(newId())).toBeNull();
    const elsewhere = { organisationId: newId<never>(), ownAccountId: null, id: document.id };
    expect(await world.useCases.findDocument(elsewhere)).toBeNull();
  });
});
