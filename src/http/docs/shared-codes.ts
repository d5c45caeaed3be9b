import type { EndpointDescription } from '../core/endpoint.js';

/** Codes that the endpoints of a kind share. */
export type SharedCodes<Code extends string> = {
  readonly codes: readonly Code[];
  readonly when: (endpoint: EndpointDescription) => boolean;
};

/** Every code that an endpoint may answer with, each once: those that it shares, and its own. */
export function codesOfEndpoint(
  shared: readonly SharedCodes<string>[],
  endpoint: EndpointDescription,
): readonly string[] {
  const all = shared.flatMap(({ codes, when }) => (when(endpoint) ? codes : []));
  return [...new Set([...all, ...endpoint.refusals])];
}
