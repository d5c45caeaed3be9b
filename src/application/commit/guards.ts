import type { Instant } from '../../domain/time/instant.js';
import { type TakenVersions, takesVersion } from '../catalogue/takes-version.js';
import { type IdempotencyRecord, type KeptAnswer, keptForMs } from '../ports/idempotency-store.js';
import {
  type KeptAnswers,
  keptAnswersLimit,
  type StoredUserProduct,
} from '../ports/user-product-store.js';
import type { Answered, WriteFailure, WriteResult } from './write-result.js';

/** A request with an `Idempotency-Key`: hashes of who asks for what under which key, and of the command itself. */
export type KeyedRequest = { readonly keyHash: string; readonly commandHash: string };

/** What a caller adds to a write of a user product besides the command (docs/architecture.md §5). */
export type WriteGuards = {
  readonly keyed: KeyedRequest | null;
  readonly ifMatch: TakenVersions;
  /** What is answered, and kept, where the write ends so. Asked only where there is a key. */
  readonly answerOf: (answered: Answered) => KeptAnswer | Promise<KeptAnswer>;
};

/** A write that brings no key and takes any version: nothing is kept, so nothing is worded. */
export const unguarded: WriteGuards = {
  keyed: null,
  ifMatch: null,
  answerOf: () => ({ status: 200, body: '' }),
};

/** The first answer again, or a failure where the key was used for another command; null where the key is new. */
export function answeredBefore(
  row: StoredUserProduct,
  { keyed }: WriteGuards,
  realNow: Instant,
): WriteResult<never> | null {
  if (keyed === null) return null;
  const known = freshAnswers(row, realNow).find((it) => it.keyHash === keyed.keyHash);
  if (known === undefined) return null;
  if (known.commandHash !== keyed.commandHash) return { ok: false, failure: 'key_reused' };
  const { status, body } = known;
  return { ok: true, replayed: { status, body } };
}

/** Too many keys within a day, or a version that the caller does not take; null where nothing stands against the write. */
export function guardFailure(
  row: StoredUserProduct,
  guards: WriteGuards,
  realNow: Instant,
): WriteFailure<never> | null {
  if (isFullOfKeys(row, guards, realNow)) {
    const oldest = freshAnswers(row, realNow)[0]?.keptAt ?? realNow;
    return { ok: false, failure: 'too_many_keys', retryAfterMs: oldest + keptForMs - realNow };
  }
  const isTaken = takesVersion(guards.ifMatch, row.product.version);
  return isTaken ? null : { ok: false, failure: 'version_mismatch' };
}

/** Whether the row has no room for one more key. */
export function isFullOfKeys(
  row: StoredUserProduct,
  { keyed }: WriteGuards,
  realNow: Instant,
): boolean {
  return keyed !== null && freshAnswers(row, realNow).length >= keptAnswersLimit;
}

/** What is to be kept by the write, null without a key. Expired answers go when another one comes. */
export async function keptWith(
  row: StoredUserProduct,
  { keyed, answerOf }: WriteGuards,
  { answered, realNow }: { readonly answered: Answered; readonly realNow: Instant },
): Promise<KeptAnswers | null> {
  if (keyed === null) return null;
  const record = { ...keyed, ...(await answerOf(answered)), keptAt: realNow };
  return { before: row.keptAnswers, fresh: freshAnswers(row, realNow), record };
}

function freshAnswers(
  { keptAnswers }: StoredUserProduct,
  realNow: Instant,
): readonly IdempotencyRecord[] {
  return keptAnswers.filter((it) => it.keptAt > realNow - keptForMs);
}
