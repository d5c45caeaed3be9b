import type { OrganisationId, SubscriptionId } from '../../domain/ids.js';
import type { EventLog, LoggedEvent, EventRetention } from '../ports/event-log.js';
import type { StoredUserProduct, UserProductWalk } from '../ports/user-product-store.js';
import type { DomainEvent } from '../../domain/user-product/event-side.js';
import type { Paid } from '../../domain/user-product/paid.js';
import { pageSize, type Finding, type ReportFinding } from './finding.js';
import { verifyPaidAsTold, verifyPaidOfEvent } from './verify-paid.js';
import { walkUserProducts } from './walk-user-products.js';

export type VerifyLogDeps = {
  readonly retention: Pick<EventRetention, 'logStartsAt'>;
  readonly events: Pick<EventLog, 'read' | 'lastPosition'>;
  readonly walk: Pick<UserProductWalk, 'page'>;
  /** How many subscriptions are counted in one pass over the log: what bounds the memory. */
  readonly subscriptionsAtOnce: number;
};

/**
 * Checks the organisation's log (docs/architecture.md §7): positions 1, 2, 3 … without a gap; sequences 1, 2, 3 …
 * within each subscription, none of which happened before the one before it; that all events a living row has counted
 * are in the log or still in its outbox; and that neither an event nor a row beside its last one says that more was paid
 * than there was. Of a log whose beginning was removed (docs/decisions/11-erasure-and-retention.md) the rest is held to
 * the same. A long log is read several times, each time for other subscriptions.
 */
export async function verifyLog(
  deps: VerifyLogDeps,
  organisationId: OrganisationId,
  report: ReportFinding,
): Promise<void> {
  const last = await deps.events.lastPosition(organisationId);
  const passes = Math.max(1, Math.ceil(last / deps.subscriptionsAtOnce));
  for (let pass = 0; pass < passes; pass += 1) {
    const isOfPass = (id: SubscriptionId) => Number.parseInt(id.slice(-6), 16) % passes === pass;
    await verifyPass(deps, { organisationId, isOfPass, isFirst: pass === 0, report });
  }
}

type Pass = {
  readonly organisationId: OrganisationId;
  readonly isOfPass: (id: SubscriptionId) => boolean;
  readonly isFirst: boolean;
  readonly report: ReportFinding;
};

/** What one pass has read so far. */
type Reading = {
  position: number;
  /** Something before was removed: a subscription may begin with any sequence, or have no event left. */
  isShortened: boolean;
  readonly lastEvents: Map<SubscriptionId, LastEvent>;
};

/** Of a subscription: the highest sequence, what was paid by it, and the latest instant that something happened at. */
type LastEvent = {
  readonly sequence: number;
  readonly paid: Paid | null;
  readonly occurredAt: number;
};

/** A page of rows is compared after the log was read on: what a row no longer holds is in the log by then. */
async function verifyPass(deps: VerifyLogDeps, pass: Pass): Promise<void> {
  const { organisationId, report } = pass;
  const reading: Reading = { position: 0, isShortened: false, lastEvents: new Map() };
  await readForward(deps, pass, reading);
  for await (const { rows } of walkUserProducts(deps.walk, organisationId)) {
    await readForward(deps, pass, reading);
    for (const row of rows.filter((it) => pass.isOfPass(it.product.subscriptionId))) {
      const logged = reading.lastEvents.get(row.product.subscriptionId);
      if (!isLiving(row) || (logged === undefined && reading.isShortened)) continue;
      const sequence = logged?.sequence ?? 0;
      if (sequence < writtenSequence(row)) report(eventLost(row, sequence));
      verifyPaidAsTold(row.product, paidAsTold(row, logged)).forEach(report);
    }
  }
}

