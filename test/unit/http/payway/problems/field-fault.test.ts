import { expect, test } from '@jest/globals';
import type { FieldFault } from '../../../../../src/http/core/failure.js';
import { toFault } from '../../../../../src/http/payway/problems/field-fault.js';

/** docs/spec/payway-api.md §1, byte for byte. */
const words: readonly [FieldFault, string][] = [
  [{ name: 'x', fault: 'absent' }, 'is required'],
  [{ name: 'x', fault: 'wrong_type', type: 'string' }, 'must be a string'],
  [{ name: 'x', fault: 'wrong_type', type: 'strings' }, 'must be a list of strings'],
  [{ name: 'x', fault: 'wrong_type', type: 'boolean' }, 'must be true or false'],
  [{ name: 'x', fault: 'wrong_type', type: 'integer' }, 'must be a whole number'],
  [{ name: 'x', fault: 'out_of_range', minimum: 0, maximum: 168 }, 'must be from 0 to 168'],
  [{ name: 'x', fault: 'too_many_items', maxItems: 14 }, 'must have at most 14 items'],
  [{ name: 'x', fault: 'too_long', maxLength: 50 }, 'must be at most 50 characters'],
  [
    { name: 'x', fault: 'wrong_format', printedPattern: '/^[a-f\\d]{24}$/' },
    'must match format (/^[a-f\\d]{24}$/)',
  ],
  [{ name: 'x', fault: 'repeated' }, 'is there twice, or holds a name twice'],
  [{ name: 'x', fault: 'undecodable' }, 'must be text in UTF-8'],
  [{ name: 'x', fault: 'not_printable' }, 'must be printable ASCII characters'],
  [{ name: 'x', fault: 'no_entity_tag' }, 'must be a version in quotes, as in "3"'],
  // None of Payway's bodies can have these: they are worded because everything that may be wrong is.
  [{ name: 'x', fault: 'wrong_type', type: 'object' }, 'must be an object'],
  [{ name: 'x', fault: 'wrong_type', type: 'list' }, 'must be a list'],
  [{ name: 'x', fault: 'too_few_items', minItems: 1 }, 'must have at least 1 items'],
  [{ name: 'x', fault: 'too_short', minLength: 3 }, 'must be at least 3 characters'],
  [{ name: 'x', fault: 'no_choice', words: ['a', 'b'] }, 'must be one of a, b'],
  [{ name: 'x', fault: 'conflict', with: 'y' }, 'excludes y'],
  [{ name: 'x', fault: 'blank' }, 'must not be empty'],
  [{ name: 'x', fault: 'malformed' }, 'is not what it must be'],
  [{ name: 'x', fault: 'duplicate' }, 'is there before'],
];

test.each(words)('%j: it %s', (fault, wrong) => {
  const of = (subject: string) => ({
    code: 'invalid_parameter',
    field: 'x',
    message: `${subject} ${wrong}`,
  });
  expect(toFault('body', fault)).toEqual(of('Parameter'));
  expect(toFault('query', fault)).toEqual(of('Parameter'));
  expect(toFault('headers', fault)).toEqual(of('Header'));
});

test('one that is not known has a code of its own', () => {
  expect(toFault('body', { name: '__proto__', fault: 'unknown' })).toEqual({
    code: 'unknown_parameter',
    field: '__proto__',
    message: 'Parameter is not known',
  });
});
