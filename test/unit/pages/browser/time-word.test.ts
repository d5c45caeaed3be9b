import { expect, test } from '@jest/globals';
import { isLongestVisit, timeWord } from '../../../../src/pages/browser/time-word.js';

test.each([
  [1_800, null, null],
  [121, null, null],
  [120, null, 'ending'],
  [1, null, 'ending'],
  [0, null, 'ended'],
  [-5, null, 'ended'],
  [null, null, null],
  [1_800, 121, null],
  [1_800, 120, 'quoteEnding'],
  [1_800, 0, 'quoteEnded'],
  [null, -1, 'quoteEnded'],
  [90, 0, 'ending'],
  [0, 60, 'ended'],
] as const)('A visit of %s seconds more and a quote of %s are told: %s', (session, quote, word) => {
  expect(timeWord({ session, quote, isLongest: false })).toBe(word);
});

test('A visit that cannot be made longer is not asked to stay', () => {
  expect(timeWord({ session: 100, quote: null, isLongest: true })).toBe('last');
  expect(timeWord({ session: 500, quote: null, isLongest: true })).toBeNull();
  expect(timeWord({ session: 0, quote: null, isLongest: true })).toBe('ended');
});

test('A visit that was prolonged has come to its longest where it would be warned of again', () => {
  expect([119, 120, 121].map(isLongestVisit)).toEqual([true, true, false]);
});
