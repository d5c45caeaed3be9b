import { cancelPendingChange } from '../../domain/change/cancel-pending-change.js';
import { undoChange, type UndoRefusalReason } from '../../domain/change/undo-change.js';
import { type ChangeId, toId, type OrganisationId, type UserProductId } from '../../domain/ids.js';
import type { Change } from '../../domain/user-product/change.js';
import type { Ruling } from '../../domain/user-product/ruling.js';
import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../catalogue/organisation-context.js';
import { transitionIds } from '../commit/build-commit.js';
import type { DrainOutbox } from '../commit/drain-outbox.js';
import { unguarded } from '../commit/guards.js';
import type { LoadUserProduct } from '../commit/load-user-product.js';
import type { WriteByRule } from '../commit/write-by-rule.js';
import type { ChangeStore } from '../ports/change-store.js';
import type { IdSource } from '../ports/surroundings.js';

type UndoCommand = {
  readonly organisationId: OrganisationId;
  readonly changeId: ChangeId;
  /** Who corrects: goes into the correction's row of `changes`. */
  readonly requestedBy: string;
};

type UndoResult =
  | { readonly ok: true; readonly id: UserProductId; readonly was: 'pending' | 'applied' }
  | { readonly ok: false; readonly failure: 'unknown' | 'never_took_effect' | UndoRefusalReason };

export type UndoChange = (command: UndoCommand) => Promise<UndoResult>;

export type UndoChangeDeps = {
  readonly changes: Pick<ChangeStore, 'find'>;
  readonly drainOutbox: DrainOutbox;
  readonly load: LoadUserProduct;
  readonly readContext: ReadOrganisationContext;
  readonly writeByRule: WriteByRule;
  readonly ids: IdSource;
};

/** An operator's correction of a mistaken change (docs/spec/operations.md §1), with an event of its own. */
export function makeUndoChange(deps: UndoChangeDeps): UndoChange {
  return async ({ organisationId, changeId, requestedBy }) => {
    // What was accepted a moment ago may still wait to be told.
    await deps.drainOutbox(organisationId);
    const change = await deps.changes.find(organisationId, changeId);
    const context = await deps.readContext(organisationId, 'fresh');
    if (change === null || context === null) return { ok: false, failure: 'unknown' };
    if (change.state === 'created') return undoPending(deps, context, change);
    if (change.state !== 'applied' || change.successorId === null) {
      return { ok: false, failure: 'never_took_effect' };
    }
    const { successorId } = change;
    return undoApplied(deps, context, { change: { ...change, successorId }, requestedBy });
  };
}

/** It goes as if its own client had taken it back. */
async function undoPending(
  deps: UndoChangeDeps,
  context: OrganisationContext,
  change: Change,
): Promise<UndoResult> {
  const { catalogue, organisation } = context;
  const { accountId, userProductId } = change;
  const key = { organisationId: organisation.id, accountId, userProductId };
  const changeId = toId<ChangeId>(deps.ids.next());
  const write = { key, context, changeId, guards: unguarded };
  const result = await deps.writeByRule(write, (product, at) => {
    if (product.pendingChange?.changeId !== change.id) return notPending;
    return cancelPendingChange({
      product,
      at,
      catalogue,
      ids: transitionIds(deps.ids),
      changeId,
    });
  });
  if (result.ok && 'id' in result) return { ok: true, id: result.id, was: 'pending' };
  return { ok: false, failure: 'not_the_last' };
}

const notPending: Ruling<'no_pending_change'> = {
  rule: 'refuse',
  refusals: [{ reason: 'no_pending_change', facts: {} }],
};

async function undoApplied(
  deps: UndoChangeDeps,
  context: OrganisationContext,
  given: { readonly change: Change & { readonly successorId: UserProductId }; requestedBy: string },
): Promise<UndoResult> {
  const { change, requestedBy } = given;
  const { organisation, catalogue } = context;
  const account = { organisationId: organisation.id, accountId: change.accountId };
  const source = await deps.load({ ...account, userProductId: change.userProductId });
  if (source === null) return { ok: false, failure: 'unknown' };
  const changeId = toId<ChangeId>(deps.ids.next());
  const newId = toId<UserProductId>(deps.ids.next());
  const key = { ...account, userProductId: change.successorId };
  const write = { key, context, changeId, guards: unguarded };
  const result = await deps.writeByRule(write, (product, at) => {
    const ids = transitionIds(deps.ids, newId);
    return undoChange({
      product,
      at,
      catalogue,
      ids,
      changeId,
      requestedBy,
      source: source.product,
    });
  });
  if (result.ok && 'id' in result) return { ok: true, id: result.id, was: 'applied' };
  const isRefused = !result.ok && result.failure === 'refused';
  return { ok: false, failure: isRefused ? result.refusals[0].reason : 'unknown' };
}
