import { expect, test } from '@jest/globals';
import { addressOf, demoGreeting } from '../../../src/process/greeting.js';

test.each([
  ['127.0.0.1', 'IPv4', 'http://127.0.0.1:18080'],
  ['0.0.0.0', 'IPv4', 'http://127.0.0.1:18080'],
  ['192.0.2.1', 'IPv4', 'http://192.0.2.1:18080'],
  ['::1', 'IPv6', 'http://[::1]:18080'],
  ['::', 'IPv6', 'http://[::1]:18080'],
])('what listens on %s is reached at an address that a client can use', (address, family, url) => {
  expect(addressOf({ address, family, port: 18_080 })).toBe(url);
});

test('the printed curl goes to the address that it was given', () => {
  expect(demoGreeting('http://127.0.0.1:18080', 't')).toContain(
    '--url http://127.0.0.1:18080/external/api/v1/subscription_system/change_product ',
  );
});
