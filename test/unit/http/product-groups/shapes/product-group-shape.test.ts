import { expect, test } from '@jest/globals';
import {
  productGroupShape,
  toProductGroupItem,
} from '../../../../../src/http/product-groups/shapes/product-group-shape.js';
import { idOf } from '../../../../support/domain/id-of.js';
import { catalogue, group, pro, starter } from './group-example.js';

test('a group is printed as documented, by position, labels as they were set', () => {
  const printed = toProductGroupItem(group, catalogue);
  expect(printed).toEqual({
    id: group.id,
    name: 'SaaS Packages',
    enabled: true,
    forceSameBillingInterval: false,
    memberships: [
      {
        id: idOf(0x151),
        product: { id: starter.id, name: 'Starter' },
        pricePlans: [
          {
            id: idOf(0x111),
            internalName: 'Starter 1M',
            billingInterval: '1M',
            currencyCode: 'EUR',
            price: { amount: 1_000 },
            status: 'active',
          },
        ],
        position: 10,
        label: null,
        upgradeable: true,
        downgradeable: true,
        changeTiming: 'end_of_period',
        creditType: 'none',
      },
      expect.objectContaining({
        product: { id: pro.id, name: 'Pro' },
        label: 'Professional',
        pricePlans: [
          expect.objectContaining({ internalName: 'Pro 1M' }),
          expect.objectContaining({
            internalName: 'Pro, a year at a time',
            billingInterval: '1Y',
            status: 'archived',
          }),
        ],
        changeTiming: 'immediately',
        creditType: 'pro_rata',
      }),
    ],
    version: 3,
    createdAt: '2026-04-01T00:00:00+00:00',
    updatedAt: '2026-04-02T00:00:00.500+00:00',
  });
  expect(productGroupShape.safeParse(printed).error).toBeUndefined();
});

test('of what an import has taken away the id is told', () => {
  const printed = toProductGroupItem(group, { packagesById: new Map([[starter.id, starter]]) });
  expect(printed.memberships[1]).toMatchObject({
    product: { id: pro.id, name: null },
    pricePlans: [],
  });
  expect(productGroupShape.safeParse(printed).error).toBeUndefined();
});
