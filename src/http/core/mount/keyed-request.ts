import { createHash } from 'node:crypto';
import type { Caller } from '../../../application/authorization/authenticate.js';
import type { KeyedRequest } from '../../../application/commit/guards.js';
import { parseId } from '../../../domain/ids.js';
import type { EndpointDescription } from '../endpoint.js';

/**
 * A key belongs to one organisation, client, method and path (docs/architecture.md §5): hashed together, so that no two
 * callers can meet and no key is stored as it was sent. `body` is what was meant, not what was sent: it is hashed field by
 * field in order of name, and an id in the path in lower case.
 */
export function keyedRequestOf(given: {
  endpoint: Pick<EndpointDescription, 'method' | 'path'>;
  caller: Pick<Caller, 'organisationId' | 'clientId' | 'accountId'>;
  key: string;
  params: Readonly<Record<string, string>>;
  body: unknown;
}): KeyedRequest {
  const { endpoint, caller, key, params, body } = given;
  const { organisationId, clientId, accountId } = caller;
  const { method, path } = endpoint;
  return {
    keyHash: hashOf([
      organisationId,
      clientId,
      accountId,
      method,
      path,
      inOrder(idsOf(params)),
      key,
    ]),
    commandHash: hashOf(inOrder(body ?? null)),
  };
}

/** What stands in a path and may be an id is compared as ids are (docs/spec/payway-api.md §1). */
function idsOf(params: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const ids = Object.entries(params).map(([name, sent]) => [name, parseId(sent) ?? sent] as const);
  return Object.fromEntries(ids);
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
