import { expect, test } from '@jest/globals';
import { isRefused, makeEndpoint } from '../../../../src/http/core/endpoint.js';
import { failed } from '../../../../src/http/core/failure.js';
import { makeProblem } from '../../../../src/http/core/problem.js';

const description = {
  name: 'sizeThing',
  summary: '',
  description: '',
  tag: '',
  method: 'put',
  path: '/things/{thingId}/parts/{partId}',
  scope: 'x',
  query: [
    {
      name: 'limit',
      required: false,
      type: 'string',
      maxLength: 1,
      pattern: /^\d$/,
      printedPattern: '',
      means: { type: 'integer', minimum: 0, maximum: 9 },
    },
  ],
  body: [
    { name: 'enabled', required: true, type: 'boolean' },
    { name: 'size', required: false, type: 'integer', minimum: 1, maximum: 9 },
    {
      name: 'colour',
      required: false,
      type: 'string',
      maxLength: 5,
      pattern: /^(?:red|green)$/,
      printedPattern: '',
      words: ['red', 'green'],
    },
  ],
  answer: { status: 200, schema: null },
  refusals: [],
} as const;

test('a handler gets path, query and body of the types that the description gives', async () => {
  const endpoint = makeEndpoint(description, ({ params, query, body }) => {
    const part: string = params.thingId + params.partId;
    const limit: number = query.limit ?? 30;
    const enabled: boolean = body.enabled;
    const size: number | undefined = body.size;
    const colour: 'red' | 'green' | undefined = body.colour;
    // @ts-expect-error -- no field of that name is in the table
    const unknown: unknown = body.unknown;
    return Promise.resolve({ status: 200, body: [part, limit, enabled, size, colour, unknown] });
  });
  const request = {
    params: { thingId: 'a', partId: 'b' },
    query: { limit: 2 },
    body: { enabled: true, size: 3, colour: 'red' },
  };
  expect(await endpoint.handle(request as never)).toEqual({
    status: 200,
    body: ['ab', 2, true, 3, 'red', undefined],
  });
  expect(endpoint).toMatchObject(description);
});

test('a problem and a failure are refusals, an answer is none', () => {
  expect(isRefused(makeProblem({ status: 404, code: 'x', body: {} }))).toBe(true);
  expect(isRefused(failed('key_reused'))).toBe(true);
  expect(isRefused({ status: 200, body: {} })).toBe(false);
});
