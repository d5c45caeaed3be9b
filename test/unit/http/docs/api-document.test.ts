import { describe, expect, test } from '@jest/globals';
import { makeApiDocument, type ApiDocumentParts } from '../../../../src/http/docs/api-document.js';
import type { DialectDocumentation } from '../../../../src/http/docs/dialect-documentation.js';
import type { PaywayDescription } from '../../../../src/http/payway/description.js';
import { idField, pageFields } from '../../../../src/http/payway/fields.js';
import { paywayFailures } from '../../../../src/http/payway/problems/failure-documentation.js';
import { writtenId } from '../../../../src/http/payway/schemas.js';

const cancel: PaywayDescription = {
  name: 'cancelThing',
  summary: 'Cancel a thing',
  description: 'Cancels a thing for good.',
  tag: 'me',
  method: 'put',
  path: '/external/api/v1/me/things/{thingId}',
  scope: '/external/me/w',
  needsIdentity: true,
  body: [idField('id')],
  keeps: 'in_user_product',
  answer: { status: 200, schema: writtenId },
  refusals: ['no_pending_change'],
};
const list: PaywayDescription = {
  name: 'listThings',
  summary: 'All things',
  description: 'All things there are.',
  tag: 'things',
  method: 'get',
  path: '/external/api/v1/things',
  scope: '/external/things/r',
  query: pageFields,
  answer: { status: 204, schema: null },
  refusals: ['no_pending_change'],
};

const documentation: DialectDocumentation = {
  tags: { things: 'All of them.', others: 'None of them.', me: 'What is mine.' },
  scopes: { '/external/me/w': 'Write what is mine.', '/external/things/r': 'Read things.' },
  failures: paywayFailures,
};
const parts: ApiDocumentParts = {
  apis: [{ documentation, endpoints: [cancel, list] }],
  publicBaseUrl: 'https://gateway.test',
  version: '1.2.3',
};
const document = makeApiDocument(parts);
const components = document.components as {
  readonly schemas: Readonly<Record<string, object>>;
  readonly responses: object;
};
type Printed = {
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
} & Readonly<Record<string, unknown>>;
const cancelling = document.paths['/external/api/v1/me/things/{thingId}']?.put as Printed;
const listing = document.paths['/external/api/v1/things']?.get as Printed;

describe('the API document', () => {
  test('says where it is served, and which version it is of', () => {
    expect(document).toMatchObject({
      openapi: '3.1.0',
      info: { version: '1.2.3' },
      servers: [{ url: 'https://gateway.test' }],
    });
  });

  test('names an operation, what it is filed under, and its body', () => {
    expect(cancelling).toMatchObject({
      operationId: 'cancelThing',
      summary: 'Cancel a thing',
      tags: ['me'],
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: { $ref: '#/components/schemas/CancelThingRequest' } },
        },
      },
    });
    expect(components.schemas.CancelThingRequest).toMatchObject({
      properties: { id: { maxLength: 24, pattern: '^[a-fA-F\\d]{24}$' } },
      required: ['id'],
      additionalProperties: false,
    });
  });

  test('shows the body that an endpoint gives as an example', () => {
    const example = { id: '56e1741a6fc9365306000002' };
    const { paths } = makeApiDocument({
      ...parts,
      apis: [{ documentation, endpoints: [{ ...cancel, example }, list] }],
    });
    expect(paths['/external/api/v1/me/things/{thingId}']?.put).toMatchObject({
      requestBody: { content: { 'application/json': { example } } },
    });
  });

  test('says what each thing is that operations are filed under, and nothing of others', () => {
    expect(document.tags).toEqual([
      { name: 'things', description: 'All of them.' },
      { name: 'me', description: 'What is mine.' },
      { name: 'Authorization', description: expect.any(String) },
      { name: 'Health', description: expect.any(String) },
    ]);
  });

  test('is not made where nothing says what a tag or a scope is for', () => {
    const documented = (given: Partial<DialectDocumentation>) => () =>
      makeApiDocument({
        ...parts,
        apis: [{ documentation: { ...documentation, ...given }, endpoints: [cancel, list] }],
      });
    expect(documented({ tags: { me: 'What is mine.' } })).toThrow(
      'nothing says what is filed under things',
    );
    expect(documented({ scopes: {} })).toThrow('nothing says what the scope /external/me/w is for');
  });

  test('has parameters of path, query and header', () => {
    expect(cancelling.parameters).toEqual([
      { name: 'thingId', in: 'path', required: true, schema: { type: 'string' } },
      { $ref: '#/components/parameters/Idempotency-Key' },
      { $ref: '#/components/parameters/If-Match' },
    ]);
    expect(listing.parameters).toMatchObject([
      { name: 'limit', in: 'query', required: false },
      { name: 'after', in: 'query', required: false },
    ]);
  });

  test('asks for the scope; a client’s own token will not do where an account must be named', () => {
    expect(cancelling.security).toEqual([{ bearer: [] }]);
    expect(cancelling.description).toBe(
      'Cancels a thing for good.\n\nScope: `/external/me/w`, in a token that names an account.',
    );
    expect(listing.security).toEqual([
      { clientCredentials: ['/external/things/r'] },
      { bearer: [] },
    ]);
    expect(listing.description).toBe('All things there are.\n\nScope: `/external/things/r`.');
    expect(document).toMatchObject({
      components: {
        securitySchemes: {
          clientCredentials: {
            flows: {
              clientCredentials: {
                tokenUrl: 'https://gateway.test/api/authorization/access_token',
                scopes: {
                  '/external/me/w': 'Write what is mine.',
                  '/external/things/r': 'Read things.',
                },
              },
            },
          },
        },
      },
    });
  });

  test('tells every status that an endpoint may answer with, and no other', () => {
    expect(Object.keys(cancelling.responses)).toEqual(
      '200 400 401 403 404 408 409 412 413 417 422 429 431 500 503'.split(' '),
    );
    expect(Object.keys(listing.responses)).toEqual(
      '204 400 401 403 404 408 409 417 429 431 500 503'.split(' '),
    );
    expect(listing.responses['204']).not.toHaveProperty('content');
  });

  test('closes what is sent, and leaves open what is answered: an answer may grow', () => {
    const { CancelThingRequest, ...others } = components.schemas;
    expect(CancelThingRequest).toHaveProperty('additionalProperties', false);
    const answered = JSON.stringify([cancelling.responses, components.responses, others]);
    expect(answered).not.toContain('additionalProperties');
  });

  test('names each code where it belongs', () => {
    expect(listing.responses['409']).toEqual({
      $ref: '#/components/responses/no_pending_change',
    });
    expect(cancelling.responses['409']?.description).toMatch(
      /`user_product_set_aside`.*\n.*`date_beyond_calendar`.*\n.*`no_pending_change`/,
    );
    expect(components.responses).toHaveProperty('no_pending_change.description');
    expect(cancelling.responses['429']?.description).toMatch(
      /`too_many_requests`.*\n.*`too_many_idempotency_keys`/,
    );
    expect(cancelling.responses['403']?.description).toContain('`identity_required`');
    expect(listing.responses['403']?.description).toMatch(
      /`insufficient_scope`.*\n.*`identity_not_allowed`/,
    );
  });

  test('tells of the token endpoint and of health, which need no token', () => {
    expect(document.paths).toMatchObject({
      '/api/authorization/access_token': { post: { security: [{}, { clientSecret: [] }] } },
      '/health/live': { get: { security: [] } },
      '/health/ready': { get: { security: [] } },
    });
  });
});
