import { describe, expect, test } from '@jest/globals';
import {
  membershipOfItem,
  onOf,
  toMembershipOfItem,
  toOnItem,
} from '../../../../../src/http/product-groups/shapes/item-parts.js';
import { buildUserProduct } from '../../../../support/domain/build-user-product.js';
import { idOf } from '../../../../support/domain/id-of.js';
import { catalogue, group, pro, proTier, starterTier } from './group-example.js';

describe('a membership of an item', () => {
  test('has the product’s name where it has no label', () => {
    const printed = toMembershipOfItem({ tier: starterTier, group }, catalogue);
    expect(printed).toEqual({
      id: starterTier.id,
      label: 'Starter',
      position: 10,
      productGroup: { id: group.id, name: 'SaaS Packages' },
    });
    expect(membershipOfItem.safeParse(printed).success).toBe(true);
  });

  test('has its own label where it has one', () => {
    expect(toMembershipOfItem({ tier: proTier, group }, catalogue).label).toBe('Professional');
  });
});

describe('what an item is on', () => {
  test('is its product, plan, quantity and membership', () => {
    const on = onOf(buildUserProduct(pro, { tierId: proTier.id, quantity: 3 }));
    expect(toOnItem(on, catalogue)).toMatchObject({
      productGroupMembership: { id: proTier.id },
      product: { id: pro.id, name: 'Pro', number: 'pro' },
      pricePlan: { id: idOf(0x121), internalName: 'Pro 1M' },
      quantity: 3,
    });
  });

  test('is on no membership where that is gone', () => {
    const on = onOf(buildUserProduct(pro, { tierId: idOf(0x999) }));
    expect(toOnItem(on, catalogue).productGroupMembership).toBeNull();
    expect(toOnItem({ ...on, tierId: null }, catalogue).productGroupMembership).toBeNull();
  });
});

test('a product that the catalogue has lost is called by its number', () => {
  const lost = {
    ...onOf(buildUserProduct(pro)),
    packageId: idOf<never>(0x999),
    packageCode: 'lost',
  };
  expect(toOnItem(lost, catalogue).product.name).toBe('lost');
});
