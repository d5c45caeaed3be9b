import { parseId } from '../../domain/ids.js';
import type { Audit } from '../core/dialect.js';
import { type EndpointAnswer, type EndpointRequest, isRefused } from '../core/endpoint.js';

/** The ids that a request was about, and the one that its answer names. */
export function productGroupsAuditOf(
  { body, params }: EndpointRequest,
  answer: EndpointAnswer,
): Audit {
  return {
    ...named('accountId', body.customer),
    ...named('userProductId', body.subscriptionItem),
    ...named('answeredId', answeredId(answer) ?? params.id),
  };
}

function answeredId(answer: EndpointAnswer): unknown {
  if (isRefused(answer) || !('body' in answer)) return undefined;
  const { body } = answer;
  return typeof body === 'object' && body !== null && 'id' in body ? body.id : undefined;
}

/** Only what is an id gets into a log. */
function named(name: keyof Audit, value: unknown): Audit {
  const id = typeof value === 'string' ? parseId(value) : null;
  return id === null ? {} : { [name]: id };
}
