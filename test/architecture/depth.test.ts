import { describe, expect, test } from '@jest/globals';
import { coveringPairs, coveringValues } from '../support/depth.js';

const three = [1, 2, 3] as const;
const product = three.flatMap((a) => three.flatMap((b) => three.map((c) => ({ a, b, c }))));
const distinct = (them: readonly string[]): number => new Set(them).size;
const sample = { all: false, seed: 7 };

describe('A covering sample of a table', () => {
  test('has each pair of values of two factors, in far fewer cases than the table', () => {
    const chosen = coveringPairs(product, (it) => it, sample);
    expect(distinct(chosen.map(({ a, b }) => `${String(a)} ${String(b)}`))).toBe(9);
    expect(distinct(chosen.map(({ a, c }) => `${String(a)} ${String(c)}`))).toBe(9);
    expect(distinct(chosen.map(({ b, c }) => `${String(b)} ${String(c)}`))).toBe(9);
    expect(chosen.length).toBeLessThan(product.length / 2);
  });

  test('has each value of each factor once', () => {
    const chosen = coveringValues(product, (it) => it, sample);
    expect(chosen).toHaveLength(3);
    for (const name of ['a', 'b', 'c'] as const) {
      expect(chosen.map((it) => it[name]).toSorted()).toEqual(three);
    }
  });

  test('is the same in every run, and all of it at full breadth', () => {
    expect(coveringPairs(product, (it) => it, sample)).toEqual(
      coveringPairs(product, (it) => it, sample),
    );
    expect(coveringPairs(product, (it) => it, { all: true })).toEqual(product);
  });

  test('keeps a pair that only one case has', () => {
    const odd = { a: 4, b: 4, c: 4 };
    expect(coveringPairs([...product, odd], (it) => it, sample)).toContain(odd);
  });
});
