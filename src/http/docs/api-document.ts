import { ZodType } from 'zod';
import type { DialectDocumentation, DocumentedDialect } from './dialect-documentation.js';
import { endpointOperation } from './endpoint-operation.js';
import { answerHeaders, requestHeaders } from './headers.js';
import { withNamedEnums } from './named-enums.js';
import { printAnswerSchemas, type PrintedSchemas, printRequestSchemas } from './named-schemas.js';
import type { Answer, Operation, RequestBody } from './operation.js';
import { ownOperations, ownTags } from './own-operations.js';
import { securitySchemes } from './security-schemes.js';

export type ApiDocumentParts = {
  readonly apis: readonly DocumentedDialect[];
  /** What clients put before the paths. */
  readonly publicBaseUrl: string;
  /** Of this product. */
  readonly version: string;
};

type Json = Readonly<Record<string, unknown>>;

export type ApiDocument = Json & { readonly paths: Readonly<Record<string, Json>> };

const title = 'Change Product Gateway';
const about = `What a subscriber is on, and how it changes: a drop-in for Payway's \`change_product\` and what surrounds it.

Every failure is JSON with a \`code\`. A request may bring its own \`X-Request-Id\`; every answer carries one.
New fields and addresses may be added at any time; none is renamed, removed or given another type.`;

/** The contract as OpenAPI 3.1, derived from the same descriptions that requests are checked by. */
export function makeApiDocument(parts: ApiDocumentParts): ApiDocument {
  const { publicBaseUrl: url, version } = parts;
  const described = [...parts.apis.flatMap(operationsOf), ...ownOperations];
  const answers = described.flatMap((it) => it.answers);
  const schemas = answers.flatMap((it) => (it.schema === null ? [] : [it.schema]));
  const { components: answered, printed } = printAnswerSchemas(schemas);
  const bodies = described.flatMap((it) => (it.body === null ? [] : [it.body]));
  const sent = printBodies(bodies, answered);
  const operations = described.map(({ parameters, ...it }) => ({
    ...it,
    parameters: withNamedEnums(parameters, answered),
  }));
  const shared = answers.flatMap((it) =>
    it.sharedAs === undefined ? [] : [[it.sharedAs, printAnswer(it, printed)]],
  );
  return {
    openapi: '3.1.0',
    info: { title, version, description: about, contact: { name: title, url: `${url}/docs` } },
    servers: [{ url }],
    tags: tagsOf(operations, { ...sentencesOf(parts, 'tags'), ...ownTags }),
    paths: pathsOf(operations, printed),
    components: {
      schemas: { ...answered, ...sent },
      headers: answerHeaders,
      parameters: requestHeaders,
      securitySchemes: securitySchemes({
        endpoints: parts.apis.flatMap((it) => it.endpoints),
        scopes: sentencesOf(parts, 'scopes'),
        publicBaseUrl: url,
      }),
      responses: Object.fromEntries(shared) as Json,
    },
  };
}

function operationsOf({ endpoints, documentation }: DocumentedDialect): readonly Operation[] {
  return endpoints.map((it) => endpointOperation(it, documentation.failures));
}

function sentencesOf({ apis }: ApiDocumentParts, of: 'tags' | 'scopes') {
  return Object.fromEntries(apis.flatMap((it) => Object.entries(it.documentation[of])));
}

/** Those that have operations, each with its sentence. */
function tagsOf(operations: readonly Operation[], tags: DialectDocumentation['tags']) {
  const used = new Set(operations.map((it) => it.tag));
  const unknown = [...used].filter((it) => !(it in tags));
  if (unknown.length > 0) throw new TypeError(`nothing says what is filed under ${unknown.join()}`);
  return Object.entries(tags)
    .filter(([name]) => used.has(name))
    .map(([name, description]) => ({ name, description }));
}

type Printed = PrintedSchemas['printed'];

function pathsOf(operations: readonly Operation[], printed: Printed): ApiDocument['paths'] {
  const paths = [...new Set(operations.map((it) => it.path))];
  return Object.fromEntries(
    paths.map((path) => {
      const own = operations.filter((it) => it.path === path);
      return [path, Object.fromEntries(own.map((it) => [it.method, printOperation(it, printed)]))];
    }),
  );
}

function printOperation(operation: Operation, printed: Printed): Json {
  const { name, summary, description, tag, security, parameters, body, answers } = operation;
  const responses = answers.map((it) => [
    it.status,
    it.sharedAs === undefined
      ? printAnswer(it, printed)
      : { $ref: `#/components/responses/${it.sharedAs}` },
  ]);
  return {
    operationId: name,
    summary,
    description,
    tags: [tag],
    security,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === null ? {} : { requestBody: printBody(body) }),
    responses: Object.fromEntries(responses) as Json,
  };
}

function printBody({ mediaType, name, example, isRequired }: RequestBody): Json {
  const schema = { $ref: `#/components/schemas/${name}` };
  const content = { schema, ...(example === undefined ? {} : { example }) };
  return { required: isRequired, content: { [mediaType]: content } };
}

/** Bodies and what has a name in them; enums that answers name go by that name. */
function printBodies(
  bodies: readonly RequestBody[],
  answered: PrintedSchemas['components'],
): PrintedSchemas['components'] {
  const schemas = bodies.map((it) => it.schema).filter((it) => it instanceof ZodType);
  const { components, printed } = printRequestSchemas(schemas);
  const named = bodies.map(({ name, schema }) => {
    const body = schema instanceof ZodType ? (printed.get(schema) ?? {}) : schema;
    return [name, withNamedEnums(body, answered)] as const;
  });
  return { ...components, ...Object.fromEntries(named) };
}

function printAnswer(answer: Answer, printed: Printed): Json {
  const { description, schema, headers, mediaType = 'application/json' } = answer;
  const refs = headers.map((name) => [name, { $ref: `#/components/headers/${name}` }]);
  return {
    description,
    headers: Object.fromEntries(refs) as Json,
    ...(schema === null ? {} : { content: { [mediaType]: { schema: printed.get(schema) } } }),
  };
}
