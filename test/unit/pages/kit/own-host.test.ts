import { describe, expect, test } from '@jest/globals';
import { ownAddress } from '../../../../src/pages/kit/own-host.js';

describe('Pages with an address of their own', () => {
  const base = 'https://portal.test';

  test.each(['portal.test', 'PORTAL.test'])('answer to %s', (host) => {
    expect(ownAddress(host, base)).toEqual({ origin: base, isHttps: true });
  });

  test.each([
    undefined,
    '',
    'portal.test:8443',
    'portal.test.evil.test',
    'evil.test',
    'portal.test@evil.test',
    'localhost',
    '127.0.0.1',
  ])('answer not to %s', (host) => {
    expect(ownAddress(host, base)).toBeNull();
  });

  test('with a port answer with that port alone', () => {
    const http = 'http://localhost:8080';
    expect(ownAddress('localhost:8080', http)).toEqual({ origin: http, isHttps: false });
    expect(ownAddress('localhost', http)).toBeNull();
  });
});

describe('Pages in development', () => {
  test.each([
    ['localhost:8080', 'http://localhost:8080'],
    ['LOCALHOST', 'http://localhost'],
    ['127.0.0.1:1', 'http://127.0.0.1:1'],
    ['[::1]:8080', 'http://[::1]:8080'],
  ])('answer to %s', (host, origin) => {
    expect(ownAddress(host, null)).toEqual({ origin, isHttps: false });
  });

  test.each([
    undefined,
    '',
    'evil.test',
    'localhost.evil.test',
    'localhost:123456',
    'localhost:80:80',
    '127.0.0.1/x',
    '[::2]',
    '0.0.0.0',
    `localhost${'a'.repeat(400)}`,
  ])('answer not to %s', (host) => {
    expect(ownAddress(host, null)).toBeNull();
  });
});
