import type { UserProductId } from '../../domain/ids.js';
import type { Refusal } from '../../domain/user-product/refusal.js';
import type { Transition } from '../../domain/user-product/transition.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type { KeptAnswer } from '../ports/idempotency-store.js';

/** Why a write on a user product was not done. `moved`: what a quote had pinned and no longer holds. */
export type WriteFailure<Reason extends string> =
  | { readonly ok: false; readonly failure: 'not_found' }
  /** The user product is there; what it is to become is not. */
  | { readonly ok: false; readonly failure: 'target_not_found' }
  | {
      readonly ok: false;
      readonly failure: 'refused';
      readonly refusals: readonly [Refusal<Reason>, ...Refusal<Reason>[]];
    }
  | { readonly ok: false; readonly failure: 'version_mismatch' }
  | { readonly ok: false; readonly failure: 'quote_moved'; readonly moved: readonly string[] }
  | { readonly ok: false; readonly failure: 'quote_unreadable' }
  | { readonly ok: false; readonly failure: 'key_reused' }
  | { readonly ok: false; readonly failure: 'too_many_keys'; readonly retryAfterMs: number };

/** What a write has ended in: the user product that is answered, and how that came about. */
export type Answered = {
  readonly id: UserProductId;
  /** The one that was written on, as this call has read it. */
  readonly product: UserProduct;
  /** What this call has committed. Null: it was done before, or is like that already. */
  readonly written: Transition | null;
};

/** What became of a write on a user product. `replayed`: what was answered the first time, to be answered again. */
export type WriteResult<Reason extends string> =
  | ({ readonly ok: true } & Answered)
  | { readonly ok: true; readonly replayed: KeptAnswer }
  | WriteFailure<Reason>;

/** The answer where what a user product is to become is not there. */
export const unknownTarget = {
  ok: false,
  failure: 'target_not_found',
} as const satisfies WriteFailure<never>;

/** The answer where account or user product are not there, or another's. */
export const unknownUserProduct = {
  ok: false,
  failure: 'not_found',
} as const satisfies WriteFailure<never>;
