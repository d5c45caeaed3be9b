import { expect, test } from '@jest/globals';
import { packagesIn } from '../../../../src/application/verification/verify-invariants.js';
import { verifyTier } from '../../../../src/application/verification/verify-tier.js';
import { groupOf, tierOf } from '../../../support/domain/tier-of.js';
import { organisationId, pack, rowOf } from './installation-of-rows.js';

const tier = tierOf(pack, { number: 801 });
const catalogue = packagesIn([pack], [groupOf({ number: 800, tiers: [tier] })]);
const gone = tierOf(pack, { number: 802 }).id;

test('A living row is told whose tier is gone, and none that is on one, on none, or over', () => {
  expect(verifyTier(rowOf(501), catalogue)).toEqual([]);
  expect(verifyTier(rowOf(501, { tierId: tier.id }), catalogue)).toEqual([]);
  expect(verifyTier(rowOf(501, { tierId: gone, state: 'deactivated' }), catalogue)).toEqual([]);
  for (const state of ['activated', 'cancelled', 'pending', 'frozen'] as const) {
    const row = rowOf(501, { tierId: gone, state });
    expect(verifyTier(row, catalogue)).toEqual([
      {
        ...{ organisationId, promise: 'tier_lost' },
        facts: { user_product_id: row.product.id, tier_id: gone },
      },
    ]);
  }
});
