import { expect, test } from '@jest/globals';
import { consoleAddress } from '../../../src/cli/console-address.js';

test('The console is at the address that is set, or on this machine by its name', () => {
  const publicBaseUrl = 'https://console.example.com';
  expect(consoleAddress({ publicBaseUrl, port: 8080 })).toBe(publicBaseUrl);
  expect(consoleAddress({ publicBaseUrl: null, port: 8081 })).toBe('http://localhost:8081');
});
