import { describe, expect, test } from '@jest/globals';
import { firstPeriodOf } from '../../../../src/domain/catalogue/first-period-of.js';
import {
  buildPackage,
  buildPeriod,
  eur,
  money,
  sek,
} from '../../../support/domain/build-package.js';

const [off, first, second, limited] = [
  buildPeriod({ number: 1, enabled: false }),
  buildPeriod({ number: 2 }),
  buildPeriod({ number: 3 }),
  buildPeriod({ number: 4, type: 'limited' }),
];
const pack = buildPackage({ number: 100, periods: [off, limited, first, second] });

describe('The first payment period of a package', () => {
  test.each([
    ['recurring', first],
    ['limited', limited],
    ['single', null],
  ] as const)('of type %s is the first that is enabled, or none', (type, period) => {
    expect(firstPeriodOf(pack, type)).toBe(period);
  });

  test('is the first of a currency where one is named', () => {
    const inEuro = buildPeriod({ number: 5, price: money(1_000, eur) });
    const mixed = { ...pack, periods: [inEuro, first] };
    expect(firstPeriodOf(mixed, 'recurring', sek)).toBe(first);
    expect(firstPeriodOf(mixed, 'recurring', eur)).toBe(inEuro);
    expect(firstPeriodOf(pack, 'recurring', eur)).toBeNull();
  });

  test('is none where there is no package', () => {
    expect(firstPeriodOf(undefined, 'recurring')).toBeNull();
  });
});
