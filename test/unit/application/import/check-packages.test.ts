import { describe, expect, test } from '@jest/globals';
import { checkPackages } from '../../../../src/application/import/check-packages.js';
import { importedPackages } from '../../../../src/application/import/imported-packages.js';
import { paywayBilling } from '../../../../src/domain/catalogue/billing-terms.js';
import type { Package } from '../../../../src/domain/catalogue/package.js';
import { at } from '../../../support/domain/at.js';
import { buildPackage, buildPeriod, eur, money } from '../../../support/domain/build-package.js';
import { basic, importFile, importState, inWords } from './import-rows.js';

const campaign = (edits: Partial<Package> = {}) =>
  buildPackage({ number: 200, kind: 'campaign', basePackageCode: 'basic', ...edits });

function faults(
  packages: readonly Package[],
  standing: readonly Package[] = [],
  elsewhere: readonly string[] = [],
) {
  const file = importFile({ packages: packages.map((it) => ({ package: it, hasGivenId: true })) });
  const state = importState({ packages: standing, elsewhere: new Set(elsewhere) });
  return inWords(checkPackages({ file, state, packages: importedPackages(file, state) }));
}

describe('The packages of a file', () => {
  test('may be of each other, and of those that stand', () => {
    expect(faults([basic, campaign()])).toEqual([]);
    expect(faults([campaign()], [basic])).toEqual([]);
  });

  test('may be sold in any currency, beside those that stand in another', () => {
    const foreign = (number: number) =>
      buildPackage({
        number,
        periods: [buildPeriod({ number: number + 1, price: money(1, eur) })],
      });
    expect(faults([basic, foreign(200)], [foreign(300)])).toEqual([]);
  });

  test.each([
    [campaign({ basePackageCode: null }), 'base_package: a campaign needs one'],
    [campaign({ basePackageCode: 'none' }), 'base_package: no package has this code'],
    [
      campaign({ code: 'self', basePackageCode: 'self' }),
      'base_package: must be a package of kind package',
    ],
    [
      buildPackage({ number: 200, basePackageCode: 'basic' }),
      'base_package: only a campaign has one',
    ],
    [
      buildPackage({
        number: 200,
        validFrom: at('2026-04-01T00:00:00Z'),
        validTo: at('2026-04-01T00:00:00Z'),
      }),
      'valid_to: must be later than valid_from',
    ],
  ])('are refused for what they are: %#', (pack, fault) => {
    expect(faults([basic, pack])).toEqual([`packages[1].${fault}`]);
  });

  test('are refused beside those that stand and that the file leaves', () => {
    const other = buildPackage({ number: 300, code: 'basic', periods: basic.periods });
    expect(faults([basic], [other])).toEqual([
      'packages[0].code: is the code of another package of this organisation',
      'packages[0].periods[0].id: belongs to another package of this organisation',
    ]);
  });

  test('may be charged by units from now on, but no longer as a flat fee what was charged by units', () => {
    const perUnit = { ...paywayBilling, chargeModel: 'per_unit' } as const;
    const seats = {
      ...basic,
      periods: basic.periods.map((it) => ({ ...it, billing: perUnit })),
    };
    expect(faults([seats], [basic])).toEqual([]);
    expect(faults([basic], [seats])).toEqual([
      'packages[0].periods[0].charge_model: must stay per_unit',
    ]);
  });

  test('are refused where another organisation has their id', () => {
    expect(faults([basic], [], [basic.id])).toEqual([
      'packages[0].id: belongs to another organisation',
    ]);
  });
});
