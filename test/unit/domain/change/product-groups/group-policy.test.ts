import { describe, expect, test } from '@jest/globals';
import type { ProductGroup, Tier } from '../../../../../src/domain/catalogue/product-group.js';
import { decideChange } from '../../../../../src/domain/change/decide-change.js';
import { groupPolicy } from '../../../../../src/domain/change/product-groups/group-policy.js';
import type { TierName } from '../../../../../src/domain/change/product-groups/tier-name.js';
import type { PaymentPeriodId, TierId, UserProductId } from '../../../../../src/domain/ids.js';
import type { UserProduct } from '../../../../../src/domain/user-product/user-product.js';
import { at } from '../../../../support/domain/at.js';
import {
  buildGroup,
  buildItem,
  buildPlan,
  buildProduct,
  buildTier,
  groupCatalogue,
} from '../../../../support/domain/build-group.js';
import { money, sek, eur } from '../../../../support/domain/build-package.js';
import { buildPending } from '../../../../support/domain/build-user-product.js';
import { idOf } from '../../../../support/domain/id-of.js';

const now = at('2027-04-16T00:00:00+02:00');
const seats = { chargeModel: 'per_unit', quantityEditable: true } as const;
const year = { unit: 'year', length: 1 } as const;
const starter = buildProduct(0x101, [buildPlan({ number: 0x111 })]);
const pro = buildProduct(0x102, [buildPlan({ number: 0x121, price: money(3_000, eur) })]);
const huge = buildProduct(0x103, [
  buildPlan({ number: 0x131, billing: seats, price: money(1_000_000_000_000, eur) }),
]);
const numbers = { starter: 0x151, pro: 0x152, huge: 0x153, other: 0x154 };
const tierId = (name: keyof typeof numbers) => idOf<TierId>(numbers[name]);

type Given = {
  readonly item?: Partial<UserProduct>;
  readonly current?: Partial<Tier>;
  readonly group?: Partial<ProductGroup>;
  readonly pro?: Partial<typeof pro>;
  readonly named?: Partial<TierName>;
};

function decide(given: Given) {
  const packages = [starter, { ...pro, ...given.pro }, huge];
  const [first, second, third] = [
    buildTier(starter, { number: numbers.starter, position: 2, ...given.current }),
    buildTier(pro, { number: numbers.pro, position: 3 }),
    buildTier(huge, { number: numbers.huge, position: 1 }),
  ];
  const group = buildGroup([third, first, second], given.group);
  const others = buildGroup([buildTier(pro, { number: numbers.other })], { id: idOf(0x6001) });
  const catalogue = groupCatalogue(packages, [group, others]);
  const product = buildItem(starter, first, given.item);
  const named = { tierId: tierId('pro'), periodId: null, quantity: null, ...given.named };
  const found = groupPolicy.find(named, { product, catalogue });
  if (found?.found !== true) throw new Error(JSON.stringify(found));
  return decideChange({ product, target: found.target, catalogue, now }, groupPolicy);
}

function reasons(given: Given) {
  const outcome = decide(given);
  return outcome.ok ? [] : outcome.refusals.map((it) => it.reason);
}

const endedBy: UserProduct['endedBy'] = {
  changeId: idOf(1),
  successorId: idOf<UserProductId>(2),
  answerId: idOf<UserProductId>(2),
  target: buildPending(starter).target,
  behaviour: 'group',
  terms: null,
  documents: null,
};

