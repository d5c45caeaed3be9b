import type { ChangePolicy } from '../../domain/change/change-policy.js';
import { findRepeat, type Repeat } from '../../domain/change/find-repeat.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type { OrganisationContext } from '../catalogue/organisation-context.js';
import { targetIn, type TargetName } from './find-target.js';

/**
 * The change that a request repeats (docs/architecture.md §5), by the period that is meant now where it names none;
 * null: it is new. Asked before target and rules, by whoever carries a change out, previews or lists it.
 */
export function repeatIn<Reason extends string>(
  context: OrganisationContext,
  policy: ChangePolicy<Reason>,
  { named, product }: { readonly named: TargetName; readonly product: UserProduct },
): Repeat | null {
  const { packageCode, periodId } = named;
  const found = periodId === null ? targetIn(context, policy, { named, product }) : null;
  const meant = periodId ?? (found?.found === true ? found.target.period.id : null);
  if (meant === null) return null;
  const identity = { packageCode, periodId: meant, behaviour: policy.behaviour };
  return findRepeat(product, identity, context.catalogue.timeZone);
}
