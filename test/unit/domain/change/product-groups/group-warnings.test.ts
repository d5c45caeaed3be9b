import { describe, expect, test } from '@jest/globals';
import type { Package } from '../../../../../src/domain/catalogue/package.js';
import type { ProductGroup } from '../../../../../src/domain/catalogue/product-group.js';
import { groupWarnings } from '../../../../../src/domain/change/product-groups/group-warnings.js';
import {
  buildGroup,
  buildPlan,
  buildProduct,
  buildTier,
  groupCatalogue,
} from '../../../../support/domain/build-group.js';
import { eur, money, sek } from '../../../../support/domain/build-package.js';

const year = { unit: 'year', length: 1 } as const;
const starter = buildProduct(0x101, [buildPlan({ number: 0x111, price: money(1_000, eur) })]);
const pro = buildProduct(0x201, [buildPlan({ number: 0x211, price: money(3_000, eur) })]);
const low = buildTier(starter, { number: 1, downgradeable: false });
const high = buildTier(pro, { number: 2, upgradeable: false });

const warned = (
  group: ProductGroup,
  packages: readonly Package[] = [starter, pro],
  isAnybodyOn = true,
) =>
  groupWarnings(group, { catalogue: groupCatalogue(packages, [group]), isAnybodyOn }).map(
    (it) => it.warning,
  );

describe('The warnings of a product group', () => {
  test('are none where its settings make sense', () => {
    expect(warned(buildGroup([low, high]))).toEqual([]);
  });

  test('tell of flags that lead nowhere', () => {
    const group = buildGroup([
      { ...low, downgradeable: true },
      { ...high, upgradeable: true },
    ]);
    expect(warned(group)).toEqual(['lowest_downgradeable', 'highest_upgradeable']);
  });

  test('tell of a higher tier that costs less for the same time in the same currency', () => {
    const cheap = { ...pro, periods: [buildPlan({ number: 0x211, price: money(900, eur) })] };
    const yearly = {
      ...pro,
      periods: [buildPlan({ number: 0x211, price: money(900, eur), interval: year })],
    };
    const group = buildGroup([low, high]);
    expect(warned(group, [starter, cheap])).toEqual(['price_against_position']);
    expect(warned(group, [starter, yearly])).toEqual([]);
  });

  test('tell of an interval that must stay the same and of which a tier has no price plan', () => {
    const both = buildProduct(0x201, [
      buildPlan({ number: 0x211, price: money(3_000, eur) }),
      buildPlan({ number: 0x212, price: money(30_000, eur), interval: year }),
    ]);
    const tiers = [low, { ...buildTier(both, { number: 2 }), upgradeable: false }];
    const group = buildGroup(tiers, { forceSameBillingInterval: true });
    expect(warned(group, [starter, both])).toEqual(['interval_missing']);
    expect(warned({ ...group, forceSameBillingInterval: false }, [starter, both])).toEqual([]);
  });

  test('tell of an interval that must stay the same where there is one alone', () => {
    const group = buildGroup([low, high], { forceSameBillingInterval: true });
    expect(warned(group)).toEqual(['one_interval_forced']);
  });

  test('tell of more than one currency, but not of an archived price plan', () => {
    const plan = buildPlan({ number: 0x211, price: money(3_000, sek) });
    const group = buildGroup([low, high]);
    expect(warned(group, [starter, { ...pro, periods: [plan] }])).toEqual(['currencies_mixed']);
    expect(warned(group, [starter, { ...pro, periods: [{ ...plan, enabled: false }] }])).toEqual(
      [],
    );
  });

  test('tell that nobody is assigned, where there is something to be assigned to', () => {
    expect(warned(buildGroup([low, high]), [starter, pro], false)).toEqual(['nobody_assigned']);
    expect(warned(buildGroup([]), [], false)).toEqual([]);
  });
});
