import type { JsonSchema } from '../core/endpoint.js';
import type { PaywayDescription } from '../payway/description.js';
import { components } from './components.js';
import { endpointOperation } from './endpoint-operation.js';
import type { Answer, Operation } from './operation.js';
import { ownOperations } from './own-operations.js';

export type ApiDocumentParts = {
  readonly endpoints: readonly PaywayDescription[];
  /** What clients put before the paths. */
  readonly publicBaseUrl: string;
  /** Of this product. */
  readonly version: string;
};

type Json = Readonly<Record<string, unknown>>;

export type ApiDocument = Json & { readonly paths: Readonly<Record<string, Json>> };

const about = `What a subscriber is on, and how it changes: a drop-in for Payway's \`change_product\` and what surrounds it.

Every failure is JSON with a \`code\` and a \`message\`. A request may bring its own \`X-Request-Id\`; every answer carries one.
New fields and addresses may be added at any time; none is renamed, removed or given another type.`;

/** The contract as OpenAPI 3.1, derived from the same descriptions that requests are checked by. */
export function makeApiDocument(parts: ApiDocumentParts): ApiDocument {
  const { endpoints, publicBaseUrl, version } = parts;
  const operations = [...endpoints.map(endpointOperation), ...ownOperations];
  const answers = operations.flatMap((it) => it.answers);
  const responses = Object.fromEntries(
    answers.flatMap((it) => (it.sharedAs === undefined ? [] : [[it.sharedAs, printAnswer(it)]])),
  );
  return {
    openapi: '3.1.0',
    info: { title: 'Change Product Gateway', version, description: about },
    servers: [{ url: publicBaseUrl }],
    paths: pathsOf(operations),
    components: { ...components({ endpoints, publicBaseUrl }), responses },
  };
}

function pathsOf(operations: readonly Operation[]): ApiDocument['paths'] {
  const paths = [...new Set(operations.map((it) => it.path))];
  return Object.fromEntries(
    paths.map((path) => {
      const own = operations.filter((it) => it.path === path);
      return [path, Object.fromEntries(own.map((it) => [it.method, printOperation(it)]))];
    }),
  );
}

function printOperation(operation: Operation): Json {
  const { name, summary, tag, security, parameters, body, answers } = operation;
  const responses = answers.map((it) => [
    it.status,
    it.sharedAs === undefined ? printAnswer(it) : { $ref: `#/components/responses/${it.sharedAs}` },
  ]);
  return {
    operationId: name,
    summary,
    tags: [tag],
    security,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === null
      ? {}
      : {
          requestBody: { required: true, content: { [body.mediaType]: { schema: body.schema } } },
        }),
    responses: Object.fromEntries(responses) as Json,
  };
}

function printAnswer({ description, schema, headers }: Answer): Json {
  const refs = headers.map((name) => [name, { $ref: `#/components/headers/${name}` }]);
  return {
    description,
    headers: Object.fromEntries(refs) as Json,
    ...(schema === null ? {} : { content: { 'application/json': { schema: open(schema) } } }),
  };
}

/** Fields may be added to an answer at any time (payway-api.md §1): a client is not told that there are no others. */
function open(schema: JsonSchema): JsonSchema {
  const isClosing = (name: string, value: unknown) =>
    name === 'additionalProperties' && value === false;
  const text = JSON.stringify(schema, (name, value: unknown) =>
    isClosing(name, value) ? undefined : value,
  );
  return JSON.parse(text) as JsonSchema;
}
