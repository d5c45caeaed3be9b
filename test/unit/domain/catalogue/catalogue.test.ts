import { describe, expect, test } from '@jest/globals';
import { makeCatalogue, periodOf } from '../../../../src/domain/catalogue/catalogue.js';
import { utc } from '../../../support/domain/at.js';
import { buildPackage, firstPeriod, sek } from '../../../support/domain/build-package.js';

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
});
