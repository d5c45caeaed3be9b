import { createHash } from 'node:crypto';
import type { Caller } from '../../../application/authorization/authenticate.js';
import type { KeyedRequest } from '../../../application/commit/guards.js';
import type { EndpointDescription } from '../endpoint.js';

/**
 * A key belongs to one organisation, client, method and path (docs/architecture.md §5): hashed together, so that no two
 * callers can meet and no key is stored as it was sent. The command is hashed field by field in order of name, whatever
 * order and spacing it came in; fields that were left out stay left out.
 */
export function keyedRequestOf(given: {
  endpoint: Pick<EndpointDescription, 'method' | 'path'>;
  caller: Pick<Caller, 'organisationId' | 'clientId' | 'accountId'>;
  key: string;
  params: unknown;
  body: unknown;
}): KeyedRequest {
  const { endpoint, caller, key, params, body } = given;
  const { organisationId, clientId, accountId } = caller;
  const { method, path } = endpoint;
  return {
    keyHash: hashOf([organisationId, clientId, accountId, method, path, inOrder(params), key]),
    commandHash: hashOf(inOrder(body ?? null)),
  };
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const sorted = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, of]) => [name, inOrder(of)]));
}
