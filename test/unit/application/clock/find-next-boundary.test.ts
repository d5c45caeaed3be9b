import { expect, test } from '@jest/globals';
import { makeFindNextBoundary } from '../../../../src/application/clock/find-next-boundary.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { at } from '../../../support/domain/at.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { newId } from '../../../support/stored/ids.js';

test('The next boundary is the earliest of all periods that are to end', async () => {
  const stores = openMemoryStores();
  const first = buildRow({ validTo: at('2027-05-01T00:00:00Z') });
  const { organisationId } = first;
  const later = buildRow({ organisationId, validTo: at('2027-06-01T00:00:00Z') });
  const over = buildRow({
    organisationId,
    state: 'deactivated',
    validTo: at('2027-01-01T00:00:00Z'),
  });
  for (const product of [later, first, over]) {
    await stores.userProducts.insert(organisationId, { product, outbox: [] });
  }
  const find = makeFindNextBoundary(stores);
  expect(await find(organisationId)).toBe(first.validTo);
  expect(await find(newId())).toBeNull();
});
