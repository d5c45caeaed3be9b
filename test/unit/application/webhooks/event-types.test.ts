import { expect, test } from '@jest/globals';
import { eventTypes, parseEventTypes } from '../../../../src/application/webhooks/event-types.js';

test.each([
  [['package_upgrade'], ['package_upgrade']],
  [
    ['user_product_renewed', 'package_upgrade', 'user_product_renewed'],
    ['user_product_renewed', 'package_upgrade'],
  ],
  [['package_upgrade', 'toString'], null],
  [['nothing'], null],
  [[], null],
])('The words %j are the types %j', (words, types) => {
  expect(parseEventTypes(words)).toEqual(types);
});

test('Every type is a word for itself', () => {
  expect(parseEventTypes(eventTypes)).toEqual(eventTypes);
});
