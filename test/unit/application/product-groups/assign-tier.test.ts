import { expect, test } from '@jest/globals';
import type { TierId } from '../../../../src/domain/ids.js';
import { beginGroupLife } from '../../../support/group-life.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { newId } from '../../../support/stored/ids.js';

test('A user product is put on a tier, taken off, and on none that is unknown or of another package', async () => {
  const life = await beginGroupLife(openMemoryStores(), {
    ...{ validFrom: '2027-04-01T00:00:00+02:00', validTo: '2027-05-01T00:00:00+02:00' },
    on: 'basic',
    tiers: [
      { code: 'basic', price: 1_000 },
      { code: 'pro', price: 3_000 },
    ],
  });
  const { organisationId, id: userProductId } = await life.current();
  await life.news();
  const assign = (tierId: TierId | null) =>
    life.useCases.assignTier({ organisationId, accountId: null, userProductId, tierId });
  expect(await assign(null)).toMatchObject({ ok: true });
  expect((await life.current()).tierId).toBeNull();
  expect(await assign(life.tierOf('basic').id)).toMatchObject({ ok: true });
  expect(await assign(life.tierOf('basic').id)).toMatchObject({ ok: true, written: null });
  expect((await life.current()).tierId).toBe(life.tierOf('basic').id);
  expect(await life.news()).toEqual(['user_product_updated', 'user_product_updated']);
  expect(await assign(newId<TierId>())).toEqual({ ok: false, failure: 'target_not_found' });
  expect(await assign(life.tierOf('pro').id)).toMatchObject({
    refusals: [{ reason: 'tier_of_other_package' }],
  });
});
