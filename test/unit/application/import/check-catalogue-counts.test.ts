import { describe, expect, test } from '@jest/globals';
import { checkCatalogueCounts } from '../../../../src/application/import/check-catalogue-counts.js';
import { buildPackage, buildPeriod } from '../../../support/domain/build-package.js';
import { buildProductGroup } from '../../../support/domain/build-product-group.js';
import { idOf } from '../../../support/domain/id-of.js';
import { inWords } from './import-rows.js';

const numbered = <Item>(count: number, build: (number: number) => Item, from = 0): Item[] =>
  Array.from({ length: count }, (_, index) => build(from + index));
const pack = (number: number) => ({ ...buildPackage({ number: 1 }), id: idOf<never>(number) });
const group = (number: number) => buildProductGroup({ id: idOf(number) });
const periods = (count: number) => numbered(count, (number) => buildPeriod({ number }));

type Given = Partial<Record<'packages' | 'standing', ReturnType<typeof pack>[]>> &
  Partial<Record<'groups' | 'standingGroups', ReturnType<typeof group>[]>>;
const faultsOf = ({ packages = [], standing = [], groups = [], standingGroups = [] }: Given) => {
  const there = new Map(standingGroups.map((it) => [it.id, it]));
  const planned = groups.map((it) => ({
    group: it,
    standing: there.get(it.id) ?? null,
    effect: 'unchanged' as const,
  }));
  return inWords(
    checkCatalogueCounts({
      file: { path: '' },
      state: { packages: standing, groups: standingGroups },
      packages: { fromFile: packages },
      groups: { fromFile: planned },
    }),
  );
};

describe('A catalogue that is brought by a file', () => {
  test('has ten thousand packages at most, those that stand not counted twice', () => {
    const standing = numbered(9_999, pack);
    const known = standing.slice(0, 2);
    expect(faultsOf({ standing, packages: [...known, pack(20_000)] })).toEqual([]);
    expect(faultsOf({ standing, packages: [...known, ...numbered(3, pack, 20_000)] })).toEqual([
      'packages[3]: would be more than 10,000 packages of an organisation',
    ]);
    expect(faultsOf({ standing: numbered(10_001, pack), packages: known })).toEqual([]);
  });

  test('has a thousand product groups at most', () => {
    const standingGroups = numbered(999, group);
    const groups = [...standingGroups.slice(0, 2), ...numbered(2, group, 20_000)];
    expect(faultsOf({ standingGroups, groups: groups.slice(0, 3) })).toEqual([]);
    expect(faultsOf({ standingGroups, groups })).toEqual([
      'product_groups[3]: would be more than 1,000 product groups of an organisation',
    ]);
  });

  test('has five hundred payment periods of a package at most, or as many as stand', () => {
    const of = (count: number) => ({ ...pack(1), periods: periods(count) });
    expect(faultsOf({ packages: [of(500)] })).toEqual([]);
    expect(faultsOf({ packages: [of(501)] })).toEqual(['packages[0].periods: must be 500 at most']);
    expect(faultsOf({ packages: [of(501)], standing: [of(501)] })).toEqual([]);
  });
});
