import type { Catalogue } from '../catalogue/catalogue.js';
import type { PeriodType } from '../catalogue/package.js';
import { firstPeriodOf } from '../catalogue/first-period-of.js';
import { soldPeriodOf, type SoldPeriod } from '../catalogue/sold-period.js';
import type { Instant } from '../time/instant.js';
import type { EventType } from '../events/domain-event.js';
import { boundaryRefusals } from './boundary-refusals.js';
import { editRow, editRowWithoutPendingChange } from './edit-row.js';
import { invoicedAcross } from './open-value.js';
import { paidUntil, paidWithin } from './paid.js';
import type { UserProduct } from './user-product.js';
import type { WriteOrder } from './write-order.js';
import { refusedFor, type Ruling } from './ruling.js';
import type { WriteRefusal, WriteRefusalReason } from './refusal.js';

/** What of a user product may be set from outside; absent: as it is. */
export type UserProductEdits = {
  readonly subscriptionType?: Exclude<PeriodType, 'single'>;
  readonly state?: 'activated' | 'deactivated';
  readonly validFrom?: Instant;
  readonly validTo?: Instant;
  readonly subscriptionNumber?: string;
};

/**
 * Sets what a user product is (docs/spec/payway-api.md §5). A change that waits moves along with `validTo`; it is
 * superseded where the user product is deactivated or becomes of another subscription type, which its target is not.
 * Refused where a living one of ours would be left without an end, or with one that has passed. With another type it is
 * on the package's first enabled period of that type, in its currency; what was paid stays what was paid. Where nothing
 * differs, nothing is written.
 */
export function editUserProduct(
  order: WriteOrder,
  asked: UserProductEdits,
): Ruling<WriteRefusalReason> {
  const { product, catalogue, at } = order;
  const sold = soldFor(product, catalogue, asked);
  const wanted = wantedOf(asked);
  const edits = {
    ...wanted,
    ...(sold === null ? {} : { soldPeriod: sold }),
    ...paidEdit(product, asked),
  };
  const left = { ...product, ...edits };
  const refused = refusedFor(refusalsOf(left, { sold, at }));
  if (refused !== null) return refused;
  if (isLike(product, wanted)) return { rule: 'unchanged', id: product.id };

  const type = eventFor(product, asked);
  const dropsPending =
    asked.state === 'deactivated' ||
    product.subscriptionType !== (asked.subscriptionType ?? product.subscriptionType);
  const transition = dropsPending
    ? editRowWithoutPendingChange(order, { type, edits })
    : editRow(order, { type, edits: movedAlong(product, edits) });
  return { rule: 'commit', id: product.id, transition };
}

function wantedOf({ state, ...others }: UserProductEdits): Partial<UserProduct> {
  if (state === undefined) return others;
  return state === 'activated'
    ? { ...others, state, cancelledAt: null, cancellation: null }
    : { ...others, state };
}

/** What was paid stays what was paid: only its stretch moves along with the dates. Without an end nothing was. */
function paidEdit(
  { paid, ...product }: UserProduct,
  { validFrom, validTo = product.validTo ?? undefined }: UserProductEdits,
): Partial<Pick<UserProduct, 'paid'>> {
  if (validTo === undefined) return {};
  const moved =
    validFrom === undefined
      ? paidUntil(paid, validTo)
      : paidWithin(paid, { from: validFrom, to: validTo });
  return { paid: paid.document === null ? moved : invoicedAcross(paid, moved) };
}

function isLike(product: UserProduct, wanted: Partial<UserProduct>): boolean {
  return Object.entries(wanted).every(([name, value]) =>
    Object.is(Reflect.get(product, name), value),
  );
}

/** The period that it is on from now; null: there is none of that type in the currency that was paid in. */
function soldFor(
  product: UserProduct,
  catalogue: Catalogue,
  { subscriptionType }: UserProductEdits,
): SoldPeriod | null {
  const { soldPeriod, packageId } = product;
  if (subscriptionType === undefined || subscriptionType === product.subscriptionType) {
    return soldPeriod;
  }
  const period = firstPeriodOf(
    catalogue.packagesById.get(packageId),
    subscriptionType,
    soldPeriod.price.currency,
  );
  return period === null ? null : soldPeriodOf(period);
}

function refusalsOf(
  left: UserProduct,
  { sold, at }: { readonly sold: SoldPeriod | null; readonly at: Instant },
): readonly WriteRefusal[] {
  const { validFrom, validTo, packageCode, subscriptionType } = left;
  const refusals: WriteRefusal[] = [];
  if (sold === null) {
    const facts = { product_code: packageCode, subscription_type: subscriptionType };
    refusals.push({ reason: 'no_payment_period', facts });
  }
  refusals.push(...boundaryRefusals(left, at));
  if (validTo !== null && validTo <= validFrom) {
    refusals.push({ reason: 'valid_to_not_after_valid_from', facts: {} });
  }
  return refusals;
}

function eventFor(product: UserProduct, { state }: UserProductEdits): EventType {
  if (state === undefined || state === product.state) return 'user_product_updated';
  if (state === 'deactivated') return 'user_product_deactivated';
  return product.state === 'cancelled' ? 'user_product_uncancelled' : 'user_product_updated';
}

/** What waits falls due where the period now ends. */
function movedAlong(
  { pendingChange }: UserProduct,
  edits: Partial<UserProduct>,
): Partial<UserProduct> {
  const { validTo } = edits;
  if (pendingChange === null || validTo === undefined || validTo === null) return edits;
  return { ...edits, pendingChange: { ...pendingChange, dueAt: validTo } };
}
