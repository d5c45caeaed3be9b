import { expect, test } from '@jest/globals';
import { whatIsThere } from '../../../../src/application/export/what-is-there.js';
import { buildPackage, buildPeriod } from '../../../support/domain/build-package.js';
import { idOf } from '../../../support/domain/id-of.js';
import { groupOf, tierOf } from '../../../support/domain/tier-of.js';

const basic = buildPackage({ number: 100 });
const pro = buildPackage({ number: 200 });

test('A product group has the periods that are still sold as they were', () => {
  const [period] = basic.periods;
  const both = { ...basic, periods: [...basic.periods, buildPeriod({ number: 109 })] };
  const group = groupOf({ number: 800, tiers: [tierOf(both, { number: 801 })] });
  expect(whatIsThere([group], [both])).toEqual([group]);
  const left = { ...tierOf(both, { number: 801 }), periodIds: [period?.id] };
  expect(whatIsThere([group], [basic])).toEqual([{ ...group, tiers: [left] }]);
});

test.each([
  ['none of them is left', [{ ...pro, periods: [buildPeriod({ number: 209 })] }]],
  [
    'they recur no more',
    [{ ...pro, periods: pro.periods.map((it) => ({ ...it, type: 'limited' as const })) }],
  ],
  ['its package is a bundle by now', [{ ...pro, kind: 'bundle' as const }]],
  ['its package is gone', []],
])('A tier is left out where %s', (_, packages) => {
  const kept = tierOf(basic, { number: 801 });
  const group = groupOf({
    number: 800,
    tiers: [kept, tierOf(pro, { number: 802, id: idOf(802) })],
  });
  expect(whatIsThere([group], [basic, ...packages])).toEqual([{ ...group, tiers: [kept] }]);
});
