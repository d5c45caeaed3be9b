import { expect, test } from '@jest/globals';
import type { EndpointDescription } from '../../../../src/http/core/endpoint.js';
import { paywayDialect } from '../../../../src/http/payway/dialect.js';
import { describedEndpoints } from '../../../support/api-document.js';

test('a write is kept as its id, under the status of its endpoint', () => {
  const endpoint = { answer: { status: 201, schema: null } } as EndpointDescription;
  expect(paywayDialect.keptAnswer('a' as never, endpoint)).toEqual({
    status: 201,
    body: '{"id":"a"}',
  });
});

test('all of its endpoints lie below its roots', () => {
  const roots = new Set(describedEndpoints.map(({ path }) => path.split('/')[1]));
  expect([...roots]).toEqual(paywayDialect.roots);
});
