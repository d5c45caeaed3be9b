import type { AccountId, ClientId } from '../ids.js';

/**
 * Who asked for a change, as it is kept and told: an API client by its id alone, everybody else by what they are. `import`:
 * a data file that does not say who.
 */
export type Requester =
  ClientId | `portal:${AccountId}` | `operator:${string}` | `bulk:${string}` | 'system' | 'import';

type RequesterKind = 'client' | 'portal' | 'operator' | 'bulk' | 'system' | 'import';

const told = /^(?:(?<kind>portal|operator|bulk):(?<id>.+)|(?<alone>system|import))$/su;

/** Who that text means; one that begins like none of the others is a client. All that was ever kept can be read. */
export function requesterOf(text: string): Requester {
  return text as Requester;
}

/** What somebody is who asked, and their id; `client:demo` is how the console tells it (docs/spec/pages.md §10). */
export function requesterParts(requester: Requester): {
  readonly kind: RequesterKind;
  readonly id: string | null;
} {
  const { kind, id, alone } = told.exec(requester)?.groups ?? {};
  if (alone !== undefined) return { kind: alone as RequesterKind, id: null };
  if (kind === undefined || id === undefined) return { kind: 'client', id: requester };
  return { kind: kind as RequesterKind, id };
}

/** Whether a client of that id could be taken for somebody else: none is made of it. */
export function looksLikeNoClient(id: string): boolean {
  return /^(?:client|portal|operator|bulk):/u.test(id) || told.test(id);
}
