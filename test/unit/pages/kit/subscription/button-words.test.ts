import { describe, expect, test } from '@jest/globals';
import { makeSay } from '../../../../../src/pages/kit/words.js';
import { buttonWords } from '../../../../../src/pages/kit/subscription/button-words.js';

/** The table of docs/spec/pages.md §7. */
const table = [
  ['en', 'Order with obligation to pay', 'Change to Digital'],
  ['sv', 'Beställ med betalningsskyldighet', 'Byt till Digital'],
  ['de', 'Zahlungspflichtig bestellen', 'Zu Digital wechseln'],
] as const;

describe.each(table)('The order button in %s', (language, ordered, changed) => {
  const words = (wording: 'consumer' | 'business', isPaid: boolean) =>
    buttonWords(makeSay(language), { wording, isPaid, name: 'Digital' });

  test('says what the law asks where a consumer has to pay', () => {
    expect(words('consumer', true)).toBe(ordered);
  });

  test('says what happens where nothing is to be paid, and to a business', () => {
    expect([words('consumer', false), words('business', true), words('business', false)]).toEqual([
      changed,
      changed,
      changed,
    ]);
  });
});

test.each([
  ['en', 'Keep Digital', 'Cancel now', 'Cancel contracts here'],
  ['sv', 'Behåll Digital', 'Säg upp nu', 'Säg upp avtal här'],
  ['de', 'Digital behalten', 'Jetzt kündigen', 'Verträge hier kündigen'],
] as const)('The other buttons in %s are %s, %s and %s', (...[language, ...words]) => {
  const say = makeSay(language);
  expect([
    say('button.keep', { name: 'Digital' }),
    say('button.cancel'),
    say('action.cancel'),
  ]).toEqual(words);
});
