import { expect, test } from '@jest/globals';
import {
  changeOptionsShape,
  toChangeOptions,
} from '../../../../../src/http/product-groups/shapes/change-options-shape.js';
import { buildPending, buildUserProduct } from '../../../../support/domain/build-user-product.js';
import { catalogue, group, pro, proTier, starter, starterTier } from './group-example.js';
import { option } from './option-example.js';

const product = buildUserProduct(starter, { tierId: starterTier.id });
const current = { tier: starterTier, group };

test('options tell what is now, what may be, and why not the rest', () => {
  const printed = toChangeOptions(
    {
      product,
      current,
      options: [{ tier: proTier, group, periods: [option] }],
      refused: [
        { ...current, refusals: [{ reason: 'nothing_to_change', facts: { quantity: 1 } }] },
      ],
    },
    catalogue,
  );
  expect(printed).toMatchObject({
    current: {
      id: starterTier.id,
      name: 'Starter',
      label: 'Starter',
      position: 10,
      product: { id: starter.id, name: 'Starter', number: 'starter' },
      pricePlan: { internalName: 'Starter 1M' },
      quantity: 1,
      productGroup: { id: group.id, name: 'SaaS Packages' },
    },
    hasPendingChange: false,
    options: [
      {
        id: proTier.id,
        label: 'Professional',
        product: { id: pro.id, name: 'Pro', number: 'pro' },
        pricePlans: [{ internalName: 'Pro 1M', preview: { kind: 'upgrade' } }],
        changeTiming: 'immediately',
        creditType: 'pro_rata',
        isUpgrade: true,
        isDowngrade: false,
      },
    ],
    refused: [
      {
        id: starterTier.id,
        label: 'Starter',
        position: 10,
        refusals: [{ code: 'nothing_to_change', facts: { quantity: 1 } }],
      },
    ],
  });
  expect(changeOptionsShape.safeParse(printed).error).toBeUndefined();
});

test('the current membership is neither up nor down, and what waits is told', () => {
  const waiting = { ...product, pendingChange: buildPending(pro) };
  const shown = {
    product: waiting,
    current,
    options: [{ ...current, periods: [option] }],
    refused: [],
  };
  expect(toChangeOptions(shown, catalogue)).toMatchObject({
    hasPendingChange: true,
    options: [{ isUpgrade: false, isDowngrade: false }],
  });
});
