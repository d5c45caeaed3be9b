import type { ChangeId, UserProductId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Transition } from '../../domain/user-product/transition.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type { OrganisationContext } from '../catalogue/organisation-context.js';
import { type IdempotencyRecord, keptForMs } from '../ports/idempotency-store.js';
import type { Clock } from '../ports/surroundings.js';
import type { KeptAnswers, StoredUserProduct } from '../ports/user-product-store.js';
import type { CommitUserProduct, Verdict } from './commit-user-product.js';
import { keptAnswersLimit } from './limits.js';
import type { UserProductKey } from './load-user-product.js';
import type { WriteGuards } from './write-guards.js';
import type { WriteResult } from './write-result.js';

type Failed<Refusal> = Extract<WriteResult<Refusal>, { ok: false }>;

/** What the rules say of a write on the row as it is now. `id` is what is answered. */
export type Ruling<Refusal> =
  | { readonly rule: 'commit'; readonly id: UserProductId; readonly transition: Transition }
  /** It is like that already: nothing is written. */
  | { readonly rule: 'unchanged'; readonly id: UserProductId }
  | { readonly rule: 'fail'; readonly failed: Failed<Refusal> };

type UserProductWrite<Refusal> = {
  readonly key: UserProductKey;
  readonly context: OrganisationContext;
  readonly changeId: ChangeId;
  readonly guards: WriteGuards;
  /** What the same request was answered with before, or null: looked at before all rules and `If-Match`. */
  readonly repeatOf: (product: UserProduct) => UserProductId | null;
  readonly rule: (product: UserProduct, now: Instant) => Promise<Ruling<Refusal>>;
  /** The answer where an earlier try of this very write turns out to be done. */
  readonly idOfDone: (product: UserProduct) => UserProductId;
};

export type WriteUserProduct = <Refusal>(
  write: UserProductWrite<Refusal>,
) => Promise<WriteResult<Refusal>>;

/**
 * A write on a user product with its guards, looked at anew after every re-read (design.md §5): the answer kept for its
 * key, a repeat, `If-Match`, and only then the rules. What is to be kept is written by the same commit.
 */
export function makeWriteUserProduct(deps: {
  readonly commitUserProduct: CommitUserProduct;
  readonly clock: Clock;
}): WriteUserProduct {
  return async <Refusal>(write: UserProductWrite<Refusal>) => {
    const answer = await deps.commitUserProduct<WriteResult<Refusal>>({
      key: write.key,
      context: write.context,
      changeId: write.changeId,
      decide: (row, now) => decide(write, row, { now, realNow: deps.clock.now() }),
      answerDone: ({ product }) => ({ ok: true, id: write.idOfDone(product) }),
    });
    return answer ?? { ok: false, failure: 'not_found' };
  };
}

type Times = { readonly now: Instant; readonly realNow: Instant };

async function decide<Refusal>(
  write: UserProductWrite<Refusal>,
  row: StoredUserProduct,
  { now, realNow }: Times,
): Promise<Verdict<WriteResult<Refusal>>> {
  const { guards } = write;
  const fresh = row.keptAnswers.filter((it) => it.keptAt > realNow - keptForMs);
  const known = answeredBefore<Refusal>(fresh, guards);
  if (known !== null) return known;

  const keep = (id: UserProductId): KeptAnswers | null =>
    keptWith(row, { fresh, guards, id, realNow });
  const repeated = write.repeatOf(row.product);
  if (repeated !== null) return answered(repeated, keep(repeated), isFull(fresh, guards));
  const full = isFull(fresh, guards) ? tooManyKeys<Refusal>(fresh, realNow) : null;
  if (full !== null) return { act: 'refuse', answer: full };
  if (!isMatch(guards, row.product)) {
    return { act: 'refuse', answer: { ok: false, failure: 'version_mismatch' } };
  }
  const ruling = await write.rule(row.product, now);
  if (ruling.rule === 'fail') return { act: 'refuse', answer: ruling.failed };
  const { id } = ruling;
  if (ruling.rule === 'unchanged') return answered(id, keep(id), false);
  const { transition } = ruling;
  return { act: 'commit', answer: { ok: true, id }, transition, kept: keep(id) };
}

/** The first answer again, or a refusal where the key was used for another command; null where the key is new. */
function answeredBefore<Refusal>(
  fresh: readonly IdempotencyRecord[],
  { keyed }: WriteGuards,
): Verdict<WriteResult<Refusal>> | null {
  const known = fresh.find((it) => it.keyHash === keyed?.keyHash);
  if (known === undefined) return null;
  if (known.commandHash !== keyed?.commandHash) {
    return { act: 'refuse', answer: { ok: false, failure: 'key_reused' } };
  }
  const { status, body } = known;
  return { act: 'answer', answer: { ok: true, replayed: { status, body } } };
}

/** Nothing is to be done but to answer; the answer is kept where there is a key and room for it. */
function answered<Refusal>(
  id: UserProductId,
  kept: KeptAnswers | null,
  hasNoRoom: boolean,
): Verdict<WriteResult<Refusal>> {
  const answer = { ok: true, id } as const;
  return kept === null || hasNoRoom ? { act: 'answer', answer } : { act: 'keep', answer, kept };
}

type Keeping = {
  readonly fresh: readonly IdempotencyRecord[];
  readonly guards: WriteGuards;
  readonly id: UserProductId;
  readonly realNow: Instant;
};

/** Expired answers go when another one comes. */
function keptWith(
  row: StoredUserProduct,
  { fresh, guards, id, realNow }: Keeping,
): KeptAnswers | null {
  if (guards.keyed === null) return null;
  const record = { ...guards.keyed, ...guards.answerOf(id), keptAt: realNow };
  return { before: row.keptAnswers, fresh, record };
}

function isFull(fresh: readonly IdempotencyRecord[], { keyed }: WriteGuards): boolean {
  return keyed !== null && fresh.length >= keptAnswersLimit;
}

function tooManyKeys<Refusal>(
  fresh: readonly IdempotencyRecord[],
  realNow: Instant,
): Failed<Refusal> {
  const retryAfterMs = (fresh[0]?.keptAt ?? realNow) + keptForMs - realNow;
  return { ok: false, failure: 'too_many_keys', retryAfterMs };
}

function isMatch({ ifMatch }: WriteGuards, { version }: UserProduct): boolean {
  return ifMatch === null || ifMatch === 'any' || ifMatch.includes(version);
}
