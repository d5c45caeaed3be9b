import { expect, test } from '@jest/globals';
import { groupDirection } from '../../../../../src/domain/change/product-groups/group-direction.js';
import { firstPeriod } from '../../../../support/domain/build-package.js';
import {
  buildGroup,
  buildItem,
  buildPlan,
  buildProduct,
  buildTier,
  groupCatalogue,
} from '../../../../support/domain/build-group.js';
import { at } from '../../../../support/domain/at.js';
import { idOf } from '../../../../support/domain/id-of.js';

const starter = buildProduct(0x101, [buildPlan({ number: 0x111 }), buildPlan({ number: 0x112 })]);
const pro = buildProduct(0x102, [buildPlan({ number: 0x121 })]);
const here = buildTier(starter, { number: 0x151, position: 2 });
const other = buildTier(pro, { number: 0x153 });
const now = at('2027-04-16T00:00:00Z');

function directionOf(position: number) {
  const next = buildTier(pro, { number: 0x152, position });
  const groups = [buildGroup([here, next]), buildGroup([other], { id: idOf(0x6001) })];
  const catalogue = groupCatalogue([starter, pro], groups);
  const product = buildItem(starter, here);
  const target = { package: pro, period: firstPeriod(pro), quantity: 1, tierId: next.id };
  return { ...{ product, target, catalogue, now }, of: groupDirection };
}

test.each([
  [3, { kind: 'upgrade', rule: 'position_higher' }],
  [1, { kind: 'downgrade', rule: 'position_lower' }],
])('From position 2 to %i it is %j', (position, expected) => {
  const { of, ...input } = directionOf(position);
  expect(of(input)).toEqual(expected);
});

test.each([
  [0, 'same_tier_other_quantity'],
  [1, 'same_tier_other_plan'],
])('Within a tier, to its period %i, it is a change by the rule %s', (index, rule) => {
  const { of, ...input } = directionOf(3);
  const period = starter.periods[index] ?? firstPeriod(starter);
  const target = { package: starter, period, quantity: 2, tierId: here.id };
  expect(of({ ...input, target })).toEqual({ kind: 'change', rule });
});

test('Between two groups, and from no tier, it cannot be told', () => {
  const { of, ...input } = directionOf(3);
  expect(of({ ...input, target: { ...input.target, tierId: other.id } })).toBeNull();
  expect(of({ ...input, product: { ...input.product, tierId: null } })).toBeNull();
});
