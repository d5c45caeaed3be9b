import { expect, test } from '@jest/globals';
import { walkUserProducts } from '../../../../src/application/verification/walk-user-products.js';
import { pageSize } from '../../../../src/application/verification/finding.js';
import type { OrganisationId } from '../../../../src/domain/ids.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { newId } from '../../../support/stored/ids.js';

test.each([0, 1, pageSize, pageSize + 1])('A walk over %i passes each once', async (count) => {
  const { outboxes, walk } = openMemoryStores();
  const organisationId = newId<OrganisationId>();
  const rows = Array.from({ length: count }, () => buildRow({ organisationId }));
  await outboxes.insertSuccessors(rows.map((product) => ({ product, outbox: [] })));
  const sizes: number[] = [];
  const passed = new Set<string>();
  for await (const page of walkUserProducts(walk, organisationId)) {
    sizes.push(page.length);
    for (const { product } of page) passed.add(product.id);
  }
  expect(passed).toEqual(new Set(rows.map((it) => it.id)));
  expect(sizes.every((it) => it > 0 && it <= pageSize)).toBe(true);
});
