import { expect, test } from '@jest/globals';
import {
  planOptionShape,
  toPlanOption,
} from '../../../../../src/http/product-groups/shapes/plan-preview-shape.js';
import { pro } from './group-example.js';
import { amounts, option } from './option-example.js';

const cents = (amount: number) => ({ amount, precision: 2, currencyCode: 'EUR' });

test('a plan is previewed with when it begins, what it comes to, and the quote that holds it', () => {
  const printed = toPlanOption(option, pro);
  expect(printed).toMatchObject({
    internalName: 'Pro 1M',
    preview: {
      kind: 'upgrade',
      rule: 'position_higher',
      effectiveAt: '2026-04-16T00:00:00+00:00',
      periodEnd: '2026-05-16T00:00:00+00:00',
      quantity: 1,
      credit: cents(500),
      used: cents(0),
      charge: cents(3_000),
      dueNow: cents(2_500),
      recurring: cents(3_000),
      warnings: [{ code: 'quantity_not_applied' }],
      quote: 'a.b.c',
      expiresAt: '2026-04-16T00:15:00+00:00',
    },
  });
  expect(planOptionShape.safeParse(printed).error).toBeUndefined();
});

test('a plan that is not renewed costs nothing after', () => {
  const decision = { ...option.decision, amounts: { ...amounts, nextRenewal: null } };
  const { preview } = toPlanOption({ ...option, decision, isQuantityLeft: false }, pro);
  expect([preview.recurring, preview.warnings]).toEqual([null, []]);
});
