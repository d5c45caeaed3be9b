import { periodOf, type Catalogue } from '../../domain/catalogue/catalogue.js';
import type { PaymentPeriod } from '../../domain/catalogue/package.js';
import type { ChangeTarget, DecisionInput } from '../../domain/change/change-decision.js';
import type { DecisionPolicy } from '../../domain/change/change-policy.js';
import { toId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { brokenInvariants } from '../../domain/user-product/broken-invariants.js';
import type { FrozenTarget, PendingChange } from '../../domain/user-product/change.js';
import type { CommitFrame } from '../../domain/user-product/commit-frame.js';
import { createUserProduct } from '../../domain/user-product/create-user-product.js';
import { importedDraft } from './imported-draft.js';
import type { ImportFault, OrganisationImport } from './organisation-import.js';
import type { ResolvedUserProduct } from './resolve-user-product.js';
import {
  groupNeedsRecurring,
  invariantPlaces,
  placeOfRefusal,
  type RowPlace,
} from './row-places.js';
import { unitPlaces } from './unit-places.js';

/** The rules of explicit changes: those that hold for all that waits. */
export type WaitingPolicy = Pick<DecisionPolicy<string>, 'direct' | 'examine'>;

type Checked = {
  readonly file: OrganisationImport;
  /** As it will be when the file is written. */
  readonly catalogue: Catalogue;
  readonly now: Instant;
  readonly policy: WaitingPolicy;
};

/** A row of the file that is new, by its place in the list. */
export type NewRow = { readonly index: number; readonly resolved: ResolvedUserProduct };

/**
 * What no user product may be, whichever way it comes (docs/spec/operations.md §4): an invariant that a row would break,
 * or a change that waits in it though the rules would not have accepted it when it was asked for.
 */
export function checkRows(checked: Checked, rows: readonly NewRow[]): ImportFault[] {
  const { path, organisation } = checked.file;
  return rows.flatMap(({ index, resolved }) => {
    const draft = importedDraft(resolved, organisation.id);
    const broken = brokenInvariants({ ...draft, endedBy: null }, checked.catalogue);
    const places = [
      ...broken.map((it) => invariantPlaces[it]),
      ...unitPlaces(resolved, checked.catalogue),
      ...refusedPlaces(checked, resolved),
    ];
    const told = new Map(places.map((it) => [`${it.member} ${it.problem}`, it]));
    return [...told.values()].map(({ member, problem }) => ({
      path: `${path}user_products[${String(index)}].${member}`,
      problem,
    }));
  });
}

/** What waits for a tier is asked nothing of Payway's rules: where that tier is, is an invariant. */
function refusedPlaces(checked: Checked, resolved: ResolvedUserProduct): readonly RowPlace[] {
  const { pendingChange } = resolved;
  if (pendingChange === null) return [];
  if (pendingChange.behaviour === 'group') {
    return resolved.row.subscriptionType === 'recurring' ? [] : [groupNeedsRecurring];
  }
  const { policy } = checked;
  const input = inputOf(checked, resolved, pendingChange);
  return policy
    .examine(input, policy.direct(input))
    .refusals.map((it) => placeOfRefusal(it.reason));
}

/** The request as it would have been decided where it was made. */
function inputOf(
  { file, catalogue, now }: Checked,
  resolved: ResolvedUserProduct,
  pending: PendingChange,
): DecisionInput {
  const { next: product } = createUserProduct({
    draft: importedDraft(resolved, file.organisation.id),
    catalogue,
    ids: anyIds(pending),
    now,
  });
  return {
    product,
    target: targetOf(pending.target, catalogue),
    catalogue,
    now: pending.requestedAt,
  };
}

/** What it makes is thrown away, so any id does. */
function anyIds({ changeId }: PendingChange): CommitFrame['ids'] {
  return { nextEventId: () => toId(changeId), nextDocumentId: () => toId(changeId) };
}

/** On the terms that the row gives; whether it is enabled says the catalogue, unless the period is gone. */
function targetOf(
  { packageId, period, quantity, tierId }: FrozenTarget,
  catalogue: Catalogue,
): ChangeTarget {
  const pack = catalogue.packagesById.get(packageId);
  if (pack === undefined) throw new Error('a row was resolved to a package that is not there');
  const { periodId: id, ...terms } = period;
  const enabled = periodOf(pack, id)?.enabled ?? true;
  const frozen: PaymentPeriod = { id, enabled, ...terms };
  return { package: pack, period: frozen, quantity, tierId };
}
