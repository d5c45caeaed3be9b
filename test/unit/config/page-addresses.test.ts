import { expect, test } from '@jest/globals';
import { pagesAddressOf } from '../../../src/config/page-addresses.js';

test.each([
  ['127.0.0.1', 'http://localhost:8080'],
  ['0.0.0.0', 'http://localhost:8080'],
  ['::1', 'http://localhost:8080'],
  ['::', 'http://localhost:8080'],
  ['192.0.2.7', 'http://192.0.2.7:8080'],
  ['2001:db8::1', 'http://[2001:db8::1]:8080'],
])('Pages of what listens on %s are at %s', (host, address) => {
  expect(pagesAddressOf({ host, port: 8080 })).toBe(address);
});
