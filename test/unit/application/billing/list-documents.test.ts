import { beforeEach, describe, expect, test } from '@jest/globals';
import type { DocumentsQuery } from '../../../../src/application/billing/list-documents.js';
import { numberOf } from '../../../../src/domain/billing/billing-document.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { at } from '../../../support/domain/at.js';
import {
  anyDocument,
  buildCreditNote,
  buildDocument,
} from '../../../support/stored/build-document.js';
import { newId } from '../../../support/stored/ids.js';
import { type DocumentsWorld, startDocuments } from './documents-world.js';

let world: DocumentsWorld;
let product: UserProduct;
beforeEach(async () => {
  world = await startDocuments();
  product = world.build();
});

const { sequence, ...anything } = anyDocument;
const list = (query: Partial<DocumentsQuery> = {}) =>
  world.useCases.listDocuments({
    organisationId: world.organisationId,
    ownAccountId: null,
    ...anything,
    number: null,
    order: { by: 'createdAt', direction: 'asc' },
    page: 1,
    limit: 30,
    ...query,
  });
const numbers = async (query: Partial<DocumentsQuery> = {}) =>
  (await list(query))?.items.map(numberOf);

describe('The documents of an organisation', () => {
  test('are listed with their numbers, also those that still waited', async () => {
    const [invoice, other] = [buildDocument(product), world.build()];
    const later = { createdAt: at('2026-05-02T00:00:00Z') };
    await world.waiting(product, invoice, buildCreditNote(product, invoice, later));
    await world.waiting(other, buildDocument(other, { createdAt: at('2026-05-03T00:00:00Z') }));
    expect(await numbers()).toEqual(['RE-0000000001', 'CN-0000000001', 'RE-0000000002']);
    expect(await world.outboxOf(product)).toEqual([]);
  });

  test('are listed page by page, with how many there are', async () => {
    const documents = Array.from({ length: 5 }, (_, day) =>
      buildDocument(product, { createdAt: at(`2026-05-0${String(day + 1)}T00:00:00Z`) }),
    );
    await world.waiting(product, ...documents);
    expect(await list({ page: 2, limit: 2 })).toMatchObject({
      items: documents.slice(2, 4).map(({ id }) => ({ id })),
      totalItems: 5,
    });
    expect(await list({ page: 4, limit: 2 })).toEqual({ items: [], totalItems: 5 });
    expect(await list({ limit: 0 })).toEqual({ items: [], totalItems: 5 });
  });

  test('are none, and none of another organisation’s', async () => {
    expect(await list()).toEqual({ items: [], totalItems: 0 });
    expect(await list({ organisationId: newId() })).toBeNull();
  });
});

describe('The documents that are asked for', () => {
  let other: UserProduct;
  beforeEach(async () => {
    other = world.build();
    const invoice = buildDocument(product);
    await world.waiting(product, invoice, buildCreditNote(product, invoice));
    await world.waiting(other, buildDocument(other));
  });
  const both = ['CN-0000000001', 'RE-0000000001'];

  test.each<[string, () => Partial<DocumentsQuery>, readonly string[]]>([
    ['an account', () => ({ accountId: product.accountId }), both],
    ['a subscription', () => ({ subscriptionId: product.subscriptionId }), both],
    ['a user product', () => ({ userProductId: product.id }), both],
    ['a type', () => ({ accountId: product.accountId, type: 'credit_note' }), ['CN-0000000001']],
    [
      'a number',
      () => ({ accountId: product.accountId, number: 'RE-0000000001' }),
      ['RE-0000000001'],
    ],
    ['a number that is none', () => ({ number: 'RE-1' }), []],
    ['a number of another type', () => ({ number: 'RE-0000000001', type: 'credit_note' }), []],
    ['an identity’s own', () => ({ ownAccountId: product.accountId }), both],
    [
      'an identity’s own by name',
      () => ({ ownAccountId: product.accountId, accountId: product.accountId }),
      both,
    ],
    [
      'another’s, by an identity',
      () => ({ ownAccountId: product.accountId, accountId: other.accountId }),
      [],
    ],
    [
      'another’s user product, by an identity',
      () => ({ ownAccountId: product.accountId, userProductId: other.id }),
      [],
    ],
  ])('by %s are those', async (_, query, expected) => {
    const found = await numbers(query());
    expect(found?.toSorted()).toEqual(expected);
  });

  test('by an account leave those of others waiting', async () => {
    await list({ accountId: product.accountId });
    expect(await world.outboxOf(other)).toHaveLength(1);
  });

  test('and contradict each other are looked for nowhere', async () => {
    await list({ ownAccountId: product.accountId, accountId: other.accountId });
    expect(await world.outboxOf(product)).toHaveLength(1);
  });
});

test('what is due for an account is applied before its documents are read', async () => {
  const subscribed = await world.subscribe();
  world.time.set(at('2026-05-02T00:00:00+02:00'));
  await list({ userProductId: subscribed.id });
  expect((await world.stored(subscribed)).product.validTo).toBe(at('2026-06-01T00:00:00+02:00'));
  expect(await world.told()).toEqual(['user_product_created', 'user_product_renewed']);
});
