import { expect, test } from '@jest/globals';
import { enterAddress } from '../../../../src/application/portal/enter-address.js';

test('A link leads to the portal', () => {
  expect(enterAddress('https://portal.test', 'a-b_c')).toBe(
    'https://portal.test/portal/enter/a-b_c',
  );
});
