import { expect, test } from '@jest/globals';
import {
  appliedShape,
  toAppliedChange,
} from '../../../../../src/http/product-groups/shapes/applied-shape.js';
import { at } from '../../../../support/domain/at.js';
import { buildUserProduct } from '../../../../support/domain/build-user-product.js';
import { catalogue, pro, proTier } from './group-example.js';
import { amounts } from './option-example.js';

const item = buildUserProduct(pro, { tierId: proTier.id });
const terms = {
  kind: 'upgrade',
  rule: 'position_higher',
  effectiveAt: at('2026-04-16T00:00:00Z'),
  validTo: at('2026-05-16T00:00:00Z'),
  renewedAtOnce: false,
  amounts,
} as const;
const change = { item, creditNote: null, invoice: null, quantity: 1, terms };

test('an applied change tells the item of now, and what it came to', () => {
  const printed = toAppliedChange(change, null, catalogue);
  expect(printed).toMatchObject({
    subscriptionItem: { id: item.id, productGroupMembership: { id: proTier.id } },
    creditNote: null,
    invoice: null,
    effectiveAt: '2026-04-16T00:00:00+00:00',
    kind: 'upgrade',
    rule: 'position_higher',
    settlement: { dueNow: { amount: 2_500 } },
    warnings: [],
  });
  expect(appliedShape.safeParse(printed).error).toBeUndefined();
});

test('a quantity that was asked for and is not in force is a warning', () => {
  expect(toAppliedChange(change, 5, catalogue).warnings).toEqual([
    { code: 'quantity_not_applied' },
  ]);
  expect(toAppliedChange(change, 1, catalogue).warnings).toEqual([]);
});
