import { ZodType } from 'zod';
import { toMeantBody } from '../../src/http/core/checks/meant-body.js';
import type { Endpoint, EndpointAnswer, EndpointRequest } from '../../src/http/core/endpoint.js';

export const [organisationId, accountId, userProductId, otherId] = ['a', 'b', 'c', 'd'].map((it) =>
  it.repeat(24),
) as [string, string, string, string];

/** Who asks: a client of that organisation, whose token names that account. */
export const caller = {
  organisationId,
  accountId,
  clientId: 'demo',
  scopes: [],
  provisionService: 'tulo',
} as unknown as EndpointRequest['caller'];

export const guards: EndpointRequest['guards'] = {
  keyed: null,
  ifMatch: null,
  answerOf: () => ({ status: 200, body: '' }),
};

/** What the endpoint of that name answers to a request that has passed its checks. */
export function askEndpoint(
  endpoints: readonly Endpoint[],
  name: string,
  request: Partial<EndpointRequest> = {},
): Promise<EndpointAnswer> {
  const endpoint = endpoints.find((it) => it.name === name);
  if (endpoint === undefined) throw new TypeError(`no endpoint is called ${name}`);
  return endpoint.handle({
    caller,
    params: {},
    query: {},
    sentBody: {},
    guards,
    chosenId: null,
    ...request,
    body: meantBodyOf(endpoint, request.body ?? {}),
  });
}

/** Of a body that is described by a schema, what a test gives is what was meant. */
function meantBodyOf({ body = [] }: Endpoint, sent: EndpointRequest['body']) {
  return body instanceof ZodType ? sent : toMeantBody(body, sent);
}

/** A use case that answers this, and what it was asked. */
export function recording(answer: unknown) {
  const asked: unknown[] = [];
  const useCase = (...args: readonly unknown[]): Promise<never> => {
    asked.push(...args);
    return Promise.resolve(answer as never);
  };
  return { useCase, asked };
}
