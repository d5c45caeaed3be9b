import type { RequestHandler } from 'express';
import { ZodType } from 'zod';
import { mayBeAbsent } from '../body/read-body.js';
import { makeBodySchemaRules } from '../checks/body-schema-rules.js';
import { makeBodyRules, makeQueryRules } from '../checks/field-rules.js';
import { makeJsonBody } from '../checks/json-body.js';
import { makePathIds } from '../checks/path-ids.js';
import {
  makeNoIdentity,
  makeRequiredIdentity,
  makeRequiredScope,
} from '../checks/required-scope.js';
import { checkWriteHeaders } from '../checks/write-headers.js';
import type { Dialect } from '../dialect.js';
import type { EndpointDescription } from '../endpoint.js';

/**
 * What a request to this endpoint must pass once it is known who asks, in order: identity, scope, content type and JSON,
 * the fields of the body, the query. Where paths hold ids, all that keeps a request from being read comes first, then
 * the ids, and the fields of the body last (docs/spec/product-groups-api.md §1).
 */
export function checksOf(
  endpoint: EndpointDescription,
  { pathsHoldIds }: Pick<Dialect, 'pathsHoldIds'>,
): readonly RequestHandler[] {
  const { body, keeps } = endpoint;
  const query = makeQueryRules(endpoint.query ?? []);
  const [json, fields] = body === undefined ? [[], []] : bodyChecksOf(body);
  if (pathsHoldIds !== true) return [...identityChecksOf(endpoint), ...json, ...fields, query];
  const headers = keeps === undefined ? [] : [checkWriteHeaders];
  return [
    ...identityChecksOf(endpoint),
    ...json,
    query,
    ...headers,
    makePathIds(endpoint.path),
    ...fields,
  ];
}

function identityChecksOf(endpoint: EndpointDescription): readonly RequestHandler[] {
  const scope = makeRequiredScope(endpoint.scope);
  if (endpoint.needsIdentity === true) return [scope, makeRequiredIdentity()];
  return endpoint.mayHaveIdentity === true ? [scope] : [makeNoIdentity(), scope];
}

type Checks = readonly RequestHandler[];

/** How it comes, and what is in it. A body of which nothing is required may be left out. */
function bodyChecksOf(body: NonNullable<EndpointDescription['body']>): readonly [Checks, Checks] {
  const rules = body instanceof ZodType ? makeBodySchemaRules(body) : makeBodyRules(body);
  return [[makeJsonBody({ mayBeAbsent: mayBeAbsent(body) })], [rules]];
}
