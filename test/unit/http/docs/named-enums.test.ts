import { expect, test } from '@jest/globals';
import { withNamedEnums } from '../../../../src/http/docs/named-enums.js';

const components = {
  State: { type: 'string', enum: ['pending', 'dead'] },
  Thing: { type: 'object', properties: { enum: { type: 'string' } } },
};
const named = { $ref: '#/components/schemas/State' };

test('a list of words that has a name goes by that name, wherever it stands and in whatever order', () => {
  const sent = {
    properties: {
      state: { type: 'string', enum: ['dead', 'pending'] },
      states: { type: ['array', 'null'], items: { type: 'string', enum: ['pending', 'dead'] } },
    },
  };
  expect(withNamedEnums(sent, components)).toEqual({
    properties: { state: named, states: { type: ['array', 'null'], items: named } },
  });
});

test('other lists of words, and what is only called enum, stay as they are', () => {
  const sent = {
    properties: {
      state: { type: 'string', enum: ['pending'] },
      enum: { type: 'string', maxLength: 4 },
    },
  };
  expect(withNamedEnums(sent, components)).toEqual(sent);
});
