import { expect, test } from '@jest/globals';
import { makePortalSessionEndpoints } from '../../../../../src/http/payway/endpoints/portal-sessions.js';

const unasked = () => Promise.reject(new Error('nobody is asked'));
const deps = { createPortalSession: unasked, endPortalSession: unasked };

test('Where there is no portal, there is no way into one', () => {
  expect(makePortalSessionEndpoints({ ...deps, portalBaseUrl: null })).toEqual([]);
});

test('Each way into the portal needs a scope for it, or the token of the account', () => {
  const endpoints = makePortalSessionEndpoints({ ...deps, portalBaseUrl: () => 'https://p.test' });
  expect(endpoints.map((it) => [it.name, it.scope, it.needsIdentity ?? false])).toEqual([
    ['createPortalSession', '/external/portal/w', false],
    ['createOwnPortalSession', '/external/me/w', true],
    ['endPortalSession', '/external/portal/w', false],
  ]);
});
