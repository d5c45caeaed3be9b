import type { ChangeRowWrite } from '../../domain/user-product/change.js';
import type { DomainEvent } from '../../domain/user-product/event-side.js';
import type { OrganisationId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { ChangeStore } from '../ports/change-store.js';
import type { Clock } from '../ports/surroundings.js';
import type { Log } from '../ports/log.js';
import type { Metrics } from '../ports/metrics.js';
import type { DrainedMark, OutboxStore, StoredUserProduct } from '../ports/user-product-store.js';
import type { OrganisationStore } from '../ports/organisation-store.js';
import type { AppendEvents } from './append-events.js';
import { drainPage } from './drain-page.js';
import { findDrainable } from './find-drainable.js';
import type { NumberDocuments } from './number-documents.js';
import type { SetAside } from './set-aside.js';

export type DrainRows = (rows: readonly StoredUserProduct[]) => Promise<void>;
export type DrainOutbox = (organisationId: OrganisationId | 'all') => Promise<number>;

export type DrainDeps = {
  readonly outboxes: OutboxStore;
  readonly changes: Pick<ChangeStore, 'write'>;
  readonly numberDocuments: NumberDocuments;
  readonly appendEvents: AppendEvents;
  /** Real time. */
  readonly clock: Clock;
  readonly metrics: Pick<Metrics, 'drained'>;
};

const pageSize = 500;

/**
 * Writes what these rows hold for other collections: successors, billing documents, change rows, events; and only then
 * takes it out of them, by id. Every step may be done again, by anybody, at any later time, and changes nothing
 * (docs/architecture.md §3). The documents come before what tells of them: events carry their numbers.
 */
export function makeDrainRows(deps: DrainDeps): DrainRows {
  return async (rows) => {
    if (rows.length === 0) return;
    await deps.outboxes.insertSuccessors(
      rows.flatMap((row) => (row.successor === null ? [] : [row.successor])),
    );
    for (const [organisationId, own] of byOrganisation(rows)) {
      const events = await deps.numberDocuments(organisationId, eventsOf(own));
      await deps.changes.write(organisationId, changeRowsOf(own));
      await deps.appendEvents(organisationId, events);
    }
    await deps.outboxes.markDrained(rows.map(markOf));
    deps.metrics.drained(rows.length, oldestAgeMs(rows, deps.clock.now()));
  };
}

export type DrainOutboxDeps = DrainDeps & {
  readonly drainRows: DrainRows;
  readonly organisations: Pick<OrganisationStore, 'listHeld'>;
  readonly setAside: Pick<SetAside, 'unreadable'>;
  readonly log: Log;
};

/**
 * Drains until nothing waits, and answers how many documents it drained. A document that cannot be read or drained is
 * told as an error and left: it does not hold up the others. Of all organisations those are left alone whose periods are
 * being ended in order: whoever does it drains them in that order (docs/architecture.md §4).
 */
export function makeDrainOutbox(deps: DrainOutboxDeps): DrainOutbox {
  return async (organisationId) => {
    let drained = 0;
    const except = new Set<OrganisationId>();
    for (;;) {
      const page = { organisationId, limit: pageSize, except: [...except] };
      const released = await deps.outboxes.releaseInserted(page);
      const rows = await findDrainable(deps, page);
      const held =
        organisationId === 'all' ? await heldAmong(deps, rows) : new Set<OrganisationId>();
      const free = rows.filter(({ product }) => !held.has(product.organisationId));
      const done = released + (await drainPage(deps, free));
      if (done === 0 && held.size === 0) return drained;
      drained += done;
      for (const id of held) except.add(id);
    }
  };
}

/** Asked after the rows were read: what was read before somebody began to hold them is older than what is ended since. */
async function heldAmong(
  { organisations, clock }: DrainOutboxDeps,
  rows: readonly StoredUserProduct[],
): Promise<ReadonlySet<OrganisationId>> {
  if (rows.length === 0) return new Set();
  const own = new Set(rows.map(({ product }) => product.organisationId));
  const held = await organisations.listHeld(clock.now());
  return new Set(held.filter((id) => own.has(id)));
}

function byOrganisation(
  rows: readonly StoredUserProduct[],
): ReadonlyMap<OrganisationId, StoredUserProduct[]> {
  const groups = new Map<OrganisationId, StoredUserProduct[]>();
  for (const row of rows) {
    const { organisationId } = row.product;
    const group = groups.get(organisationId);
    if (group === undefined) groups.set(organisationId, [row]);
    else group.push(row);
  }
  return groups;
}

function changeRowsOf(rows: readonly StoredUserProduct[]): readonly ChangeRowWrite[] {
  return rows.flatMap((row) => row.outbox.flatMap((entry) => entry.changeRows));
}

/** Each document's events in its own order; the documents by the instant of their first, as a reader would expect. */
function eventsOf(rows: readonly StoredUserProduct[]): readonly DomainEvent[] {
  const perRow = rows.map((row) => row.outbox.flatMap((entry) => entry.events));
  const firstAt = (events: readonly DomainEvent[]): number => events[0]?.occurredAt ?? 0;
  return perRow.toSorted((a, b) => firstAt(a) - firstAt(b)).flat();
}

/** How long the oldest entry of these documents had waited, those that a successor takes along among them. */
function oldestAgeMs(rows: readonly StoredUserProduct[], now: Instant): number {
  const entries = rows.flatMap((row) => [...row.outbox, ...(row.successor?.outbox ?? [])]);
  return entries.reduce((oldest, { createdAt }) => Math.max(oldest, now - createdAt), 0);
}

function markOf(row: StoredUserProduct): DrainedMark {
  return {
    userProductId: row.product.id,
    entryIds: row.outbox.map((entry) => entry.id),
    successorId: row.successor?.product.id ?? null,
  };
}
