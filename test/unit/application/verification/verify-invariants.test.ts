import { describe, expect, test } from '@jest/globals';
import {
  packagesIn,
  verifyInvariants,
} from '../../../../src/application/verification/verify-invariants.js';
import { buildPending } from '../../../support/domain/build-user-product.js';
import { organisationId, otherPack, pack, rowOf } from './installation-of-rows.js';

const catalogue = packagesIn([pack, otherPack]);
const waiting = rowOf(501, { pendingChange: buildPending(otherPack) });

describe('What a row is', () => {
  test('breaks nothing mostly, a change that waits in it too', () => {
    expect(verifyInvariants(rowOf(501), catalogue)).toEqual([]);
    expect(verifyInvariants(waiting, catalogue)).toEqual([]);
  });

  test('is named by each invariant that it breaks', () => {
    const { product } = waiting;
    const row = { product: { ...product, subscriptionType: 'limited' as const, validTo: null } };
    expect(verifyInvariants(row, catalogue)).toEqual(
      [
        'end_missing',
        'sold_period_of_another_type',
        'waits_where_nothing_can',
        'waits_for_another_type',
      ].map((invariant) => ({
        organisationId,
        promise: 'invariant_broken',
        facts: { user_product_id: product.id, invariant },
      })),
    );
  });
});
