import { describe, expect, test } from '@jest/globals';
import type { PaywayDescription } from '../../../../src/http/payway/description.js';
import { z } from 'zod';
import type { EndpointDescription } from '../../../../src/http/core/endpoint.js';
import { endpointOperation } from '../../../../src/http/docs/endpoint-operation.js';
import { idField } from '../../../../src/http/payway/fields.js';
import { paywayFailures } from '../../../../src/http/payway/problems/failure-documentation.js';
import { writtenId } from '../../../../src/http/payway/schemas.js';

const endpoint: PaywayDescription = {
  name: 'changeThing',
  summary: 'Change a thing',
  description: 'Changes a thing.',
  tag: 'Things',
  method: 'put',
  path: '/things/{thingId}',
  scope: 'things',
  answer: { status: 200, schema: writtenId },
  refusals: [],
};
const operationOf = (described: EndpointDescription) =>
  endpointOperation(described, paywayFailures);
const headersOf = (described: PaywayDescription) => {
  const [success] = operationOf(described).answers;
  return success?.headers;
};

describe('the operation of an endpoint', () => {
  test('is what its description says', () => {
    expect(operationOf(endpoint)).toMatchObject({
      name: 'changeThing',
      summary: 'Change a thing',
      description: 'Changes a thing.\n\nScope: `things`.',
      tag: 'Things',
      method: 'put',
      path: '/things/{thingId}',
      parameters: [{ name: 'thingId', in: 'path', required: true }],
      body: null,
    });
  });

  test('names its body after itself', () => {
    const { body } = operationOf({
      ...endpoint,
      body: [idField('id')],
      example: { id: 'x' },
    });
    expect(body).toMatchObject({
      name: 'ChangeThingRequest',
      mediaType: 'application/json',
      example: { id: 'x' },
    });
  });

  test('hands on a body that is described by a schema', () => {
    const body = z.strictObject({ open: z.boolean() });
    expect(operationOf({ ...endpoint, body }).body).toMatchObject({
      isRequired: true,
      schema: body,
    });
    expect(operationOf({ ...endpoint, body: z.strictObject({}) }).body?.isRequired).toBe(false);
  });

  test('answers first what succeeds, with the schema of the endpoint', () => {
    const [success, ...failures] = operationOf(endpoint).answers;
    expect(success).toMatchObject({ status: 200, description: 'Done', schema: writtenId });
    expect(failures.map((it) => it.status)).toEqual([
      400, 401, 403, 404, 408, 417, 429, 431, 500, 503,
    ]);
  });

  test('says of an answer that it may be a repeat only where answers are kept', () => {
    expect(headersOf(endpoint)).not.toContain('Idempotent-Replayed');
    expect(headersOf({ ...endpoint, keeps: 'in_record' })).toContain('Idempotent-Replayed');
  });

  test('takes If-Match only where the answer is kept in a user product', () => {
    const refsOf = (keeps: 'in_record' | 'in_user_product') =>
      operationOf({ ...endpoint, keeps }).parameters.slice(1);
    const key = { $ref: '#/components/parameters/Idempotency-Key' };
    expect(refsOf('in_record')).toEqual([key]);
    expect(refsOf('in_user_product')).toEqual([key, { $ref: '#/components/parameters/If-Match' }]);
  });
});
