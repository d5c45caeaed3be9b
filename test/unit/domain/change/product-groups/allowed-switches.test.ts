import { describe, expect, test } from '@jest/globals';
import type { Tier } from '../../../../../src/domain/catalogue/product-group.js';
import { allowedSwitches } from '../../../../../src/domain/change/product-groups/allowed-switches.js';
import { buildTier } from '../../../../support/domain/build-product-group.js';

const switchesOf = (...edits: readonly Partial<Tier>[]) =>
  allowedSwitches({ tiers: edits.map((it, place) => buildTier({ number: place + 1, ...it })) }).map(
    ({ from, to, kind, timing, credit }) => [from.position, to.position, kind, timing, credit],
  );

describe('The switches that a group allows', () => {
  test('go up from what is upgradeable and down from what is downgradeable', () => {
    const all = switchesOf({ downgradeable: false }, { upgradeable: false }, {});
    expect(all.map((it) => it.slice(0, 3))).toEqual([
      [1, 2, 'upgrade'],
      [1, 3, 'upgrade'],
      [2, 1, 'downgrade'],
      [3, 1, 'downgrade'],
      [3, 2, 'downgrade'],
    ]);
  });

  test('happen, and give back, as the tier says that is switched to', () => {
    expect(
      switchesOf({ creditType: 'full' }, { changeTiming: 'immediately', creditType: 'pro_rata' }),
    ).toEqual([
      [1, 2, 'upgrade', 'immediately', 'pro_rata'],
      [2, 1, 'downgrade', 'end_of_period', null],
    ]);
  });

  test('are none in a group of one', () => {
    expect(switchesOf({})).toEqual([]);
  });
});
