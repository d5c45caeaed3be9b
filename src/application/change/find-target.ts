import { periodOf } from '../../domain/catalogue/catalogue.js';
import type { Package } from '../../domain/catalogue/package.js';
import type { ChangeTarget } from '../../domain/change/change-decision.js';
import { defaultTargetPeriod } from '../../domain/change/payway/default-target-period.js';
import type { PaymentPeriodId } from '../../domain/ids.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../catalogue/organisation-context.js';

/** What a request names: a package by its code, a payment period of it by its id; null: the default one. */
export type TargetName = {
  readonly packageCode: string;
  readonly periodId: PaymentPeriodId | null;
};

/** Its target; `no_default` where the package is there and none of its periods may be taken unasked. */
export type FoundTarget =
  { readonly target: ChangeTarget; readonly context: OrganisationContext } | 'no_default' | null;

/** A code or a period that the cache does not know is read once before it is a 404 (design.md §8). */
export async function findTarget(
  readContext: ReadOrganisationContext,
  context: OrganisationContext,
  question: { readonly name: TargetName; readonly product: UserProduct },
): Promise<FoundTarget> {
  const known = targetIn(context, question);
  if (known !== null && known !== 'no_default') return known;
  const fresh = await readContext(context.organisation.id, 'fresh');
  return fresh === null ? null : targetIn(fresh, question);
}

/** Whatever a request names in this catalogue, for a user product as it is. */
export function targetIn(
  context: OrganisationContext,
  { name, product }: { readonly name: TargetName; readonly product: UserProduct },
): FoundTarget {
  const found = context.catalogue.packagesByCode.get(name.packageCode);
  if (found === undefined) return null;
  const period = periodIn(found, name, product);
  if (period !== null) return { target: { package: found, period }, context };
  return name.periodId === null ? 'no_default' : null;
}

function periodIn(pack: Package, { periodId }: TargetName, product: UserProduct) {
  return periodId === null ? defaultTargetPeriod(product, pack) : periodOf(pack, periodId);
}
