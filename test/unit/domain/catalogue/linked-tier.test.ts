import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import { linkedTier } from '../../../../src/domain/catalogue/linked-tier.js';
import type { ProductGroup } from '../../../../src/domain/catalogue/product-group.js';
import { at, stockholm } from '../../../support/domain/at.js';
import { sek } from '../../../support/domain/build-package.js';
import { buildProductGroup, buildTier } from '../../../support/domain/build-product-group.js';
import { idOf } from '../../../support/domain/id-of.js';

const sold = { packageId: idOf<never>(100), periodId: idOf<never>(101) };

/** A group of 1 November whose tier of package 100 is called as its own number, but for what is given. */
const groupOf = (number: number, edits: Partial<ProductGroup> = {}): ProductGroup =>
  buildProductGroup({
    id: idOf(number),
    tiers: [buildTier({ number: 2 }), buildTier({ number: 1, id: idOf(8_000 + number) })],
    ...edits,
  });

const linked = (groups: readonly ProductGroup[], what = sold) =>
  linkedTier(
    what,
    makeCatalogue({ timeZone: stockholm, currency: sek, packages: [], groups: [...groups] }),
  );

/** docs/spec/product-groups-api.md §3, "By itself". */
describe('What is bought is put on a tier', () => {
  test('of the group that sells its package on its payment period', () => {
    expect(linked([groupOf(1)])).toBe(idOf(8_001));
  });

  test('not of a group that sells the package on other payment periods', () => {
    expect(linked([groupOf(1)], { ...sold, periodId: idOf<never>(102) })).toBeNull();
    expect(linked([groupOf(1)], { ...sold, packageId: idOf<never>(300) })).toBeNull();
    expect(linked([])).toBeNull();
  });

  test('of the group that was created first, and of two of one instant by their ids', () => {
    const later = groupOf(1, { createdAt: at('2026-11-02T00:00:00Z') });
    expect(linked([later, groupOf(3), groupOf(2)])).toBe(idOf(8_002));
  });

  test('never of one that is disabled: 1 November is, so it is that of 2 November', () => {
    const later = groupOf(1, { createdAt: at('2026-11-02T00:00:00Z') });
    expect(linked([groupOf(2, { enabled: false }), later])).toBe(idOf(8_001));
    expect(linked([groupOf(2, { enabled: false })])).toBeNull();
  });
});
