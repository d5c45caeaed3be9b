import { expect, test } from '@jest/globals';
import { makeReadAttention } from '../../../../src/application/user-product/read-attention.js';
import { at } from '../../../support/domain/at.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { buildChange } from '../../../support/stored/build-entry.js';
import { buildRow } from '../../../support/stored/build-row.js';

test('A change that failed needs somebody for 30 days, and a row that is set aside until it is repaired', async () => {
  const stores = openMemoryStores();
  const product = buildRow();
  const { organisationId } = product;
  await stores.userProducts.insert(organisationId, { product, outbox: [] });
  await stores.userProducts.block(organisationId, product.id, 'any');
  const closedAt = at('2026-05-01T00:00:00Z');
  const change = buildChange(product, { state: 'failed', closedAt });
  await stores.changes.write(organisationId, [{ write: 'open', change }]);
  const readOn = (now: string) =>
    makeReadAttention({ ...stores, clock: { now: () => at(now) } })(organisationId, 9);
  expect(await readOn('2026-05-31T00:00:00Z')).toEqual({ failedChanges: 1, setAside: 1 });
  expect(await readOn('2026-05-31T00:00:00.001Z')).toEqual({ failedChanges: 0, setAside: 1 });
});