async function readForward(deps: VerifyLogDeps, pass: Pass, reading: Reading): Promise<void> {
  const { organisationId } = pass;
  for (;;) {
    const after = reading.position;
    const page = await deps.events.read(organisationId, { after, limit: pageSize });
    if (page.length === 0) return;
    for (const logged of page) {
      if (logged.position !== reading.position + 1) await checkGap(deps, pass, { reading, logged });
      reading.position = logged.position;
      if (pass.isOfPass(logged.event.subscriptionId)) countEvent(pass, reading, logged);
    }
  }
}

/**
 * Positions are missing: nothing is wrong where the log begins only after them. That is asked when they are missed, since
 * they may be removed while the log is read; what was counted before is then no longer what the rest goes on from.
 */
async function checkGap(
  { retention }: VerifyLogDeps,
  { organisationId, isFirst, report }: Pass,
  { reading, logged }: { reading: Reading; logged: LoggedEvent },
): Promise<void> {
  const startsAt = await retention.logStartsAt(organisationId);
  if (reading.position + 1 < startsAt) {
    reading.isShortened = true;
    reading.lastEvents.clear();
  }
  const isMissing = logged.position > Math.max(reading.position + 1, startsAt);
  if (isMissing && isFirst) report(positionGap(organisationId, reading.position, logged));
}

function countEvent(pass: Pass, { lastEvents, isShortened }: Reading, logged: LoggedEvent): void {
  const { subscriptionId, sequence, occurredAt } = logged.event;
  const known = lastEvents.get(subscriptionId);
  const before = known ?? { sequence: 0, paid: null, occurredAt: -Infinity };
  const last = sequence > before.sequence ? { sequence, paid: paidIn(logged.event) } : before;
  lastEvents.set(subscriptionId, {
    ...last,
    occurredAt: Math.max(before.occurredAt, occurredAt),
  });
  verifyPaidOfEvent(logged.event).forEach(pass.report);
  const goesOn = sequence === before.sequence + 1 || (known === undefined && isShortened);
  if (!goesOn) reportEvent(pass, 'sequence_gap', { logged, after: before.sequence });
  if (occurredAt < before.occurredAt) {
    reportEvent(pass, 'event_before_its_predecessor', { logged, after: before.sequence });
  }
}

function reportEvent(
  { organisationId, report }: Pass,
  promise: Finding['promise'],
  { logged: { event, position }, after }: { logged: LoggedEvent; after: number },
): void {
  const { subscriptionId, sequence, id } = event;
  const facts = { subscription_id: subscriptionId, event_id: id, position, sequence, after };
  report({ organisationId, promise, facts });
}

function isLiving({ product, successor }: StoredUserProduct): boolean {
  return product.endedBy === null && successor === null;
}

/** What the very last event of a row told; null where the row has moved on since, or it told nothing of it. */
function paidAsTold({ product, outbox }: StoredUserProduct, logged?: LastEvent): Paid | null {
  const waiting = outbox.at(-1)?.events.at(-1);
  const last = waiting ? { sequence: waiting.sequence, paid: paidIn(waiting) } : logged;
  return last?.sequence === product.lastSequence ? last.paid : null;
}

function paidIn({ after }: DomainEvent): Paid | null {
  return after?.userProduct.paid ?? null;
}

/** The last sequence that is no longer waiting in the row. */
function writtenSequence({ product, outbox }: StoredUserProduct): number {
  return product.lastSequence - outbox.flatMap((it) => it.events).length;
}

function eventLost(row: StoredUserProduct, logged: number): Finding {
  const { id, subscriptionId, organisationId } = row.product;
  const facts = {
    subscription_id: subscriptionId,
    user_product_id: id,
    last_in_log: logged,
    last_written: writtenSequence(row),
  };
  return { organisationId, promise: 'event_lost', facts };
}

function positionGap(
  organisationId: OrganisationId,
  after: number,
  { position, event }: LoggedEvent,
): Finding {
  const facts = { event_id: event.id, position, after };
  return { organisationId, promise: 'position_gap', facts };
}
