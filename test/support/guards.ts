import type { WriteGuards } from '../../src/application/commit/guards.js';
import type { KeptAnswer } from '../../src/application/ports/idempotency-store.js';
import type { Answered, WriteResult } from '../../src/application/commit/write-result.js';
import { type OrganisationId, toClientId } from '../../src/domain/ids.js';
import { keyedRequestOf } from '../../src/http/core/mount/keyed-request.js';

type Asked = {
  readonly organisationId: OrganisationId;
  readonly key?: string;
  readonly client?: string;
  /** The body as it was sent; whatever differs is another command. */
  readonly body?: unknown;
  readonly ifMatch?: WriteGuards['ifMatch'];
  /** Stands in the answer, so that an answer that is kept can be told from a new one. */
  readonly wording?: string;
};

/** They word an answer at once. */
export type WordedGuards = Omit<WriteGuards, 'answerOf'> & {
  readonly answerOf: (answered: Pick<Answered, 'id'>) => KeptAnswer;
};

/** What a caller adds to a write, hashed as the HTTP side does it. */
export function guardsOf(asked: Asked): WordedGuards {
  const { organisationId, key, client = 'test', body = {}, ifMatch = null, wording = '' } = asked;
  const caller = { organisationId, clientId: toClientId(client), accountId: null };
  const endpoint = { method: 'put', path: '/external/api/v1/anything' } as const;
  return {
    keyed: key === undefined ? null : keyedRequestOf({ endpoint, caller, key, params: {}, body }),
    ifMatch,
    answerOf: ({ id }) => ({ status: 200, body: JSON.stringify({ id, wording }) }),
  };
}

/** What goes out for a write that was accepted, byte for byte; the failure's name for one that was not. */
export function answerText(result: WriteResult<string>, guards: WordedGuards): string {
  if (result.ok) return 'id' in result ? guards.answerOf(result).body : result.replayed.body;
  return result.failure === 'refused'
    ? result.refusals.map((it) => it.reason).join()
    : result.failure;
}

/** Whether an answer was given before. */
export function isReplay(result: WriteResult<string>): boolean {
  return result.ok && 'replayed' in result;
}

/** The user product that a write was answered with; null where it was not done, or answered in text. */
export function idIn(result: WriteResult<string>): string | null {
  return result.ok && 'id' in result ? result.id : null;
}
