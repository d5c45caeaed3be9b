import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import type { ProductGroup } from '../../../../src/domain/catalogue/product-group.js';
import { tierAfter } from '../../../../src/domain/catalogue/tier-after.js';
import type { PackageId, PaymentPeriodId, TierId } from '../../../../src/domain/ids.js';
import { utc } from '../../../support/domain/at.js';
import { sek } from '../../../support/domain/build-package.js';
import { buildProductGroup, buildTier } from '../../../support/domain/build-product-group.js';
import { idOf } from '../../../support/domain/id-of.js';

const [starter, pro] = [buildTier({ number: 1 }), buildTier({ number: 2 })];
const group = buildProductGroup({ tiers: [starter, pro] });
const other = buildProductGroup({
  id: idOf(7_100),
  tiers: [buildTier({ number: 3 }), { ...pro, id: idOf<TierId>(7_102) }],
});
const proMonthly = { packageId: idOf<PackageId>(200), periodId: idOf<PaymentPeriodId>(201) };

const after = (
  tierId: TierId | null,
  named = proMonthly,
  groups: readonly ProductGroup[] = [other, group],
) =>
  tierAfter(tierId, named, makeCatalogue({ timeZone: utc, currency: sek, packages: [], groups }));

describe('The tier after a change by other rules', () => {
  test('is the one of the same group that has package and period', () => {
    expect(after(starter.id)).toBe(pro.id);
    expect(after(idOf<TierId>(7_003))).toBe(idOf(7_102));
  });

  test('is none where the group has the package without that period', () => {
    expect(after(starter.id, { ...proMonthly, periodId: idOf(202) })).toBeNull();
  });

  test('is none where the group has not the package', () => {
    expect(after(starter.id, { packageId: idOf(300), periodId: idOf(301) })).toBeNull();
  });

  test('is none where it was on none, or its tier is gone', () => {
    expect(after(null)).toBeNull();
    expect(after(starter.id, proMonthly, [other])).toBeNull();
  });
});
