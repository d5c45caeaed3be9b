import type { ChangePolicy } from '../../domain/change/change-policy.js';
import { findRepeat, type Repeat } from '../../domain/change/find-repeat.js';
import type { NamedTarget } from '../../domain/change/named-target.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type { OrganisationContext } from '../catalogue/organisation-context.js';

/**
 * The change that a request repeats (docs/architecture.md §5), by what it means now where it leaves something out; null:
 * it is new. Asked before target and rules, by whoever carries a change out, previews or lists it.
 */
export function repeatIn<Reason extends string, Named>(
  { catalogue }: Pick<OrganisationContext, 'catalogue'>,
  policy: Pick<ChangePolicy<Reason, Named>, 'behaviour' | 'isNamed'>,
  { named, product }: { readonly named: Named; readonly product: UserProduct },
): Repeat | null {
  const isNamed = (target: NamedTarget): boolean =>
    policy.isNamed(named, target, { product, catalogue });
  return findRepeat(product, { behaviour: policy.behaviour, isNamed }, catalogue.timeZone);
}
