import { describe, expect, test } from '@jest/globals';
import type { TierRow } from '../../../../src/application/product-groups/group-commands.js';
import {
  tiersLeft,
  tiersOfRows,
} from '../../../../src/application/product-groups/tiers-of-rows.js';
import type { Tier } from '../../../../src/domain/catalogue/product-group.js';
import { buildTier } from '../../../support/domain/build-product-group.js';
import { idOf } from '../../../support/domain/id-of.js';

const [one, two] = [buildTier({ number: 1 }), buildTier({ number: 2 })];
const row = (number: number, edits: Partial<TierRow> = {}): TierRow => ({
  ...buildTier({ number }),
  id: null,
  ...edits,
});
const newId = () => idOf<Tier['id']>(9_000);
const ids = (rows: readonly TierRow[]) => tiersOfRows(rows, [one, two], newId).map((it) => it.id);

describe('The rows of a group become tiers', () => {
  test('that keep their ids by their package, and by position', () => {
    expect(tiersOfRows([row(2, { label: 'Best' }), row(1)], [one, two], newId)).toEqual([
      one,
      { ...two, label: 'Best' },
    ]);
  });

  test('that are new where no tier is of their package', () => {
    expect(ids([row(1), row(3)])).toEqual([one.id, idOf(9_000)]);
  });

  test('that are those which they name, whatever their package', () => {
    expect(ids([row(3, { id: one.id }), row(4, { id: two.id })])).toEqual([one.id, two.id]);
  });

  test('that are new where another row names the tier of their package', () => {
    const named = row(3, { id: one.id, position: 1 });
    expect(ids([row(1, { position: 2 }), named])).toEqual([one.id, idOf(9_000)]);
  });
});

describe('A tier is left', () => {
  test('where it goes or gets another package', () => {
    expect(tiersLeft([one, two], [{ ...one, packageId: two.packageId }])).toEqual([one.id, two.id]);
  });

  test('by no other edit', () => {
    const edited = { ...two, periodIds: [], position: 9, label: 'Best', upgradeable: false };
    expect(tiersLeft([one, two], [edited, one])).toEqual([]);
  });
});
