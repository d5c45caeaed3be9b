import type { Catalogue } from '../catalogue/catalogue.js';
import { isChangeableKind } from '../catalogue/is-changeable-kind.js';
import type { PackageId } from '../ids.js';
import type { PendingChange } from './change.js';
import { isOursToEnd, isTuloProvisioned } from './due-at.js';
import type { UserProduct } from './user-product.js';

/** What is true of every user product, whichever way it came and whatever was done to it. */
export type Invariant =
  | 'end_missing'
  | 'end_not_after_start'
  | 'sold_period_of_another_type'
  | 'waits_where_nothing_can'
  | 'waits_for_what_we_do_not_end'
  | 'waits_for_another_instant'
  | 'waits_for_another_type'
  | 'waits_for_another_currency'
  | 'waits_for_another_payment_method'
  | 'waits_for_what_it_is'
  | 'waits_for_no_tier_of_its_group'
  | 'waits_on_what_cannot_be_changed'
  | 'waits_for_what_cannot_be_changed_to';

/** What of a user product its invariants speak of. */
type Held = Pick<
  UserProduct,
  | 'packageId'
  | 'soldPeriod'
  | 'quantity'
  | 'tierId'
  | 'subscriptionType'
  | 'state'
  | 'provisionService'
  | 'validFrom'
  | 'validTo'
  | 'pendingChange'
  | 'endedBy'
>;

/** What of the catalogue they speak of. */
export type HeldCatalogue = Pick<Catalogue, 'packagesById' | 'tiersById'>;

type Row = {
  readonly product: Held;
  readonly catalogue: HeldCatalogue;
};

type Rule<Of> = { readonly name: Invariant; readonly holds: (row: Of) => boolean };

const ofEveryRow: readonly Rule<Row>[] = [
  { name: 'end_missing', holds: ({ product }) => !lacksEnd(product) },
  {
    name: 'end_not_after_start',
    holds: ({ product: { validFrom, validTo } }) => validTo === null || validTo > validFrom,
  },
  {
    name: 'sold_period_of_another_type',
    holds: ({ product: { soldPeriod, subscriptionType } }) => soldPeriod.type === subscriptionType,
  },
];

type Waiting = Row & { readonly pending: PendingChange };

/** Of what the rules ask of a change, what cannot have become otherwise since: a target may be archived meanwhile. */
const ofWhatWaits: readonly Rule<Waiting>[] = [
  {
    name: 'waits_where_nothing_can',
    holds: ({ product: { state, endedBy, validTo } }) =>
      state === 'activated' && endedBy === null && validTo !== null,
  },
  { name: 'waits_for_what_we_do_not_end', holds: ({ product }) => isTuloProvisioned(product) },
  {
    name: 'waits_for_another_instant',
    holds: ({ product: { validTo }, pending }) => validTo === null || pending.dueAt === validTo,
  },
  {
    name: 'waits_for_another_type',
    holds: ({ product, pending }) => pending.target.period.type === product.subscriptionType,
  },
  {
    name: 'waits_for_another_currency',
    holds: ({ product: { soldPeriod }, pending: { target } }) =>
      target.period.price.currency === soldPeriod.price.currency,
  },
  {
    name: 'waits_for_another_payment_method',
    holds: ({ product: { soldPeriod }, pending: { target, behaviour } }) =>
      behaviour === 'group' || target.period.paymentMethod === soldPeriod.paymentMethod,
  },
  { name: 'waits_for_what_it_is', holds: waitsForAnother },
  { name: 'waits_for_no_tier_of_its_group', holds: waitsInItsGroup },
  {
    name: 'waits_on_what_cannot_be_changed',
    holds: ({ product, catalogue }) => mayBeChanged(product.packageId, catalogue),
  },
  {
    name: 'waits_for_what_cannot_be_changed_to',
    holds: ({ pending, catalogue }) => mayBeChanged(pending.target.packageId, catalogue),
  },
];

/**
 * Which invariants a user product breaks: none. The one place that says them: creation and edit ask it, so does an
 * import before it writes (docs/spec/operations.md §4), and `verify` of what is there. What has left the catalogue is
 * not held against it.
 * Example: a downgrade that waits for a limited period of a recurring subscription is `waits_for_another_type`.
 */
export function brokenInvariants(product: Held, catalogue: HeldCatalogue): readonly Invariant[] {
  const { pendingChange: pending } = product;
  const row = { product, catalogue };
  return [
    ...brokenOf(ofEveryRow, row),
    ...(pending === null ? [] : brokenOf(ofWhatWaits, { ...row, pending })),
  ];
}

/** Whether one that we renew or end would never end: recurring or limited, without a `validTo`. */
export function lacksEnd(
  product: Pick<
    UserProduct,
    'state' | 'provisionService' | 'endedBy' | 'subscriptionType' | 'validTo'
  >,
): boolean {
  const { subscriptionType, validTo } = product;
  return validTo === null && subscriptionType !== 'single' && isOursToEnd(product);
}

function brokenOf<Of>(rules: readonly Rule<Of>[], row: Of): readonly Invariant[] {
  return rules.filter((it) => !it.holds(row)).map((it) => it.name);
}

function mayBeChanged(id: PackageId, { packagesById }: Row['catalogue']): boolean {
  const found = packagesById.get(id);
  return found === undefined || isChangeableKind(found.kind);
}

/** By Payway's default another package, explicitly also another period; in a group also another quantity. */
function waitsForAnother({ product, pending: { target, behaviour } }: Waiting): boolean {
  if (target.packageId !== product.packageId) return true;
  if (behaviour === 'default') return false;
  if (target.period.periodId !== product.soldPeriod.periodId) return true;
  return behaviour === 'group' && target.quantity !== product.quantity;
}

/** A tier of its own that is gone by now is as none, and not held against it (docs/spec/product-groups-api.md §2). */
function waitsInItsGroup({
  product: { tierId },
  pending,
  catalogue: { tiersById },
}: Waiting): boolean {
  const { behaviour, target } = pending;
  if (behaviour !== 'group') return true;
  if (tierId === null || target.tierId === null) return false;
  const group = tiersById.get(target.tierId)?.group;
  const own = tiersById.get(tierId)?.group;
  return group !== undefined && (own === undefined || own.id === group.id);
}
