import { expect, test } from '@jest/globals';
import type { EndpointDescription } from '../../../../src/http/core/endpoint.js';
import { codesOfEndpoint } from '../../../../src/http/docs/shared-codes.js';

const reading: EndpointDescription = {
  name: 'readThing',
  summary: '',
  description: '',
  tag: '',
  method: 'get',
  path: '/things/{id}',
  scope: 'thing:read',
  answer: { status: 200, schema: null },
  refusals: ['thing_gone', 'not_found'],
};

test('the codes of an endpoint are those of its kinds, in their order, and its own, each once', () => {
  const shared = [
    { codes: ['unauthorized', 'not_found'], when: () => true },
    { codes: ['json_error'], when: ({ body }: EndpointDescription) => body !== undefined },
  ];
  expect(codesOfEndpoint(shared, reading)).toEqual(['unauthorized', 'not_found', 'thing_gone']);
  expect(codesOfEndpoint(shared, { ...reading, body: [] })).toEqual([
    'unauthorized',
    'not_found',
    'json_error',
    'thing_gone',
  ]);
});
