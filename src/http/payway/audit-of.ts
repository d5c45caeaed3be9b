import { parseId } from '../../domain/ids.js';
import type { Audit } from '../core/dialect.js';
import {
  type EndpointAnswer,
  type EndpointRequest,
  isRefused,
  type Refused,
} from '../core/endpoint.js';

/** The ids that a request was about, from its checked body or its path, and the one that its answer names. */
export function auditOf({ body, params }: EndpointRequest, answer: EndpointAnswer): Audit {
  const answered = isRefused(answer) ? {} : bodyOf(answer);
  return {
    ...named('accountId', body.account_id ?? params.accountId),
    ...named('userProductId', body.user_product_id ?? params.userProductId),
    ...named('answeredId', answered.id),
  };
}

function bodyOf(answer: Exclude<EndpointAnswer, Refused>): { readonly id?: unknown } {
  const body: unknown = 'body' in answer ? answer.body : parsed(answer.text);
  return typeof body === 'object' && body !== null ? body : {};
}

function parsed(text: string): unknown {
  return text === '' ? null : JSON.parse(text);
}

/** Only what is an id gets into a log: a path may hold anything. */
function named(name: keyof Audit, value: unknown): Audit {
  const id = typeof value === 'string' ? parseId(value) : null;
  return id === null ? {} : { [name]: id };
}
