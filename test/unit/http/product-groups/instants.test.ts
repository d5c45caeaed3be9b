import { expect, test } from '@jest/globals';
import { toInstant } from '../../../../src/domain/time/instant.js';
import {
  instantPart,
  utcText,
  utcTextOrNull,
} from '../../../../src/http/product-groups/instants.js';
import { readPart } from '../core/body/read-part.js';

const at = toInstant(Date.UTC(2027, 3, 16));

test('an instant is told in UTC, with milliseconds only where there are any', () => {
  expect(utcText(at)).toBe('2027-04-16T00:00:00+00:00');
  expect(utcText(toInstant(at + 5))).toBe('2027-04-16T00:00:00.005+00:00');
  expect([utcTextOrNull(at), utcTextOrNull(null)]).toEqual(['2027-04-16T00:00:00+00:00', null]);
});

test.each(['2027-04-16T00:00:00+00:00', '2027-04-16T02:00+02:00', '2027-04-16T00:00:00.000Z'])(
  '%s is taken',
  (sent) => {
    expect(readPart(instantPart, sent)).toEqual({ value: at });
  },
);

test.each([
  '2027-02-30T00:00:00Z',
  '2027-04-16',
  '2027-04-16T00:00:00',
  'now',
  '2027-04-16T25:00Z',
])('%s is none', (sent) => {
  expect(readPart(instantPart, sent)).toEqual(['it malformed']);
});

test('what is no text is of the wrong type, and an empty one is blank', () => {
  expect(readPart(instantPart, 0)).toEqual(['it wrong_type']);
  expect(readPart(instantPart, '')).toEqual(['it blank']);
});
