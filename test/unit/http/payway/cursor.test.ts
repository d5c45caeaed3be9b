import { expect, test } from '@jest/globals';
import { limitOf, readCursor, readPosition, toCursor } from '../../../../src/http/payway/cursor.js';

test.each(['0', '1700000000000.56e1741a6fc9365306000001', 'å'])(
  '%s comes back as it was',
  (place) => {
    expect(toCursor(place)).toMatch(/^[\w-]+$/);
    expect(readCursor(toCursor(place))).toBe(place);
  },
);

test.each(['MQ==', 'M', 'MR', '!'])('%s is none that was written here', (cursor) => {
  expect(readCursor(cursor)).toBeNull();
});

test('a position is a whole number that a log may have', () => {
  expect(readPosition(undefined)).toBe(0);
  expect(readPosition(toCursor('0'))).toBe(0);
  expect(readPosition(toCursor('42'))).toBe(42);
  for (const place of ['-1', '01', '1.5', '', 'x', '9999999999999999']) {
    expect(readPosition(toCursor(place))).toBeNull();
  }
});

test('a page has 30 items unless it is told otherwise', () => {
  expect([limitOf({}), limitOf({ limit: 7 })]).toEqual([30, 7]);
});
