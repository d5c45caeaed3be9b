import { expect, test } from '@jest/globals';
import { readBytes } from '../../../../../src/http/core/checks/read-bytes.js';
import { makeExchange } from '../../../../support/http-exchange.js';

const read = (bytes: string, headers: Readonly<Record<string, string>> = {}) =>
  readBytes(makeExchange({ bytes, headers }).req, 10);

test.each(['', 'a', 'å'.repeat(5)])('%j is read', async (bytes) => {
  expect(await read(bytes)).toEqual(Buffer.from(bytes));
});

test('one byte more than there may be is too large, whether or not it says so', async () => {
  expect(await read('a'.repeat(11))).toBe('too_large');
  const headers = { 'content-length': undefined } as unknown as Record<string, string>;
  expect(await read('a'.repeat(11), headers)).toBe('too_large');
});

test('what is not as long as it says, or broke off, is unreadable', async () => {
  expect(await read('abc', { 'content-length': '5' })).toBe('unreadable');
  const { req } = makeExchange({ bytes: 'abc' });
  req.destroy();
  expect(await readBytes(req, 10)).toBe('unreadable');
});
