import { expect, test } from '@jest/globals';
import { choiceParts, chosenIn } from '../../../../../src/pages/kit/subscription/chosen.js';

const value = `${'a'.repeat(24)}.${'b'.repeat(24)}`;

test('A choice is what a form names, with the quantity of now where it names none', () => {
  expect(chosenIn({ choice: value })).toEqual({ value, quantity: null });
  expect(chosenIn({ choice: value, quantity: '3' })).toEqual({ value, quantity: 3 });
  expect(chosenIn({ quantity: '3' })).toBeNull();
});

test('A choice names a tier or a package, and one of its payment periods', () => {
  expect(choiceParts({ value })).toEqual({ of: 'a'.repeat(24), periodId: 'b'.repeat(24) });
});
