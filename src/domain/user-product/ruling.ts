import type { Transition } from './transition.js';
import type { WriteRefusal } from './write-refusal.js';

/** What a write asks of a user product: a commit, nothing because it is like that already, or every reason why not. */
export type WriteOutcome =
  | { readonly outcome: 'commit'; readonly transition: Transition }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'refused'; readonly refusals: readonly [WriteRefusal, ...WriteRefusal[]] };

/** Refused for these reasons, if there are any. */
export function refusedFor(refusals: readonly WriteRefusal[]): WriteOutcome | null {
  const [first, ...others] = refusals;
  return first === undefined ? null : { outcome: 'refused', refusals: [first, ...others] };
}
