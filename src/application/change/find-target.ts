import { periodOf } from '../../domain/catalogue/catalogue.js';
import type { ChangeTarget } from '../../domain/change/change-decision.js';
import type { ChangePolicy } from '../../domain/change/change-policy.js';
import type { PaymentPeriodId } from '../../domain/ids.js';
import type { Refusal } from '../../domain/user-product/refusal.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../catalogue/organisation-context.js';

/** What a request names: a package by its code, a payment period of it by its id; null: the policy's choice. */
export type TargetName = {
  readonly packageCode: string;
  readonly periodId: PaymentPeriodId | null;
};

type Question = { readonly named: TargetName; readonly product: UserProduct };
type UnaskedPeriod<Reason extends string> = Pick<ChangePolicy<Reason>, 'unaskedPeriod'>;

/** Its target; or, where the package is there and no period is named, why none may be taken unasked. */
export type FoundTarget<Reason extends string> =
  | { readonly found: true; readonly target: ChangeTarget; readonly context: OrganisationContext }
  | { readonly found: false; readonly refusal: Refusal<Reason> }
  | null;

/** A code or a period that the cache does not know is read once before it is a 404 (docs/architecture.md §8). */
export async function findTarget<Reason extends string>(
  readContext: ReadOrganisationContext,
  context: OrganisationContext,
  { policy, ...question }: Question & { readonly policy: UnaskedPeriod<Reason> },
): Promise<FoundTarget<Reason>> {
  const known = targetIn(context, policy, question);
  if (known?.found === true) return known;
  const fresh = await readContext(context.organisation.id, 'fresh');
  return fresh === null ? null : targetIn(fresh, policy, question);
}

/** Whatever a request names in this catalogue, for a user product as it is. */
export function targetIn<Reason extends string>(
  context: OrganisationContext,
  { unaskedPeriod }: UnaskedPeriod<Reason>,
  { named: { packageCode, periodId }, product }: Question,
): FoundTarget<Reason> {
  const found = context.catalogue.packagesByCode.get(packageCode);
  if (found === undefined) return null;
  const period = periodId === null ? unaskedPeriod(product, found) : periodOf(found, periodId);
  if (period === null) return null;
  if ('reason' in period) return { found: false, refusal: period };
  return { found: true, target: { package: found, period, quantity: 1, tierId: null }, context };
}