describe('The rules of product groups', () => {
  test.each([
    ['nothing in the way', {}, []],
    [
      'ended by a change',
      { item: { endedBy, state: 'deactivated' } },
      ['user_product_ended', 'user_product_not_active'],
    ],
    ['cancelled', { item: { state: 'cancelled' } }, ['user_product_not_active']],
    [
      'provisioned by another',
      { item: { provisionService: 'other' } },
      ['user_product_not_tulo_provisioned'],
    ],
    ['limited', { item: { subscriptionType: 'limited' } }, ['user_product_not_recurring']],
    ['on no tier', { item: { tierId: null } }, ['no_product_group']],
    ['on a tier that is gone', { item: { tierId: idOf<TierId>(9) } }, ['no_product_group']],
    ['a tier of another group', { named: { tierId: tierId('other') } }, ['other_product_group']],
    ['a disabled group', { group: { enabled: false } }, ['product_group_disabled']],
    ['a change that waits', { item: { pendingChange: buildPending(pro) } }, ['change_pending']],
    [
      'own reasons alone',
      {
        item: { pendingChange: buildPending(pro), state: 'cancelled' },
        current: { upgradeable: false },
      },
      ['user_product_not_active', 'change_pending'],
    ],
    ['up from where nobody may', { current: { upgradeable: false } }, ['not_upgradeable']],
    [
      'down from where nobody may',
      { current: { downgradeable: false, position: 4 } },
      ['not_downgradeable'],
    ],
    ['a package that is archived', { pro: { archived: true } }, ['target_not_on_sale']],
    [
      'a package that is sold later',
      { pro: { validFrom: at('2028-01-01T00:00:00Z') } },
      ['target_not_on_sale'],
    ],
    [
      'no period that is left',
      {
        group: { forceSameBillingInterval: true },
        pro: {
          periods: [
            buildPlan({ number: 0x121, enabled: false }),
            buildPlan({ number: 0x122, interval: year, price: money(1, sek) }),
          ],
        },
      },
      ['payment_period_disabled'],
    ],
    ['what it is on', { named: { tierId: tierId('starter'), quantity: 7 } }, ['nothing_to_change']],
    [
      'more than an amount can be',
      { named: { tierId: tierId('huge'), quantity: 1_000_000 } },
      ['amount_too_large'],
    ],
  ] satisfies [string, Given, string[]][])('refuse with %s', (_, given, expected) => {
    expect(reasons(given)).toEqual(expected);
  });

  test('all are told of a decision, with what they were checked on', () => {
    const outcome = decide({});
    expect(outcome.ok && outcome.decision.requirements).toHaveLength(16);
    expect(outcome).toMatchObject({
      decision: { kind: 'upgrade', rule: 'position_higher', behaviour: 'group' },
    });
  });

  test('a lower position is a downgrade, whatever it costs', () => {
    const outcome = decide({ current: { position: 4 } });
    expect(outcome).toMatchObject({ decision: { kind: 'downgrade', rule: 'position_lower' } });
  });

  test('a free period is allowed both ways', () => {
    const free = { periods: [buildPlan({ number: 0x121, price: money(0, eur) })] };
    expect(reasons({ pro: free })).toEqual([]);
    expect(reasons({ pro: free, current: { position: 4 } })).toEqual([]);
  });
});

type Named = [string, Partial<TierName>, { takesQuantity?: boolean }, boolean];

describe('A request within a product group', () => {
  const target = {
    ...{ packageCode: 'pro', periodId: idOf(0x121), quantity: 3 },
    ...{ tierId: tierId('pro'), takesQuantity: true },
  };
  const row = { product: buildItem(starter, null), catalogue: groupCatalogue([], []) };
  const isNamed = (name: Partial<TierName>, edits: Named[2] = {}) =>
    groupPolicy.isNamed(
      { tierId: tierId('pro'), periodId: null, quantity: null, ...name },
      { ...target, ...edits },
      row,
    );

  test.each([
    ['the same tier', {}, {}, true],
    ['another tier', { tierId: tierId('starter') }, {}, false],
    ['the same period', { periodId: idOf<PaymentPeriodId>(0x121) }, {}, true],
    ['another period', { periodId: idOf<PaymentPeriodId>(0x122) }, {}, false],
    ['the same quantity', { quantity: 3 }, {}, true],
    ['another quantity', { quantity: 4 }, {}, false],
    ['another quantity where none counts', { quantity: 4 }, { takesQuantity: false }, true],
  ] satisfies Named[])('with %s repeats the change', (...[, name, edits, expected]: Named) => {
    expect(isNamed(name, edits)).toBe(expected);
  });
});
