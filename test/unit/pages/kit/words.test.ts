import { describe, expect, test } from '@jest/globals';
import { isPageLanguage, languageOf, makeSay } from '../../../../src/pages/kit/words.js';

describe('The language of a page', () => {
  const all = ['en', 'sv', 'de'] as const;

  test.each([
    ['what the session says', 'de', 'sv', 'de'],
    ['what the session says, with its region', 'de-AT', 'sv', 'de'],
    ['what the browser asks for where the session says nothing', null, 'sv-SE,sv;q=0.9', 'sv'],
    ['what the browser likes best', null, 'en;q=0.4, de;q=0.8, sv;q=0.6', 'de'],
    ['none that the browser refuses', null, 'sv;q=0, de;q=0.1', 'de'],
    [
      'what the browser asks for where the session says one that there is none of',
      'fr',
      'sv',
      'sv',
    ],
    ['the first of the organisation where nobody says anything', null, undefined, 'en'],
    ['the first of the organisation where the browser asks for others', null, 'fr, es;q=0.9', 'en'],
    [
      'the first of the organisation where the header is nonsense',
      null,
      ';;q=,,q=x;sv;q=1.2.3',
      'en',
    ],
    ['upper case or not', null, 'SV', 'sv'],
  ])('is %s', (...[, session, acceptLanguage, language]) => {
    expect(languageOf({ session, acceptLanguage }, all)).toBe(language);
  });

  test('is one of those that the organisation has, whatever is asked for', () => {
    expect(languageOf({ session: 'de', acceptLanguage: 'de' }, ['sv', 'en'])).toBe('sv');
    expect(languageOf({ session: 'de', acceptLanguage: 'de' }, [])).toBe('en');
  });

  test('is looked for in the beginning of a long header alone', () => {
    const acceptLanguage = `${'fr,'.repeat(20)}sv`;
    expect(languageOf({ session: null, acceptLanguage }, all)).toBe('en');
  });

  test('is one that pages are in', () => {
    expect(['en', 'sv', 'de', 'fr', '', 'EN', '__proto__'].filter(isPageLanguage)).toEqual(all);
  });
});

describe('A message', () => {
  test.each([
    ['en', 1, 'per month'],
    ['en', 3, 'every 3 months'],
    ['sv', 1, 'per månad'],
    ['de', 1, 'pro Monat'],
  ] as const)('counts in %s: %i', (language, length, text) => {
    expect(makeSay(language)('interval.month', { length })).toBe(text);
  });

  test('says a value as it is, whatever stands in it', () => {
    const name = '<b>{name}</b> & \'#\' "x"';
    for (const language of ['en', 'sv', 'de'] as const) {
      expect(makeSay(language)('button.keep', { name })).toContain(name);
    }
  });

  test('says the same the second time', () => {
    const say = makeSay('en');
    expect([say('foot.back', { name: 'A' }), say('foot.back', { name: 'B' })]).toEqual([
      'Back to A',
      'Back to B',
    ]);
  });

  test('that lacks a value is a mistake, and no text with a hole in it', () => {
    expect(() => makeSay('en')('button.keep')).toThrow();
  });
});
