import { describe, expect, test } from '@jest/globals';
import type { Currency } from '../../../../src/domain/money/money.js';
import type { PageLanguage } from '../../../../src/domain/portal/portal-settings.js';
import { writtenIn } from '../../../../src/pages/kit/written.js';
import { at, stockholm, utc, zone } from '../../../support/domain/at.js';

/** Spaces that hold a line together are told as plain ones. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const wordsIn = (language: PageLanguage) => writtenIn(language, stockholm);

describe('An amount', () => {
  test.each([
    ['en', 'SEK', 20_000, 'SEK 200.00'],
    ['sv', 'SEK', 20_000, '200,00 kr'],
    ['de', 'SEK', 20_000, '200,00 SEK'],
    ['en', 'EUR', 123_456_789, '€1,234,567.89'],
    ['sv', 'EUR', 123_456_789, '1 234 567,89 €'],
    ['de', 'EUR', 123_456_789, '1.234.567,89 €'],
    ['en', 'EUR', 5, '€0.05'],
    ['en', 'JPY', 500, 'JP¥500'],
    ['sv', 'JPY', 500, '500 JPY'],
    ['de', 'JPY', 500, '500 ¥'],
    ['en', 'KWD', 1_500, 'KWD 1.500'],
    ['sv', 'KWD', 1_500, '1,500 KWD'],
    ['de', 'KWD', 1_500, '1,500 KWD'],
    ['en', 'EUR', 0, '€0.00'],
    ['en', 'EUR', -1_000, '-€10.00'],
    ['sv', 'EUR', -1_000, '−10,00 €'],
    ['de', 'EUR', -1_000, '-10,00 €'],
  ] as const)('is in %s %s %i: %s', (...[language, currency, amountMinor, text]) => {
    const amount = { amountMinor, currency: currency as Currency };
    expect(plain(wordsIn(language).money(amount))).toBe(text);
  });

  test('that no float can hold is written to the last digit', () => {
    const amount = { amountMinor: Number.MAX_SAFE_INTEGER, currency: 'EUR' as Currency };
    expect(wordsIn('en').money(amount)).toBe('€90,071,992,547,409.91');
  });
});

describe('A day', () => {
  test.each([
    ['en', '1 December 2026', '1 Dec'],
    ['sv', '1 december 2026', '1 dec.'],
    ['de', '1. Dezember 2026', '1. Dez.'],
  ] as const)('at midnight is the day alone in %s', (language, day, short) => {
    const instant = at('2026-12-01T00:00:00+01:00');
    expect(wordsIn(language).day(instant)).toBe(day);
    expect(wordsIn(language).shortDay(instant)).toBe(short);
  });

  test.each([
    ['en', '1 December 2026 at 09:30 CET'],
    ['sv', '1 december 2026 kl. 09:30 CET'],
    ['de', '1. Dezember 2026 um 09:30 MEZ'],
  ] as const)('has its time and zone at any other hour in %s', (language, text) => {
    expect(wordsIn(language).day(at('2026-12-01T09:30:00+01:00'))).toBe(text);
  });

  test.each([
    ['the night before spring', '2026-03-29T00:00:00+01:00', '29 March 2026'],
    ['the night behind it', '2026-03-30T00:00:00+02:00', '30 March 2026'],
    ['after the hour that is left out', '2026-03-29T03:00:00+02:00', '29 March 2026 at 03:00 CEST'],
    ['the night before autumn', '2026-10-25T00:00:00+02:00', '25 October 2026'],
    [
      'the hour that comes twice, first',
      '2026-10-25T02:30:00+02:00',
      '25 October 2026 at 02:30 CEST',
    ],
    [
      'the hour that comes twice, again',
      '2026-10-25T02:30:00+01:00',
      '25 October 2026 at 02:30 CET',
    ],
    ['the night behind it', '2026-10-26T00:00:00+01:00', '26 October 2026'],
  ])('is right on %s', (_, iso, text) => {
    expect(wordsIn('en').day(at(iso))).toBe(text);
  });

  test('is that of the organisation’s zone', () => {
    const instant = at('2026-11-30T23:00:00Z');
    expect(wordsIn('en').day(instant)).toBe('1 December 2026');
    expect(writtenIn('en', utc).day(instant)).toBe('30 November 2026 at 23:00 UTC');
    expect(writtenIn('en', zone('America/New_York')).shortDay(instant)).toBe('30 Nov');
  });

  test('names its month and its year by that zone', () => {
    const { month, year } = writtenIn('sv', zone('America/New_York'));
    const newYear = at('2027-01-01T00:00:00Z');
    expect([month(newYear), year(newYear)]).toEqual(['dec. 2026', '2026']);
  });

  test('has its time of day always where a moment is told', () => {
    expect(wordsIn('en').moment(at('2026-12-01T00:00:00+01:00'))).toBe(
      '1 December 2026 at 00:00 CET',
    );
  });
});

describe('The last day', () => {
  test.each([
    [
      'of a period that ends at midnight is the day before',
      '2026-12-01T00:00:00+01:00',
      '30 November 2026',
    ],
    ['of a year is its last', '2027-01-01T00:00:00+01:00', '31 December 2026'],
    ['before the clocks go forward', '2026-03-29T00:00:00+01:00', '28 March 2026'],
    ['on which they went back', '2026-10-26T00:00:00+01:00', '25 October 2026'],
    [
      'of what ends in the middle of a day is told with its time',
      '2026-12-01T12:00:00+01:00',
      '1 December 2026 at 12:00 CET',
    ],
  ])('%s', (_, iso, text) => {
    expect(wordsIn('en').lastDay(at(iso))).toBe(text);
  });
});

test.each([
  [{ unit: 'day', length: 1 }, 'per day'],
  [{ unit: 'week', length: 4 }, 'every 4 weeks'],
  [{ unit: 'month', length: 1 }, 'per month'],
  [{ unit: 'month', length: 3 }, 'every 3 months'],
  [{ unit: 'year', length: 1 }, 'per year'],
] as const)('An interval %o is %s', (interval, text) => {
  expect(wordsIn('en').interval(interval)).toBe(text);
});

test('A number has the separators of its language', () => {
  expect((['en', 'sv', 'de'] as const).map((it) => plain(wordsIn(it).number(12_345)))).toEqual([
    '12,345',
    '12 345',
    '12.345',
  ]);
});

test('What is made once is not made again', () => {
  expect(wordsIn('en')).toBe(wordsIn('en'));
});
