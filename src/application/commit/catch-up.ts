import type { Catalogue } from '../../domain/catalogue/catalogue.js';
import type { ChangeId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { isDue } from '../../domain/user-product/due-at.js';
import { endPeriod } from '../../domain/user-product/end-period.js';
import type { Transition } from '../../domain/user-product/transition.js';
import type { OrganisationContext } from '../catalogue/organisation-context.js';
import { BusyError, SetAsideError } from '../ports/failures.js';
import type { Clock, IdSource, Pause } from '../ports/surroundings.js';
import { outboxLimit, type StoredUserProduct } from '../ports/user-product-store.js';
import { buildCommit, transitionIds } from './build-commit.js';
import type { DrainRows } from './drain-outbox.js';
import { answeredBefore, type WriteGuards } from './guards.js';
import { catchUpLimit } from './limits.js';
import type { SendCommit } from './send-commit.js';
import type { SetAside } from './set-aside.js';
import { type HoldWaits, newHoldWaits, waitForHolder } from '../clock/wait-for-holder.js';

/** What one request may still do before it leaves the rest to the worker; used up by all the rows that it meets. */
export type CatchUpBudget = HoldWaits & { periods: number };

export function newCatchUpBudget(): CatchUpBudget {
  return { periods: catchUpLimit, ...newHoldWaits() };
}

export type CatchUpDeps = {
  readonly drainRows: DrainRows;
  readonly sendCommit: SendCommit;
  readonly setAside: SetAside;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly pause: Pause;
};

/** A row as it was read, when that is, and whether another ends the periods of its organisation at the moment. */
export type SeenRow = {
  readonly row: StoredUserProduct;
  readonly now: Instant;
  readonly isHeld: boolean;
};

/** The write that asks, and what its request may still do. */
export type CaughtUpWrite = {
  readonly context: OrganisationContext;
  readonly changeId: ChangeId;
  readonly guards: WriteGuards;
  readonly budget: CatchUpBudget;
};

/**
 * Does what must be done before anything can be decided (docs/architecture.md §4): drains a full outbox, ends one due
 * period, or waits for a step of the test clock that ends it. True: something was done, read again. Throws `BusyError`
 * where more is due than a request does, and `SetAsideError` where the period's end cannot be decided, but for what was
 * answered before.
 */
export async function catchUp(
  deps: CatchUpDeps,
  { context, changeId, guards, budget }: CaughtUpWrite,
  { row, now, isHeld }: SeenRow,
): Promise<boolean> {
  if (row.recentChanges.includes(changeId)) return false;
  if (row.outbox.length >= outboxLimit) {
    await deps.drainRows([row]);
    return true;
  }
  if (!isDue(row.product, now)) return false;
  if (isHeld) {
    await waitForHolder(deps, budget);
    return true;
  }
  const transition = decided(deps, context.catalogue, row);
  if ('failure' in transition) {
    await deps.setAside.undecidable(row, transition.failure);
    if (answeredBefore(row, guards, deps.clock.now()) !== null) return false;
    throw new SetAsideError(transition.failure);
  }
  if (budget.periods === 0) throw new BusyError('more periods are due than a request ends');
  budget.periods -= 1;
  const write = buildCommit(deps, { row }, transition);
  await deps.sendCommit({ row, write, isTriedBefore: false });
  return true;
}

function decided(
  deps: CatchUpDeps,
  catalogue: Catalogue,
  { product }: StoredUserProduct,
): Transition | { readonly failure: unknown } {
  try {
    return endPeriod({ product, catalogue, ids: transitionIds(deps.ids) });
  } catch (failure) {
    return { failure };
  }
}
