import { expect, test } from '@jest/globals';
import { intervalPart } from '../../../../src/http/product-groups/interval-part.js';
import { readPart } from '../core/body/read-part.js';

test.each([
  { sent: '1M', unit: 'month', length: 1 },
  { sent: '12M', unit: 'month', length: 12 },
  { sent: '14D', unit: 'day', length: 14 },
  { sent: '520W', unit: 'week', length: 520 },
  { sent: '10Y', unit: 'year', length: 10 },
  { sent: '3660D', unit: 'day', length: 3_660 },
])('$sent is $length times a $unit', ({ sent, unit, length }) => {
  expect(readPart(intervalPart, sent)).toEqual({ value: { unit, length } });
});

test.each([
  '0M',
  '01M',
  '1m',
  'M',
  '1',
  '-1M',
  '1.5M',
  '11Y',
  '121M',
  '521W',
  '3661D',
  '1M\n',
  'P1M',
])('%j is no interval of ten years at most', (sent) => {
  expect(readPart(intervalPart, sent)).toEqual(['it malformed']);
});

test.each([null, 1, ['1M'], { $gt: '' }])('%j is no text', (sent) => {
  expect(readPart(intervalPart, sent)).toEqual(['it wrong_type']);
});

test('an empty one is blank', () => {
  expect(readPart(intervalPart, '')).toEqual(['it blank']);
});
