import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  directionOf,
  directionRules,
  type Standing,
} from '../../../src/domain/change/payway/direction.js';
import { anyRank } from '../../support/domain/arbitraries.js';
import { money } from '../../support/domain/build-package.js';
import { fixedSeed } from '../../support/domain/fixed-seed.js';

const anyPrice = fc.oneof(fc.constantFrom(0, 100, 200), fc.nat()).map((it) => money(it));
const anyStanding: fc.Arbitrary<Standing> = fc.record({
  sourceRank: anyRank,
  targetRank: anyRank,
  sourcePrice: anyPrice,
  targetPrice: anyPrice,
});
const swapped = (it: Standing): Standing => ({
  sourceRank: it.targetRank,
  targetRank: it.sourceRank,
  sourcePrice: it.targetPrice,
  targetPrice: it.sourcePrice,
});
const equalRules = ['rank_equal', 'price_equal'];

describe('direction (docs/spec/change-rules.md §6, law 12)', () => {
  test('is total, and always by a row of the table', () => {
    const names = directionRules.map((it) => it.name);
    fc.assert(
      fc.property(anyStanding, (standing) => {
        const { kind, rule } = directionOf(standing);
        expect(['upgrade', 'downgrade']).toContain(kind);
        expect(names).toContain(rule);
      }),
      fixedSeed,
    );
  });

  test('is antisymmetric, except on equals, where it is a downgrade both ways', () => {
    fc.assert(
      fc.property(anyStanding, (standing) => {
        const [there, back] = [directionOf(standing), directionOf(swapped(standing))];
        if (equalRules.includes(there.rule)) {
          expect([there.kind, back.kind]).toEqual(['downgrade', 'downgrade']);
        } else {
          expect(there.kind).not.toBe(back.kind);
        }
      }),
      { ...fixedSeed, numRuns: 500 },
    );
  });
});
