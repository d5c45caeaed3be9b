import type { OrganisationId } from '../../domain/ids.js';
import type { KeyedRequest } from '../commit/guards.js';
import type { Clock, IdSource } from '../ports/surroundings.js';
import {
  type IdempotencyStore,
  type KeyRecord,
  type KeptAnswer,
  keptForMs,
} from '../ports/idempotency-store.js';

export type RunOnceResult =
  | { readonly outcome: 'first' | 'replayed'; readonly answer: KeptAnswer }
  | { readonly outcome: 'key_reused' }
  | { readonly outcome: 'key_in_use'; readonly retryAfterMs: number };

type Attempt = { readonly hadEffect: boolean; readonly answer: KeptAnswer };

export type RunOnce = (
  request: KeyedRequest & { readonly organisationId: OrganisationId },
  run: (chosenId: string) => Promise<Attempt>,
) => Promise<RunOnceResult>;

export type RunOnceDeps = {
  readonly idempotency: IdempotencyStore;
  readonly ids: IdSource;
  readonly clock: Clock;
  /** How long a call may run: so long its key is in use. */
  readonly requestTimeoutMs: number;
};

/**
 * A keyed write that is not on a user product (docs/architecture.md §5): the record comes first, with the id that the
 * write will use, so that whoever finds it unfinished goes on with that id and makes nothing twice. Only an answer with
 * an effect is kept; after a refusal the key is free again. Throws what the run throws: its fate may be unknown, so the
 * record stays, and the next call goes on once the request time-out is over.
 */
export function makeRunOnce(deps: RunOnceDeps): RunOnce {
  return async (request, run) => {
    const { organisationId } = request;
    const mine = newRecord(deps, request);
    const found = await deps.idempotency.claim(organisationId, mine, deps.clock.now() - keptForMs);
    if (found === null) return finish(deps, { organisationId, record: mine, run });
    if (found.isFree) return takeOver(deps, { organisationId, mine, found, run });
    if (found.commandHash !== request.commandHash) return { outcome: 'key_reused' };
    if (found.answer !== null) return { outcome: 'replayed', answer: found.answer };
    const retryAfterMs = found.heldAt + deps.requestTimeoutMs - deps.clock.now();
    if (retryAfterMs > 0) return { outcome: 'key_in_use', retryAfterMs };
    return takeOver(deps, { organisationId, mine, found, run });
  };
}

function newRecord({ ids, clock }: RunOnceDeps, { keyHash, commandHash }: KeyedRequest): KeyRecord {
  const chosenId = ids.next();
  const heldAt = clock.now();
  const unanswered = { isFree: false, answer: null };
  return { keyHash, commandHash, chosenId, heldAt, ...unanswered };
}

type Contest = {
  readonly organisationId: OrganisationId;
  readonly mine: KeyRecord;
  readonly found: KeyRecord;
  readonly run: Parameters<RunOnce>[1];
};

/** Goes on where another call stopped, with the id that it chose; only one of many who try at once gets it. */
async function takeOver(
  deps: RunOnceDeps,
  { organisationId, mine, found, run }: Contest,
): Promise<RunOnceResult> {
  const held = { ...mine, chosenId: found.chosenId };
  if (await deps.idempotency.takeOver(organisationId, held, found)) {
    return finish(deps, { organisationId, record: held, run });
  }
  return { outcome: 'key_in_use', retryAfterMs: deps.requestTimeoutMs };
}

type Held = {
  readonly organisationId: OrganisationId;
  readonly record: KeyRecord;
  readonly run: Parameters<RunOnce>[1];
};

async function finish(
  { idempotency }: RunOnceDeps,
  { organisationId, record, run }: Held,
): Promise<RunOnceResult> {
  const { hadEffect, answer } = await run(record.chosenId);
  if (hadEffect) await idempotency.keep(organisationId, record, answer);
  else await idempotency.release(organisationId, record);
  return { outcome: 'first', answer };
}
