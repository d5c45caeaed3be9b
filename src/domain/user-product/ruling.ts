import type { UserProductId } from '../ids.js';
import type { Refusal } from './refusal.js';
import type { Transition } from './transition.js';

/**
 * What the rules say of a write on a user product: a commit, nothing because it is like that already, or every reason
 * why not. `id` is the user product that is answered.
 */
export type Ruling<Reason extends string> =
  | { readonly rule: 'commit'; readonly id: UserProductId; readonly transition: Transition }
  | { readonly rule: 'unchanged'; readonly id: UserProductId }
  | {
      readonly rule: 'refuse';
      readonly refusals: readonly [Refusal<Reason>, ...Refusal<Reason>[]];
    };

/** Refused for these reasons, null where there are none. */
export function refusedFor<Reason extends string>(
  refusals: readonly Refusal<Reason>[],
): Extract<Ruling<Reason>, { rule: 'refuse' }> | null {
  const [first, ...others] = refusals;
  return first === undefined ? null : { rule: 'refuse', refusals: [first, ...others] };
}
