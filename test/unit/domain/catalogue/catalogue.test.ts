import { describe, expect, test } from '@jest/globals';
import {
  makeCatalogue,
  packageNameIn,
  periodOf,
  tierIn,
} from '../../../../src/domain/catalogue/catalogue.js';
import type { PackageId, TierId } from '../../../../src/domain/ids.js';
import { utc } from '../../../support/domain/at.js';
import { buildPackage, firstPeriod, sek } from '../../../support/domain/build-package.js';
import { buildProductGroup, buildTier } from '../../../support/domain/build-product-group.js';
import { idOf } from '../../../support/domain/id-of.js';

const first = buildPackage({ number: 100 });
const second = buildPackage({ number: 200 });

describe('a catalogue', () => {
  test('finds a package by its id and by its code', () => {
    const catalogue = makeCatalogue({ timeZone: utc, currency: sek, packages: [first, second] });
    expect(catalogue.packagesById.get(second.id)).toBe(second);
    expect(catalogue.packagesByCode.get(second.code)).toBe(second);
  });

  test('finds a period in its own package only', () => {
    expect(periodOf(first, firstPeriod(first).id)).toBe(firstPeriod(first));
    expect(periodOf(first, firstPeriod(second).id)).toBeNull();
    expect(periodOf(undefined, firstPeriod(first).id)).toBeNull();
  });

  test('finds a tier with its group, and none for none and for one that is gone', () => {
    const tier = buildTier({ number: 1 });
    const group = buildProductGroup({ tiers: [tier] });
    const groups = [group];
    const catalogue = makeCatalogue({ timeZone: utc, currency: sek, packages: [], groups });
    expect(tierIn(catalogue, tier.id)).toEqual({ tier, group });
    expect(tierIn(catalogue, null)).toBeUndefined();
    expect(tierIn(catalogue, idOf<TierId>(0x999))).toBeUndefined();
  });

  test('calls a package by its name as it is now, and one that it has lost by its code', () => {
    const catalogue = makeCatalogue({ timeZone: utc, currency: sek, packages: [first] });
    const sold = { packageId: first.id, packageCode: 'sold' };
    expect(packageNameIn(catalogue, sold)).toBe(first.name);
    expect(packageNameIn(catalogue, { ...sold, packageId: idOf<PackageId>(0x999) })).toBe('sold');
  });
});
