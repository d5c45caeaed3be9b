import type { UserProductId } from '../../domain/ids.js';
import type { KeptAnswer } from '../ports/idempotency-store.js';

/**
 * What became of a write on a user product. `answer`: what is to be answered, the first time or again. `moved`: what a
 * quote had pinned and no longer holds.
 */
export type WriteResult<Refusal> =
  | { readonly ok: true; readonly id: UserProductId }
  | { readonly ok: true; readonly replayed: KeptAnswer }
  | { readonly ok: false; readonly failure: 'not_found' }
  | {
      readonly ok: false;
      readonly failure: 'refused';
      readonly refusals: readonly [Refusal, ...Refusal[]];
    }
  | { readonly ok: false; readonly failure: 'version_mismatch' }
  | { readonly ok: false; readonly failure: 'quote_moved'; readonly moved: readonly string[] }
  | { readonly ok: false; readonly failure: 'quote_unreadable' }
  | { readonly ok: false; readonly failure: 'key_reused' }
  | { readonly ok: false; readonly failure: 'too_many_keys'; readonly retryAfterMs: number };
