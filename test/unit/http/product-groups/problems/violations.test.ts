import { expect, test } from '@jest/globals';
import {
  type Violated,
  violationOf,
} from '../../../../../src/http/product-groups/problems/violations.js';

const blank = 'c1051bb4-d103-4f74-8988-acbcafc7fdc3';

/** docs/spec/product-groups-api.md §1: the documented code of what is blank, words for the rest. */
const rows: readonly [Violated, string, string][] = [
  [{ name: 'x', fault: 'absent' }, blank, 'This value should not be blank.'],
  [{ name: 'x', fault: 'blank' }, blank, 'This value should not be blank.'],
  [{ name: 'x', fault: 'wrong_type', type: 'string' }, 'type', 'This value should be a string.'],
  [
    { name: 'x', fault: 'wrong_type', type: 'boolean' },
    'type',
    'This value should be true or false.',
  ],
  [{ name: 'x', fault: 'wrong_type', type: 'list' }, 'type', 'This value should be a list.'],
  [
    { name: 'x', fault: 'out_of_range', minimum: 1, maximum: 10_000 },
    'range',
    'This value should be between 1 and 10000.',
  ],
  [{ name: 'x', fault: 'out_of_range', minimum: 1 }, 'range', 'This value should be at least 1.'],
  [{ name: 'x', fault: 'out_of_range', maximum: 5 }, 'range', 'This value should be at most 5.'],
  [{ name: 'x', fault: 'out_of_range' }, 'range', 'This value should be within its range.'],
  [
    { name: 'x', fault: 'too_long', maxLength: 255 },
    'too_long',
    'This value is too long. It should have 255 characters or less.',
  ],
  [
    { name: 'x', fault: 'too_short', minLength: 3 },
    'too_short',
    'This value is too short. It should have 3 characters or more.',
  ],
  [
    { name: 'x', fault: 'too_many_items', maxItems: 100 },
    'too_many',
    'This collection should contain 100 elements or less.',
  ],
  [
    { name: 'x', fault: 'too_few_items', minItems: 1 },
    'too_few',
    'This collection should contain 1 element or more.',
  ],
  [
    { name: 'x', fault: 'no_choice', words: ['full', 'none'] },
    'choice',
    'This value should be one of full, none.',
  ],
  [
    { name: 'x', fault: 'wrong_format', printedPattern: 'an a' },
    'invalid',
    'This value should be an a.',
  ],
  [{ name: 'x', fault: 'malformed' }, 'invalid', 'This value is not valid.'],
  [{ name: 'x', fault: 'invalid' }, 'invalid', 'This cannot be used here.'],
  [{ name: 'x', fault: 'not_found' }, 'not_found', 'There is no such resource.'],
  [{ name: 'x', fault: 'duplicate' }, 'duplicate', 'This value is already used.'],
  [{ name: 'x', fault: 'unknown' }, 'unexpected', 'This field was not expected.'],
  [{ name: 'x', fault: 'conflict', with: 'tiers' }, 'conflict', 'This field excludes tiers.'],
  [{ name: 'x', fault: 'unchangeable' }, 'conflict', 'This value cannot be changed.'],
];

test.each(rows)('%j is %s: %s', (fault, code, message) => {
  expect(violationOf(fault)).toEqual({ propertyPath: 'x', code, message });
});

test('a path is not told longer than a hundred characters, nor cut within one', () => {
  const { propertyPath } = violationOf({ name: `${'x'.repeat(99)}😀😀`, fault: 'unknown' });
  expect(propertyPath).toBe(`${'x'.repeat(99)}…`);
  const just = 'x'.repeat(100);
  expect(violationOf({ name: just, fault: 'unknown' }).propertyPath).toBe(just);
});
