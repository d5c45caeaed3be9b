import { expect, test } from '@jest/globals';
import type { EndpointDescription } from '../../../../src/http/core/endpoint.js';
import { securitySchemes } from '../../../../src/http/docs/security-schemes.js';

const asking = (scope: string) => ({ scope }) as EndpointDescription;
const scopes = { a: 'Read.', b: 'Write.', c: 'Nothing asks for it.' };
const publicBaseUrl = 'https://gateway.test';

test('a client gets its token here, for scopes that say what they are for', () => {
  const endpoints = [asking('b'), asking('a'), asking('b')];
  expect(securitySchemes({ endpoints, scopes, publicBaseUrl }).clientCredentials).toMatchObject({
    type: 'oauth2',
    flows: {
      clientCredentials: {
        tokenUrl: 'https://gateway.test/api/authorization/access_token',
        scopes: { a: 'Read.', b: 'Write.' },
      },
    },
  });
});

test('a scope of which nothing is said throws', () => {
  expect(() => securitySchemes({ endpoints: [asking('d')], scopes, publicBaseUrl })).toThrow(
    'nothing says what the scope d is for',
  );
});
