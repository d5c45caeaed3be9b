import { expect, test } from '@jest/globals';
import { normalInstant, parsePaywayInstant } from '../../../../src/http/payway/payway-instant.js';

const noon = 1_475_409_600_000;

test.each([
  '2016-10-02 13:00 +0100',
  '2016-10-02 13:00:00 +0100',
  '2016-10-02T12:00:00Z',
  '2016-10-02T12:00Z',
  '2016-10-02T12:00:00.0Z',
  '2016-10-02T06:30:00.000-05:30',
])('%s is noon in Greenwich, and has one normal spelling', (sent) => {
  expect(parsePaywayInstant(sent)).toBe(noon);
  expect(normalInstant(sent)).toBe('2016-10-02T12:00:00.000Z');
});

test('a millisecond later is another instant', () => {
  expect(normalInstant('2016-10-02T12:00:00.001Z')).toBe('2016-10-02T12:00:00.001Z');
});

test.each(['2016-02-30 13:00 +0100', '2016-10-02 25:00 +0100'])(
  '%s does not exist, and stays as it was sent',
  (sent) => {
    expect(parsePaywayInstant(sent)).toBeNull();
    expect(normalInstant(sent)).toBe(sent);
  },
);
