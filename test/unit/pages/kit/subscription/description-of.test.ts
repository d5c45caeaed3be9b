import { expect, test } from '@jest/globals';
import { descriptionOf } from '../../../../../src/pages/kit/subscription/description-of.js';
import { buildPackage } from '../../../../support/domain/build-package.js';

const describedBy = (description: object) => buildPackage({ number: 10, description });

test('A package is described in the language of the page, else in the first that there is', () => {
  const all = describedBy({ en: 'e', sv: 's', de: 'd' });
  expect((['en', 'sv', 'de'] as const).map((it) => descriptionOf(all, it))).toEqual([
    'e',
    's',
    'd',
  ]);
  expect(descriptionOf(describedBy({ sv: 's', de: 'd' }), 'en')).toBe('s');
  expect(descriptionOf(describedBy({ de: 'd' }), 'sv')).toBe('d');
});

test('One that nobody has described is described by nothing', () => {
  expect([descriptionOf(describedBy({}), 'en'), descriptionOf(undefined, 'en')]).toEqual([
    null,
    null,
  ]);
});
