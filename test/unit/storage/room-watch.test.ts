import { expect, test } from '@jest/globals';
import { StoreUnavailableError } from '../../../src/application/ports/failures.js';
import { makeRoomWatch } from '../../../src/storage/room-watch.js';

const full = Object.assign(new Error('full'), { code: 14031 });
const other = Object.assign(new Error('other'), { code: 11000 });
const failing = (error: Error) => () => Promise.reject(error);

test.each([
  ['is refused for lack of room', full, true],
  ['is told as unavailable because of that', new StoreUnavailableError('', { cause: full }), true],
  ['fails for another reason', other, false],
])('The database is known to be full or not after a write %s', async (_, error, isFull) => {
  const watch = makeRoomWatch();
  await expect(watch.watching(failing(error))).rejects.toBe(error);
  expect(watch.isFull()).toBe(isFull);
});

test('It stays full until a write works, whatever else fails meanwhile', async () => {
  const watch = makeRoomWatch();
  await expect(watch.watching(failing(full))).rejects.toBe(full);
  await expect(watch.watching(failing(other))).rejects.toBe(other);
  expect(watch.isFull()).toBe(true);
  expect(await watch.watching(() => Promise.resolve('written'))).toBe('written');
  expect(watch.isFull()).toBe(false);
});
