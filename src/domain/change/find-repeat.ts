import type { UserProductId } from '../ids.js';
import type { TimeZone } from '../time/instant.js';
import type { ChangeBehaviour, ChangeTerms, FrozenTarget } from '../user-product/change.js';
import type { UserProduct } from '../user-product/user-product.js';
import { waitingTerms } from '../user-product/waiting-terms.js';
import { type NamedTarget, namedTargetOf } from './named-target.js';

/** A change that was asked for before: what that request was answered with, and what it is on. */
export type Repeat = {
  readonly id: UserProductId;
  /** As it was frozen then: not what the catalogue says now. */
  readonly target: FrozenTarget;
  /** Null where they were not kept: of a user product that was ended before they were. */
  readonly terms: ChangeTerms | null;
};

/** What a request asks for, as far as it can be told whether it asked for the same before. */
type Asked = {
  readonly behaviour: ChangeBehaviour;
  readonly isNamed: (target: NamedTarget) => boolean;
};

/**
 * The change that a request repeats, or null where it is a new one: it equals the change that is pending on this user
 * product, or the one that ended it, in behaviour and in what it names (docs/architecture.md §5).
 * Example: a downgrade waits at 50.00, the catalogue says 30.00 by now: the same request is a repeat, at 50.00.
 */
export function findRepeat(product: UserProduct, asked: Asked, zone: TimeZone): Repeat | null {
  const { pendingChange, endedBy } = product;
  if (pendingChange !== null && isSame(pendingChange, asked)) {
    const terms = waitingTerms(product, pendingChange, zone);
    return { id: product.id, target: pendingChange.target, terms };
  }
  if (endedBy === null || !isSame(endedBy, asked)) return null;
  return { id: endedBy.answerId, target: endedBy.target, terms: endedBy.terms };
}

function isSame(
  known: Pick<NonNullable<UserProduct['endedBy']>, 'target' | 'behaviour'>,
  { behaviour, isNamed }: Asked,
): boolean {
  return known.behaviour === behaviour && isNamed(namedTargetOf(known.target));
}
