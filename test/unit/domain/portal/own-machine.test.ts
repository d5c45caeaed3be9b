import { expect, test } from '@jest/globals';
import { isOwnMachine } from '../../../../src/domain/portal/own-machine.js';

test.each(['localhost', '127.0.0.1', '[::1]'])('%s is this machine', (hostname) => {
  expect(isOwnMachine(hostname)).toBe(true);
});

test.each(['::1', 'LOCALHOST', '127.0.0.2', 'localhost.test', ''])('“%s” is none', (hostname) => {
  expect(isOwnMachine(hostname)).toBe(false);
});
