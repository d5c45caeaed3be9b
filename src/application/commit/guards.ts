import type { UserProductId } from '../../domain/ids.js';
import type { KeptAnswer } from '../ports/idempotency-store.js';

/** A request with an `Idempotency-Key`: hashes of who asks for what under which key, and of the command itself. */
export type KeyedRequest = { readonly keyHash: string; readonly commandHash: string };

/** What a caller adds to a write of a user product besides the command (design.md §5). */
export type WriteGuards = {
  readonly keyed: KeyedRequest | null;
  /** Versions of the user product that the caller takes, `any` for `*`; null: whatever it is. */
  readonly ifMatch: readonly number[] | 'any' | null;
  /** What is answered, and kept, where the write ends in this user product. */
  readonly answerOf: (id: UserProductId) => KeptAnswer;
};

/** A write that brings no key and takes any version: nothing is kept, so nothing is worded. */
export const unguarded: WriteGuards = {
  keyed: null,
  ifMatch: null,
  answerOf: () => ({ status: 200, body: '' }),
};
