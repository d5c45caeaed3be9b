import { describe, expect, test } from '@jest/globals';
import { assignTier } from '../../../../src/domain/user-product/assign-tier.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import {
  buildItem,
  buildPlan,
  buildProduct,
  buildTier,
} from '../../../support/domain/build-group.js';
import { buildPending } from '../../../support/domain/build-user-product.js';
import { orderOf } from '../../../support/domain/write-order.js';

const starter = buildProduct(0x101, [buildPlan({ number: 0x111 })]);
const pro = buildProduct(0x102, [buildPlan({ number: 0x121 })]);
const tier = buildTier(starter, { number: 0x151 });
const assign = (item: Partial<UserProduct>, to: Parameters<typeof assignTier>[1]) =>
  assignTier(orderOf(buildItem(starter, null, item)), to);

type Row = [string, Partial<UserProduct>, Parameters<typeof assignTier>[1], string[]];

describe('A user product', () => {
  test('is put on a tier of its package, and one event tells of it', () => {
    const ruling = assign({}, tier);
    expect(ruling).toMatchObject({
      rule: 'commit',
      transition: {
        next: { tierId: tier.id, version: 2 },
        events: [{ type: 'user_product_updated' }],
      },
    });
  });

  test('is taken off', () => {
    expect(assign({ tierId: tier.id }, null)).toMatchObject({
      transition: { next: { tierId: null } },
    });
  });

  test('stays as it is where it is on that tier', () => {
    expect(assign({ tierId: tier.id }, tier)).toMatchObject({ rule: 'unchanged' });
    expect(assign({}, null)).toMatchObject({ rule: 'unchanged' });
  });

  test.each([
    ['a tier that nobody knows', {}, undefined, ['tier_unknown']],
    ['a tier of another package', {}, buildTier(pro, { number: 0x152 }), ['tier_of_other_package']],
    ['a change that waits', { pendingChange: buildPending(pro) }, tier, ['change_pending']],
    [
      'no recurring subscription',
      { subscriptionType: 'limited' },
      tier,
      ['user_product_not_recurring'],
    ],
  ] satisfies Row[])('is refused with %s', (...[, item, to, expected]: Row) => {
    const ruling = assign(item, to);
    expect(ruling.rule === 'refuse' && ruling.refusals.map((it) => it.reason)).toEqual(expected);
  });
});
