import { expect, test } from '@jest/globals';
import { isIdentityScope } from '../../../../src/application/authorization/identity-scope.js';

test('what lies under /me is for identities, and nothing else is', () => {
  expect(['/external/me/r', '/external/me/w'].map(isIdentityScope)).toEqual([true, true]);
  const others = ['/external/account/w', '/external/me', '/external/member/r', '', '/me/r'];
  expect(others.filter(isIdentityScope)).toEqual([]);
});
