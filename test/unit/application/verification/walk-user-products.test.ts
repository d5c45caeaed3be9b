import { expect, test } from '@jest/globals';
import { walkUserProducts } from '../../../../src/application/verification/walk-user-products.js';
import { pageSize } from '../../../../src/application/verification/finding.js';
import type { UserProductWalk } from '../../../../src/application/ports/user-product-store.js';
import type { OrganisationId } from '../../../../src/domain/ids.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { newId } from '../../../support/stored/ids.js';
import { rowOf } from './installation-of-rows.js';

test.each([0, 1, pageSize, pageSize + 1])('A walk over %i passes each once', async (count) => {
  const { outboxes, walk } = openMemoryStores();
  const organisationId = newId<OrganisationId>();
  const rows = Array.from({ length: count }, () => buildRow({ organisationId }));
  await outboxes.insertSuccessors(rows.map((product) => ({ product, outbox: [] })));
  const sizes: number[] = [];
  const passed = new Set<string>();
  for await (const { rows: page } of walkUserProducts(walk, organisationId)) {
    sizes.push(page.length);
    for (const { product } of page) passed.add(product.id);
  }
  expect(passed).toEqual(new Set(rows.map((it) => it.id)));
  expect(sizes.every((it) => it > 0 && it <= pageSize)).toBe(true);
});

test('A walk goes on behind a page of which nothing can be read', async () => {
  const organisationId = newId<OrganisationId>();
  const [first, broken, last] = [501, 502, 503].map((it) => rowOf(it));
  if (first === undefined || broken === undefined || last === undefined) throw new Error('three');
  const { id, accountId } = broken.product;
  const pages = [
    { rows: [first], unreadable: [] },
    { rows: [], unreadable: [{ id, organisationId, accountId, error: 'why' }] },
    { rows: [last], unreadable: [] },
  ];
  const asked: unknown[] = [];
  const page: UserProductWalk['page'] = (_, { after, onUnreadable }) => {
    const answer = pages[asked.length];
    asked.push(after);
    for (const it of answer?.unreadable ?? []) onUnreadable?.(it);
    return Promise.resolve(answer?.rows ?? []);
  };
  const walked: unknown[] = [];
  for await (const it of walkUserProducts({ page }, organisationId)) walked.push(it);
  expect(walked).toEqual(pages);
  expect(asked).toEqual([null, first.product.id, id, last.product.id]);
});
