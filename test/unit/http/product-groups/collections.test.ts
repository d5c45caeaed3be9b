import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { makeFindFaults } from '../../../../src/http/core/checks/field-rules.js';
import { failed } from '../../../../src/http/core/failure.js';
import {
  choiceField,
  collectionOf,
  filterField,
  listAskedFor,
  orderField,
  pagingFields,
  toCollection,
} from '../../../../src/http/product-groups/collections.js';

const faultsOf = makeFindFaults([
  ...pagingFields,
  orderField('createdAt'),
  orderField('name'),
  choiceField('status', ['active', 'archived']),
  filterField('product', 'product'),
]);
const id = 'a'.repeat(24);

describe('a query of a list', () => {
  test.each<Record<string, string>>([
    {},
    { page: '1', limit: '0' },
    { page: '999999999', limit: '100' },
    { 'order[createdAt]': 'desc', 'order[name]': 'asc' },
    { status: 'archived', product: id },
    { product: `https://x/catalogue/products/${id}` },
  ])('may be %j', async (sent) => {
    expect(await faultsOf(sent)).toEqual([]);
  });

  test.each<Record<string, string | string[]>>([
    { page: '0' },
    { page: '01' },
    { page: '-1' },
    { page: '1000000000' },
    { page: '' },
    { limit: '101' },
    { limit: '00' },
    { limit: '1e1' },
    { limit: ['1', '2'] },
    { 'order[createdAt]': 'ASC' },
    { 'order[number]': 'asc' },
    { order: 'asc' },
    { createdAt: 'asc' },
    { status: 'activeX' },
    { product: 'starter' },
    { 'product[$ne]': '' },
  ])('may not be %j', async (sent) => {
    expect(await faultsOf(sent)).toHaveLength(1);
  });
});

const fields = ['createdAt', 'name'] as const;
const oldestFirst = { by: 'createdAt', direction: 'asc' };

test('the first page of thirty is asked for where nothing is said', () => {
  expect(listAskedFor({}, fields)).toEqual({ page: 1, limit: 30, order: oldestFirst });
  const asked = { page: 3, limit: 0 };
  expect(listAskedFor(asked, fields)).toEqual({ ...asked, order: oldestFirst });
});

test.each([
  { sent: {}, order: oldestFirst },
  { sent: { 'order[createdAt]': 'desc' }, order: { by: 'createdAt', direction: 'desc' } },
  { sent: { 'order[name]': 'asc' }, order: { by: 'name', direction: 'asc' } },
])(
  'a list is in the order of its first field, oldest first, or of the one that is named: %j',
  ({ sent, order }) => {
    expect(listAskedFor(sent, fields)).toEqual({ page: 1, limit: 30, order });
  },
);

test('a list is in one order, not two', () => {
  const faults = [{ name: 'order[name]', fault: 'conflict', with: 'order[createdAt]' }] as const;
  expect(listAskedFor({ 'order[name]': 'asc', 'order[createdAt]': 'asc' }, fields)).toEqual(
    failed('faulty_fields', { part: 'query', faults }),
  );
});

test.each([
  { totalItems: 61, page: 2, limit: 30, lastPage: 3 },
  { totalItems: 60, page: 2, limit: 30, lastPage: 2 },
  { totalItems: 0, page: 1, limit: 30, lastPage: 1 },
  { totalItems: 5, page: 1, limit: 0, lastPage: 1 },
  { totalItems: 5, page: 9, limit: 5, lastPage: 1 },
])('of $totalItems by $limit the last page is $lastPage', ({ lastPage, ...asked }) => {
  const { totalItems, page, limit } = asked;
  const printed = toCollection({ items: [1, 2], totalItems }, { page, limit }, String);
  expect(printed).toEqual({
    data: ['1', '2'],
    meta: {
      pagination: { totalItems, itemsPerPage: limit, currentPage: page, lastPage },
    },
  });
  expect(collectionOf('Texts', z.string()).safeParse(printed).success).toBe(true);
});
