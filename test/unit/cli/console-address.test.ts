import { expect, test } from '@jest/globals';
import { consoleAddress } from '../../../src/cli/console-address.js';

test('The console is at the address that is set for it, or on this machine by its name', () => {
  const consoleBaseUrl = 'https://console.example.com';
  const listening = { host: '127.0.0.1', port: 8081 };
  expect(consoleAddress({ consoleBaseUrl, ...listening })).toBe(consoleBaseUrl);
  expect(consoleAddress({ consoleBaseUrl: null, ...listening })).toBe('http://localhost:8081');
  const other = { consoleBaseUrl: null, host: '10.0.0.5', port: 80 };
  expect(consoleAddress(other)).toBe('http://10.0.0.5:80');
});
