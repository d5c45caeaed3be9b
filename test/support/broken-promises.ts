import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import type { LoggedEvent } from '../../src/application/ports/event-log.js';
import type { NumberedDocument } from '../../src/application/ports/billing-document-store.js';
import type { StoredUserProduct } from '../../src/application/ports/user-product-store.js';
import { documentSeries, type DocumentType } from '../../src/domain/billing/billing-document.js';
import type { AccountId, OrganisationId } from '../../src/domain/ids.js';

/** The whole log of an organisation. */
export async function readLog(
  stores: ChangeStores,
  organisationId: OrganisationId,
): Promise<readonly LoggedEvent[]> {
  const log: LoggedEvent[] = [];
  for (;;) {
    const page = await stores.events.read(organisationId, { after: log.length, limit: 1_000 });
    if (page.length === 0) return log;
    log.push(...page);
  }
}

/**
 * Types of a subscription's events in log order, each with its sequence: `1 user_product_created`; those of a document
 * with what it comes to: `2 invoice.created 100.00`.
 */
export async function eventNames(
  stores: ChangeStores,
  organisationId: OrganisationId,
  accountId: AccountId,
): Promise<readonly string[]> {
  const log = await readLog(stores, organisationId);
  return log
    .filter(({ event }) => event.accountId === accountId)
    .map(({ event: { sequence, type, document } }) => {
      const amount = document === null ? '' : ` ${(document.netMinor / 100).toFixed(2)}`;
      return `${String(sequence)} ${type}${amount}`;
    });
}

/**
 * What a finished account must be like (docs/architecture.md §3, §7), as sentences about what is not: nothing left in
 * an outbox, one living product a chain, every successor there, sequences 1, 2, 3 … in log order, none of which goes back
 * in time, positions without a gap, each change row as the documents say; invoices and credit notes numbered 1, 2, 3 …,
 * each of them once and told of once. Empty: all promises are kept.
 */
export async function brokenPromises(
  stores: ChangeStores,
  organisationId: OrganisationId,
  accountId: AccountId,
): Promise<readonly string[]> {
  const rows = await stores.userProducts.listByAccount(organisationId, accountId);
  const log = await readLog(stores, organisationId);
  const changes = await stores.changes.listByAccount(organisationId, accountId);
  const series = await Promise.all(
    documentSeries.map((type) => readSeries(stores, organisationId, type)),
  );
  return [
    ...rows.flatMap(unfinished),
    ...brokenChains(rows),
    ...log.flatMap(({ position }, index) =>
      position === index + 1 ? [] : [`position ${String(position)} stands at ${String(index + 1)}`],
    ),
    ...brokenSequences(rows, log),
    ...backInTime(log),
    ...series.flatMap(brokenSeries),
    ...brokenDocuments(series.flat(), log),
    ...changes
      .filter((it) => it.state === 'created')
      .filter((it) => !rows.some(({ product }) => product.pendingChange?.changeId === it.id))
      .map((it) => `change ${it.id} waits, but nothing is pending`),
    ...rows
      .filter(({ product }) => product.pendingChange !== null)
      .filter(({ product: { pendingChange } }) => {
        const row = changes.find((it) => it.id === pendingChange?.changeId);
        return row?.state !== 'created';
      })
      .map(({ product }) => `${product.id} has a pending change without an open row`),
  ];
}

async function readSeries(
  { documents }: ChangeStores,
  organisationId: OrganisationId,
  type: DocumentType,
): Promise<readonly NumberedDocument[]> {
  const series: NumberedDocument[] = [];
  for (;;) {
    const after = series.at(-1)?.sequence ?? 0;
    const page = await documents.series(organisationId, { type, after, limit: 1_000 });
    if (page.length === 0) return series;
    series.push(...page);
  }
}

function brokenSeries(series: readonly NumberedDocument[]): readonly string[] {
  return series.flatMap(({ type, sequence }, index) =>
    sequence === index + 1 ? [] : [`${type} ${String(sequence)} stands at ${String(index + 1)}`],
  );
}

/** What the log tells was made is what is stored, each once, with the number that it has. */
function brokenDocuments(
  stored: readonly NumberedDocument[],
  log: readonly LoggedEvent[],
): readonly string[] {
  const told = log.flatMap(({ event: { type, document } }) =>
    type === 'invoice.created' || type === 'credit_note.created' ? (document ?? []) : [],
  );
  const nameOf = ({ type, sequence, id }: (typeof told)[number]) =>
    `${type} ${String(sequence)} ${id}`;
  const [isStored = '', isTold = ''] = [stored, told].map((them) =>
    them.map(nameOf).toSorted().join(),
  );
  return isStored === isTold ? [] : [`stored is ${isStored}; told is ${isTold}`];
}

function unfinished({ product, outbox, successor }: StoredUserProduct): readonly string[] {
  return [
    ...(outbox.length > 0 ? [`${product.id} has ${String(outbox.length)} undrained entries`] : []),
    ...(successor === null ? [] : [`${product.id} still holds its successor`]),
  ];
}

function brokenChains(rows: readonly StoredUserProduct[]): readonly string[] {
  const ids = new Set(rows.map(({ product }) => product.id));
  const living = rows.filter(({ product }) => product.state !== 'deactivated');
  const chains = new Set(living.map(({ product }) => product.subscriptionId));
  return [
    ...(living.length > chains.size ? ['two living products in one chain'] : []),
    ...rows
      .filter(({ product: { endedBy } }) => endedBy !== null && !ids.has(endedBy.successorId))
      .map(({ product }) => `the successor of ${product.id} is missing`),
  ];
}

function brokenSequences(
  rows: readonly StoredUserProduct[],
  log: readonly LoggedEvent[],
): readonly string[] {
  const chains = new Set(rows.map(({ product }) => product.subscriptionId));
  return [...chains].flatMap((chain) => {
    const sequences = log
      .filter(({ event }) => event.subscriptionId === chain)
      .map(({ event }) => event.sequence);
    const last = Math.max(
      ...rows
        .filter((it) => it.product.subscriptionId === chain)
        .map((it) => it.product.lastSequence),
    );
    const expected = Array.from({ length: last }, (_, index) => index + 1);
    return sequences.join() === expected.join()
      ? []
      : [`sequences of ${chain} are ${sequences.join()}, not 1 to ${String(last)}`];
  });
}

/** Events that happened before what their subscription had told before them (docs/architecture.md §7). */
export function backInTime(log: readonly LoggedEvent[]): readonly string[] {
  const latest = new Map<string, number>();
  return log.flatMap(({ event: { subscriptionId, sequence, type, occurredAt } }) => {
    const before = latest.get(subscriptionId) ?? -Infinity;
    latest.set(subscriptionId, Math.max(before, occurredAt));
    return occurredAt < before ? [`${String(sequence)} ${type} goes back in time`] : [];
  });
}
