import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { makeApiDocument } from '../../src/http/docs/api-document.js';
import { paywayDocumentation } from '../../src/http/payway/documentation.js';
import { makePaywayEndpoints, type PaywayDeps } from '../../src/http/payway/endpoints.js';
import {
  makePortalSessionEndpoints,
  type PortalSessionsDeps,
} from '../../src/http/payway/endpoints/portal-sessions.js';
import { changeRefusalCodes } from '../../src/http/payway/problems/change-refusals.js';
import { productGroupsDocumentation } from '../../src/http/product-groups/documentation.js';
import {
  makeProductGroupsEndpoints,
  type ProductGroupsDeps,
} from '../../src/http/product-groups/endpoints.js';
import { ruleRows } from '../../src/http/product-groups/problems/failure-codes.js';
import { writeRefusalCodes } from '../../src/http/payway/problems/write-refusals.js';

/** Payway's endpoints as they describe themselves; none of them is asked anything. */
export const describedEndpoints = makePaywayEndpoints({} as PaywayDeps);

/** The same of ways into the portal, whose bodies hold more than flat fields. */
export const describedPortalSessions = makePortalSessionEndpoints({} as PortalSessionsDeps);

/** The same of the product groups API. */
export const describedProductGroups = makeProductGroupsEndpoints({} as ProductGroupsDeps);

export const apiDocument = makeApiDocument({
  apis: [
    {
      documentation: paywayDocumentation,
      endpoints: [...describedEndpoints, ...describedPortalSessions],
    },
    { documentation: productGroupsDocumentation, endpoints: describedProductGroups },
  ],
  publicBaseUrl: 'https://gateway.test',
  version: '0.0.0',
});

type Exchange = {
  readonly sent: {
    readonly method: string;
    readonly path: string;
    readonly body?: string | Buffer;
  };
  readonly answer: {
    readonly status: number;
    readonly headers: Readonly<Record<string, unknown>>;
    readonly text: string;
    readonly json: unknown;
  };
};
type Content = Readonly<Record<string, { readonly schema: unknown } | undefined>>;
type Response = { readonly description: string; readonly content?: Content };
type Operation = {
  readonly operationId: string;
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, Response | { readonly $ref: string } | undefined>>;
};

const rules: object = { ...changeRefusalCodes, ...writeRefusalCodes, ...ruleRows };
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(closed(apiDocument), 'api');
const validators = new Map<string, ValidateFunction>();

const routes = Object.entries(apiDocument.paths).map(([path, operations]) => ({
  path,
  pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
  operations: operations as Readonly<Record<string, Operation | undefined>>,
}));

/** Throws where an answer is not what the API document says of it, or where a body was taken that it does not allow. */
export function checkAgainstDocument({ sent, answer }: Exchange): void {
  const [path = ''] = sent.path.split('?', 1);
  const route = routes.find((it) => it.pattern.test(path));
  const method = sent.method.toLowerCase();
  const operation = route?.operations[method];
  if (route === undefined || operation === undefined) return;
  const faults = [
    ...faultsOfAnswer({ operation, at: ['paths', route.path, method] }, answer),
    ...(answer.status < 300 ? faultsOfBody([route.path, method], operation, sent.body) : []),
  ];
  if (faults.length === 0) return;
  const [what, text] = [`${operation.operationId} ${String(answer.status)}`, answer.text];
  throw new Error(`${what} is not as documented:\n${faults.join('\n')}\n${text}`);
}

/** Answers may grow, so the document leaves them open; one that has grown unnoticed is a fault here all the same. */
function closed(document: object): object {
  return JSON.parse(JSON.stringify(document), (_name, value: unknown) =>
    isObjectSchema(value) ? { additionalProperties: false, ...value } : value,
  ) as object;
}

function isObjectSchema(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    Reflect.get(value, 'type') === 'object' &&
    Reflect.has(value, 'properties')
  );
}

type Place = { readonly operation: Operation; readonly at: readonly string[] };

function faultsOfAnswer({ operation, at }: Place, answer: Exchange['answer']): readonly string[] {
  const status = String(answer.status);
  const named = operation.responses[status];
  if (named === undefined) return ['no such status'];
  const isShared = '$ref' in named;
  const where = isShared ? named.$ref.slice(2).split('/') : [...at, 'responses', status];
  const response = (isShared ? valueAt(where) : named) as Response;
  // Kept bytes are repeated as they are, whatever has become of the contract since.
  if (answer.headers['idempotent-replayed'] === 'true') return [];
  if (response.content === undefined) return answer.text === '' ? [] : ['there is a body'];
  const [mediaType = ''] = Object.keys(response.content);
  const faults = faultsAt([...where, 'content', mediaType, 'schema'], answer.json);
  return [...faults, ...undocumentedCodes(response, answer)];
}

type ProblemBody = { readonly code?: string; readonly errors?: readonly { code: string }[] };

/**
 * Codes that this status of this operation does not tell of. Of the refusals by the rules, any will do: which of them an
 * endpoint may meet is the domain's to say, and tests of the edge hand in what they like.
 */
function undocumentedCodes(
  { description }: Response,
  { status, json }: Exchange['answer'],
): readonly string[] {
  const { code, errors = [] } = json as ProblemBody;
  const isRule = (it: string) => status === 409 && it in rules;
  const codes = code === undefined ? [] : [code, ...errors.map((it) => it.code)];
  return codes
    .filter((it) => !isRule(it) && !description.includes(`\`${it}\``))
    .map((it) => `no code ${it}`);
}

function faultsOfBody(
  [path, method]: readonly [string, string],
  { requestBody }: Operation,
  body: Exchange['sent']['body'],
): readonly string[] {
  if (requestBody?.content['application/json'] === undefined) return [];
  const isAbsent = body === undefined || body.length === 0;
  if (isAbsent && requestBody.required !== true) return [];
  const where = ['paths', path, method, 'requestBody', 'content', 'application/json', 'schema'];
  return faultsAt(where, JSON.parse(String(body)));
}

function faultsAt(where: readonly string[], value: unknown): readonly string[] {
  const pointer = where.map((it) => it.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
  const $ref = `api#/${encodeURI(pointer)}`;
  const validate = validators.get($ref) ?? ajv.compile({ $ref });
  validators.set($ref, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map((it) => `${it.instancePath} ${it.message ?? ''}`);
}

function valueAt(where: readonly string[]): unknown {
  return where.reduce<unknown>((value, name) => Reflect.get(value as object, name), apiDocument);
}
