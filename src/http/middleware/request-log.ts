import type { Log } from '../../application/ports/log.js';
import type { EndedRequest } from './request-ended.js';

const writes: ReadonlySet<string> = new Set(['POST', 'PUT', 'DELETE']);

/**
 * One line for each request that is over: who asked for what, and what they got. Never a body, a header, a query or the
 * path itself. Writes say `audit`, with the ids that they were about; health is asked too often to be told but in debug.
 */
export function makeRequestLog(log: Log): (request: EndedRequest) => void {
  return (request) => {
    const level = request.route.startsWith('/health/') ? 'debug' : 'info';
    log[level]('request', factsOf(request));
  };
}

function factsOf(request: EndedRequest): Record<string, unknown> {
  const { method, route, status, milliseconds, requestId, refusal, caller, audit, signIn } =
    request;
  const facts: Record<string, unknown> = {
    method,
    route,
    status,
    ms: Math.round(milliseconds * 10) / 10,
    requestId,
  };
  if (refusal !== null) facts.code = refusal;
  Object.assign(facts, signInFacts(signIn));
  if (caller !== null) {
    facts.clientId = caller.clientId;
    facts.organisationId = caller.organisationId;
  }
  if (writes.has(method)) Object.assign(facts, { audit: true }, idsOf(audit));
  return facts;
}

/** What somebody only says of himself has a name of its own: a proven client is `clientId`. */
function signInFacts(signIn: EndedRequest['signIn']): object {
  if (signIn === null) return {};
  const { address, triedClientId } = signIn;
  return triedClientId === null ? { address } : { triedClientId, address };
}

function idsOf({ accountId, userProductId, answeredId }: EndedRequest['audit']) {
  return {
    ...(accountId === undefined ? {} : { accountId }),
    ...(userProductId === undefined ? {} : { userProductId }),
    ...(answeredId === undefined ? {} : { answeredId }),
  };
}
