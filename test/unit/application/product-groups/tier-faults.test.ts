import { describe, expect, test } from '@jest/globals';
import {
  groupNameFaults,
  tierFaults,
} from '../../../../src/application/product-groups/tier-faults.js';
import type { TierRow } from '../../../../src/application/product-groups/group-commands.js';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import type { Tier } from '../../../../src/domain/catalogue/product-group.js';
import { stockholm } from '../../../support/domain/at.js';
import { buildPackage, buildPeriod, sek } from '../../../support/domain/build-package.js';
import { buildTier } from '../../../support/domain/build-product-group.js';
import { idOf } from '../../../support/domain/id-of.js';

const limited = buildPeriod({ number: 102, type: 'limited' });
const packages = [
  buildPackage({ number: 100, periods: [buildPeriod({ number: 101 }), limited] }),
  buildPackage({ number: 200, kind: 'campaign', archived: true }),
  buildPackage({ number: 300, kind: 'bundle' }),
  buildPackage({ number: 400, kind: 'single_sale' }),
];
const catalogue = makeCatalogue({ timeZone: stockholm, currency: sek, packages });
const row = (number: number, edits: Partial<TierRow> = {}): TierRow => ({
  ...buildTier({ number }),
  id: null,
  ...edits,
});
const [first, second] = [row(1), row(2)];
const faults = (rows: readonly TierRow[], standing: readonly Tier[] = []) =>
  tierFaults({ rows, standing, catalogue }).map(({ path, code }) => `${path.join('.')} ${code}`);

describe('The rows of a group', () => {
  test('are right where each has a package of its own with periods that recur, and a position', () => {
    expect(faults([first, second])).toEqual([]);
    expect(faults([])).toEqual([]);
  });

  test.each([
    ['a package that is unknown', { packageId: idOf(900) }, ['packageId not_found']],
    ['a bundle', { packageId: idOf(300), periodIds: [idOf(301)] }, ['packageId invalid']],
    ['a single sale', { packageId: idOf(400), periodIds: [idOf(401)] }, ['packageId invalid']],
    ['a period that is unknown', { periodIds: [idOf(901)] }, ['periodIds.0 not_found']],
    ['a period of another package', { periodIds: [idOf(201)] }, ['periodIds.0 invalid']],
    ['a period that does not recur', { periodIds: [limited.id] }, ['periodIds.0 invalid']],
    ['a period twice', { periodIds: [idOf(101), idOf(101)] }, ['periodIds.1 duplicate']],
    [
      'a package and a period that are unknown',
      { packageId: idOf(900), periodIds: [idOf(101), idOf(901)] },
      ['packageId not_found', 'periodIds.1 not_found'],
    ],
    ['the position of another', { position: 2 }, ['position duplicate']],
    ['no period', { periodIds: [] }, ['periodIds range']],
    ['a position above 10,000', { position: 10_001 }, ['position range']],
    ['a label of 101 characters', { label: 'x'.repeat(101) }, ['label invalid']],
    ['a label that cannot be printed', { label: 'a\u0000' }, ['label invalid']],
  ] as [string, Partial<TierRow>, string[]][])('may not have %s', (_, edits, expected) => {
    expect(faults([second, row(1, edits)])).toEqual(expected.map((it) => `tiers.1.${it}`));
  });

  test('may have a package once, whatever its periods', () => {
    const twice = row(1, { position: 3 });
    expect(faults([first, twice])).toEqual(['tiers.1.packageId duplicate']);
  });

  test('may have 20 periods and no more', () => {
    const many = Array.from({ length: 21 }, (_, at) => buildPeriod({ number: 501 + at }));
    const wide = makeCatalogue({
      timeZone: stockholm,
      currency: sek,
      packages: [buildPackage({ number: 500, periods: many })],
    });
    const faultsOf = (count: number) =>
      tierFaults({
        rows: [row(5, { periodIds: many.slice(0, count).map(({ id }) => id) })],
        standing: [],
        catalogue: wide,
      });
    expect(faultsOf(20)).toEqual([]);
    expect(faultsOf(21)).toEqual([
      { path: ['tiers', 0, 'periodIds'], code: 'range', bounds: { minimum: 1, maximum: 20 } },
    ]);
  });

  test('are 100 at most: of more nothing else is told', () => {
    const rows = Array.from({ length: 101 }, () => first);
    expect(tierFaults({ rows, standing: [], catalogue })).toEqual([
      { path: ['tiers'], code: 'range', bounds: { maximum: 100 } },
    ]);
    expect(faults(rows.slice(0, 100))).not.toContain('tiers range');
  });

  test('may name a tier of the group, once', () => {
    const standing = [buildTier({ number: 1 }), buildTier({ number: 2 })];
    const [one, two] = standing.map((it): TierRow => ({ ...it }));
    expect(faults([one ?? first, two ?? second], standing)).toEqual([]);
    expect(faults([one ?? first, { ...second, id: idOf(7_001) }], standing)).toEqual([
      'tiers.1.id not_found',
    ]);
    expect(faults([{ ...first, id: idOf(7_009) }], standing)).toEqual(['tiers.0.id not_found']);
  });

  test('tell all that is wrong, row by row, in the order of their fields', () => {
    const wrong = row(2, { id: idOf(7_009), packageId: idOf(900), periodIds: [idOf(901)] });
    expect(faults([wrong, { ...wrong, position: 2 }])).toEqual([
      'tiers.0.id not_found',
      'tiers.0.packageId not_found',
      'tiers.0.periodIds.0 not_found',
      'tiers.1.id not_found',
      'tiers.1.packageId not_found',
      'tiers.1.periodIds.0 not_found',
      'tiers.1.position duplicate',
    ]);
  });
});

test.each([
  ['SaaS', []],
  ['x'.repeat(255), []],
  ['', ['invalid']],
  ['x'.repeat(256), ['invalid']],
  ['a\nb', ['invalid']],
])('The name of a group is of 1 to 255 characters that can be printed: %j', (name, codes) => {
  expect(groupNameFaults(name).map(({ code }) => code)).toEqual(codes);
});
