import type { Requester } from '../../domain/user-product/requester.js';
import { undoChange, type UndoRefusalReason } from '../../domain/change/undo-change.js';
import { undoPendingChange } from '../../domain/change/undo-pending-change.js';
import type { Restored } from '../../domain/change/waiting-again.js';
import { type ChangeId, toId, type OrganisationId, type UserProductId } from '../../domain/ids.js';
import type { Change } from '../../domain/user-product/change.js';
import type { Ruling } from '../../domain/user-product/ruling.js';
import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../catalogue/organisation-context.js';
import { transitionIds } from '../commit/build-commit.js';
import type { DrainOutbox } from '../commit/drain-outbox.js';
import { unguarded, type WriteGuards } from '../commit/guards.js';
import type { LoadUserProduct, UserProductKey } from '../commit/load-user-product.js';
import type { WriteByRule } from '../commit/write-by-rule.js';
import type { WriteFailure } from '../commit/write-result.js';
import type { ChangeStore } from '../ports/change-store.js';
import type { IdSource } from '../ports/surroundings.js';

type UndoCommand = {
  readonly organisationId: OrganisationId;
  readonly changeId: ChangeId;
  /** Who corrects: goes into the correction's row of `changes`. */
  readonly requestedBy: Requester;
};

type UndoResult =
  | { readonly ok: true; readonly id: UserProductId; readonly was: 'pending' | 'applied' }
  | { readonly ok: false; readonly failure: 'unknown' | 'never_took_effect' | UndoRefusalReason };

/** Guards hold for a change that was applied: one of another version has been edited since, a key answers as before. */
export type UndoChange = (command: UndoCommand, guards?: WriteGuards) => Promise<UndoResult>;

export type UndoChangeDeps = {
  readonly changes: Pick<ChangeStore, 'find' | 'listByAccount'>;
  readonly drainOutbox: DrainOutbox;
  readonly load: LoadUserProduct;
  readonly readContext: ReadOrganisationContext;
  readonly writeByRule: WriteByRule;
  readonly ids: IdSource;
};

/** A change that may be undone, in its organisation, with what it had superseded. */
type Undoing = {
  readonly context: OrganisationContext;
  readonly change: Change;
  readonly superseded: Restored | null;
  readonly requestedBy: Requester;
  readonly guards: WriteGuards;
};

/** An operator's correction of a mistaken change (docs/spec/operations.md §1), with an event of its own. */
export function makeUndoChange(deps: UndoChangeDeps): UndoChange {
  return async ({ organisationId, changeId, requestedBy }, guards = unguarded) => {
    // What was accepted a moment ago may still wait to be told.
    await deps.drainOutbox(organisationId);
    const change = await deps.changes.find(organisationId, changeId);
    const context = await deps.readContext(organisationId, 'fresh');
    if (change === null || context === null) return { ok: false, failure: 'unknown' };
    const found = await findSuperseded(deps, organisationId, change);
    const superseded = found && { change: found, changeId: toId<ChangeId>(deps.ids.next()) };
    const undoing = { context, change, superseded, requestedBy, guards };
    if (change.state === 'created') return undoPending(deps, undoing);
    if (change.state !== 'applied' || change.successorId === null) {
      return { ok: false, failure: 'never_took_effect' };
    }
    return undoApplied(deps, undoing, change.successorId);
  };
}

/** By its row, which is kept as long as the account is. One from before it named it has closed it at its own instant. */
async function findSuperseded(
  { changes }: UndoChangeDeps,
  organisationId: OrganisationId,
  change: Change,
): Promise<Change | null> {
  const { supersedes } = change;
  if (supersedes === null) return null;
  if (supersedes !== undefined) return changes.find(organisationId, supersedes);
  const all = await changes.listByAccount(organisationId, change.accountId);
  const isIt = (it: Change) =>
    it.state === 'superseded' &&
    it.userProductId === change.userProductId &&
    it.closedAt === change.requestedAt;
  return all.findLast(isIt) ?? null;
}

/** It goes as if its own client had taken it back, or had never asked for it. */
async function undoPending(
  deps: UndoChangeDeps,
  { context, change, superseded }: Undoing,
): Promise<UndoResult> {
  const { catalogue, organisation } = context;
  const { accountId, userProductId } = change;
  const key = { organisationId: organisation.id, accountId, userProductId };
  const changeId = toId<ChangeId>(deps.ids.next());
  const write = { key, context, changeId, guards: unguarded };
  const result = await deps.writeByRule(write, (product, at) => {
    if (product.pendingChange?.changeId !== change.id) return notPending;
    const order = { product, at, catalogue, ids: transitionIds(deps.ids), changeId };
    return undoPendingChange(order, superseded);
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
  { context, change, superseded, requestedBy, guards }: Undoing,
  successorId: UserProductId,
): Promise<UndoResult> {
  const { organisation, catalogue } = context;
  const account = { organisationId: organisation.id, accountId: change.accountId };
  const ended = await deps.load({ ...account, userProductId: change.userProductId });
  if (ended === null) return { ok: false, failure: 'unknown' };
  const source = ended.product;
  const changeId = toId<ChangeId>(deps.ids.next());
  const newId = toId<UserProductId>(deps.ids.next());
  const key = { ...account, userProductId: successorId };
  const write = { key, context, changeId, guards };
  const result = await deps.writeByRule(write, (product, at) => {
    const ids = transitionIds(deps.ids, newId);
    const frame = { product, at, catalogue, ids };
    return undoChange({ ...frame, changeId, requestedBy, source, superseded });
  });
  if (!result.ok) return { ok: false, failure: failureOf(result) };
  const id = 'id' in result ? result.id : await goesOnAs(deps, key);
  return { ok: true, id, was: 'applied' };
}

function failureOf(result: WriteFailure<UndoRefusalReason>): UndoRefusalReason | 'unknown' {
  if (result.failure === 'refused') return result.refusals[0].reason;
  return result.failure === 'version_mismatch' ? 'edited_since' : 'unknown';
}

/** What a user product was followed by that was undone before. */
async function goesOnAs({ load }: UndoChangeDeps, key: UserProductKey): Promise<UserProductId> {
  const ended = await load(key);
  return ended?.product.endedBy?.successorId ?? key.userProductId;
}
