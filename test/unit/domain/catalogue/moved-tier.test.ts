import { describe, expect, test } from '@jest/globals';
import { movedTier, roomAbove } from '../../../../src/domain/catalogue/moved-tier.js';
import { buildTier } from '../../../support/domain/build-product-group.js';
import { idOf } from '../../../support/domain/id-of.js';

const tiers = [1, 2, 3].map((number) => buildTier({ number, position: number * 10 }));
const movedTo = (number: number, to: number) =>
  movedTier(tiers, { tierId: idOf(7_000 + number), to }).map(({ id, position }) => [
    tiers.findIndex((it) => it.id === id) + 1,
    position,
  ]);

describe('A tier that is moved', () => {
  test.each([
    ['up to the first place', 2, 1, [2, 1, 3]],
    ['down by one', 1, 2, [2, 1, 3]],
    ['to the last place', 1, 3, [2, 3, 1]],
    ['to where it is', 2, 2, [1, 2, 3]],
    ['before the first place', 3, -4, [3, 1, 2]],
    ['behind the last place', 1, 10_000, [2, 3, 1]],
  ])('goes %s, and positions are 1 … n', (...[, number, to, order]) => {
    expect(movedTo(number, to)).toEqual(order.map((it, place) => [it, place + 1]));
  });

  test('that is none moves nothing', () => {
    expect(movedTo(9, 1).map(([it]) => it)).toEqual([1, 2, 3]);
  });
});

describe('A tier that is added', () => {
  test('stands above all others', () => {
    expect(roomAbove(tiers)).toEqual({ tiers, position: 31 });
    expect(roomAbove([])).toEqual({ tiers: [], position: 1 });
  });

  test('finds room above the highest position that there may be: the others are 1 … n then', () => {
    const high = [1, 10_000].map((position, at) => buildTier({ number: at + 1, position }));
    const room = roomAbove(high);
    expect(room.tiers.map(({ id, position }) => [id, position])).toEqual([
      [idOf(7_001), 1],
      [idOf(7_002), 2],
    ]);
    expect(room.position).toBe(3);
  });
});
