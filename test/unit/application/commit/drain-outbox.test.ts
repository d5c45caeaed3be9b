import { beforeEach, describe, expect, test } from '@jest/globals';
import { makeAppendEvents } from '../../../../src/application/commit/append-events.js';
import {
  type DrainDeps,
  makeDrainOutbox,
  makeDrainRows,
} from '../../../../src/application/commit/drain-outbox.js';
import { makeNumberDocuments } from '../../../../src/application/commit/number-documents.js';
import { noMetrics } from '../../../../src/application/ports/metrics.js';
import { StoreUnavailableError } from '../../../../src/application/ports/failures.js';
import { type Instant, toInstant } from '../../../../src/domain/time/instant.js';
import type { OrganisationId } from '../../../../src/domain/ids.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { type BillingDocument, numberOf } from '../../../../src/domain/billing/billing-document.js';
import { at } from '../../../support/domain/at.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { seedOrganisation } from '../../../support/organisation.js';
import { silentLog } from '../../../support/process.js';
import { buildEndingCommit } from '../../../support/stored/build-commit.js';
import {
  buildCreditNote,
  buildDocument,
  buildDocumentEvent,
} from '../../../support/stored/build-document.js';
import {
  buildChange,
  buildEntry,
  buildEvent,
  closeOf,
} from '../../../support/stored/build-entry.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { newId } from '../../../support/stored/ids.js';

const writtenAt = at('2026-05-01T00:00:00Z');
const now = at('2026-05-01T00:00:07Z');

let stores: ReturnType<typeof openMemoryStores>;
let organisationId: OrganisationId;
let counted: [rows: number, oldestAgeMs: number][];
let errors: unknown[];
beforeEach(() => {
  stores = openMemoryStores();
  organisationId = newId();
  counted = [];
  errors = [];
});

const drains = (changed: Partial<DrainDeps> = {}) => {
  const deps: DrainDeps = {
    ...stores,
    numberDocuments: makeNumberDocuments({ ...stores, metrics: noMetrics }),
    appendEvents: makeAppendEvents(stores),
    clock: { now: () => now },
    metrics: { drained: (rows, age) => counted.push([rows, age]) },
    ...changed,
  };
  const log = { ...silentLog, error: (_: string, facts?: object) => errors.push(facts) };
  const drainRows = makeDrainRows(deps);
  const { organisations } = stores;
  const setAside = { unreadable: () => Promise.resolve() };
  const outbox = { ...deps, organisations, setAside, drainRows, log };
  return { drainRows, drainOutbox: makeDrainOutbox(outbox) };
};
const insert = async (product: UserProduct, entries = [buildEntry(product)]) => {
  const outbox = entries.map((it) => ({ ...it, createdAt: writtenAt }));
  await stores.userProducts.insert(product.organisationId, { product, outbox });
  return { product, outbox };
};
const entryAt = (product: UserProduct, occurredAt: Instant) =>
  buildEntry(product, { events: [buildEvent(product, { occurredAt })] });
const stored = async ({ organisationId: of, id }: UserProduct) => {
  const row = await stores.userProducts.find(of, id);
  if (row === null) throw new Error('no such row');
  return row;
};
const logged = async (of = organisationId) =>
  (await stores.events.read(of, { after: 0, limit: 100 })).map(({ event }) => event.id);

describe('Draining rows', () => {
  test('writes their changes and their events, then takes them out', async () => {
    const product = buildRow({ organisationId });
    const change = buildChange(product);
    const changeRows = [{ write: 'open', change }, closeOf(change)] as const;
    const [first, second] = [buildEntry(product, { changeRows }), buildEntry(product)];
    await insert(product, [first, second]);
    await drains().drainRows([await stored(product)]);
    expect(await logged()).toEqual([...first.events, ...second.events].map((it) => it.id));
    expect(await stores.changes.find(organisationId, change.id)).toMatchObject({
      state: 'superseded',
    });
    expect((await stored(product)).outbox).toEqual([]);
    expect(counted).toEqual([[1, 7_000]]);
  });

  test('inserts the successors that they hold, with what these have to tell', async () => {
    const { product } = await insert(buildRow({ organisationId }));
    const write = buildEndingCommit(product, [...(await stored(product)).outbox]);
    await stores.userProducts.commit(organisationId, write);
    await drains().drainRows([await stored(product)]);
    expect(await stored(write.successor.product)).toMatchObject(write.successor);
    expect((await stored(product)).successor).toBeNull();
    expect(await logged()).toEqual([]);
  });

  test('tells of several by the instant of their first event, each in its own order', async () => {
    const [late, early] = [buildRow({ organisationId }), buildRow({ organisationId })];
    const eventsOf = (row: UserProduct, ...days: readonly string[]) =>
      days.map((day) => buildEvent(row, { occurredAt: at(`2026-05-${day}T00:00:00Z`) }));
    const [second, first] = [eventsOf(late, '02', '01'), eventsOf(early, '01', '03')];
    await insert(late, [buildEntry(late, { events: second })]);
    await insert(early, [buildEntry(early, { events: first })]);
    await drains().drainRows([await stored(late), await stored(early)]);
    expect(await logged()).toEqual([...first, ...second].map((it) => it.id));
  });

  test('may be done again by whoever comes late, and changes nothing', async () => {
    const { product, outbox } = await insert(buildRow({ organisationId }));
    const seen = await stored(product);
    const { drainRows } = drains();
    await Promise.all([drainRows([seen]), drainRows([seen])]);
    await drainRows([seen]);
    expect(await logged()).toEqual(outbox.flatMap((it) => it.events.map(({ id }) => id)));
  });

  test('numbers their documents before it tells of them, each series for itself', async () => {
    const [product, other] = [buildRow({ organisationId }), buildRow({ organisationId })];
    const [first, second, third] = [product, product, other].map((it) => buildDocument(it));
    if (!first || !second || !third) throw new Error('there are three');
    const note = buildCreditNote(product, first);
    const told = (row: UserProduct, ...documents: readonly BillingDocument[]) =>
      buildEntry(row, { events: documents.map((it) => buildDocumentEvent(row, it)) });
    const asked = buildDocumentEvent(product, note, { type: 'credit_note.send_requested' });
    await insert(product, [
      told(product, first),
      told(product, note, second),
      { ...told(product), events: [asked] },
    ]);
    await insert(other, [told(other, third)]);
    await drains().drainRows([await stored(product), await stored(other)]);
    const numbers = (await stores.events.read(organisationId, { after: 0, limit: 10 })).map(
      ({ event: { document } }) => document && numberOf(document),
    );
    const [credit, ...invoices] = ['CN-0000000001', 'RE-0000000001', 'RE-0000000002'];
    expect(numbers).toEqual([invoices[0], credit, invoices[1], credit, 'RE-0000000003']);
    const series = await stores.documents.series(organisationId, {
      type: 'invoice',
      after: 0,
      limit: 9,
    });
    expect(series).toEqual(
      [first, second, third].map((it, index) => ({ ...it, sequence: index + 1 })),
    );
  });

  test('closes no change and tells nothing where its documents could not be written', async () => {
    const product = buildRow({ organisationId });
    const events = [buildDocumentEvent(product, buildDocument(product))];
    const change = buildChange(product);
    const entry = buildEntry(product, { events, changeRows: [{ write: 'open', change }] });
    await insert(product, [entry]);
    const { drainRows } = drains({ numberDocuments: () => Promise.reject(new Error('away')) });
    await expect(drainRows([await stored(product)])).rejects.toThrow('away');
    expect(await stores.changes.find(organisationId, change.id)).toBeNull();
    expect(await logged()).toEqual([]);
    expect((await stored(product)).outbox).toHaveLength(1);
  });

  test('takes nothing out where the events could not be written', async () => {
    const { product, outbox } = await insert(buildRow({ organisationId }));
    const { drainRows } = drains({ appendEvents: () => Promise.reject(new Error('away')) });
    await expect(drainRows([await stored(product)])).rejects.toThrow('away');
    expect((await stored(product)).outbox).toEqual(outbox);
  });

  test('does nothing where there are none', async () => {
    await drains().drainRows([]);
    expect(counted).toEqual([]);
  });
});

describe('Draining the outbox', () => {
  test('leaves those alone whose periods somebody ends in order, and drains the others', async () => {
    const { id } = (await seedOrganisation(stores, { live: false })).organisation;
    await insert(buildRow({ organisationId: id }));
    await insert(buildRow({ organisationId }));
    const hold = { holder: 'other', now, until: toInstant(now + 1) };
    await stores.organisations.holdPeriodEnds(id, hold);
    expect(await drains().drainOutbox('all')).toBe(1);
    expect([await logged(id), (await logged()).length]).toEqual([[], 1]);
    // Whoever holds them drains them by name; afterwards anybody does.
    await stores.organisations.releasePeriodEnds(id, 'other');
    expect(await drains().drainOutbox('all')).toBe(1);
    expect(await logged(id)).toHaveLength(1);
  });

  test('tells what travels in a successor together with the rest, in the order of when it happened', async () => {
    const [ending, other] = [buildRow({ organisationId }), buildRow({ organisationId })];
    const [early, late] = [at('2026-04-01T00:00:00Z'), at('2026-04-02T00:00:00Z')];
    await insert(ending, []);
    const write = buildEndingCommit(ending, [entryAt(ending, early)]);
    await stores.userProducts.commit(organisationId, {
      ...write,
      successor: { ...write.successor, outbox: [entryAt(ending, early)] },
    });
    await insert(other, [entryAt(other, late)]);
    await drains().drainOutbox(organisationId);
    const log = await stores.events.read(organisationId, { after: 0, limit: 10 });
    expect(log.map(({ event }) => event.occurredAt)).toEqual([early, late]);
  });

  test('goes on until nothing waits, a successor’s own outbox too', async () => {
    const { product } = await insert(buildRow({ organisationId }));
    const write = buildEndingCommit(product, [...(await stored(product)).outbox]);
    await stores.userProducts.commit(organisationId, write);
    expect(await drains().drainOutbox(organisationId)).toBe(2);
    const { successor } = write;
    expect(await logged()).toEqual(successor.outbox.flatMap((it) => it.events.map(({ id }) => id)));
    expect(await stores.outboxes.findDrainable({ organisationId, limit: 1 })).toEqual([]);
    expect(await drains().drainOutbox(organisationId)).toBe(0);
  });

  test('of one organisation leaves the others alone; of all drains each into its own log', async () => {
    const [own, other] = [await insert(buildRow({ organisationId })), await insert(buildRow())];
    expect(await drains().drainOutbox(organisationId)).toBe(1);
    expect((await stored(other.product)).outbox).toHaveLength(1);
    expect(await drains().drainOutbox('all')).toBe(1);
    expect(await logged()).toEqual(own.outbox.flatMap((it) => it.events.map(({ id }) => id)));
    expect(await logged(other.product.organisationId)).toHaveLength(1);
  });

  test('leaves a document that cannot be drained, tells of it, and drains the others', async () => {
    const bad = await insert(buildRow({ organisationId }));
    const good = await insert(buildRow({ organisationId }));
    const isBad = (id: string) =>
      bad.outbox.some((it) => it.events.some((event) => event.id === id));
    const append = makeAppendEvents(stores);
    const { drainOutbox } = drains({
      appendEvents: (of, events) =>
        events.some(({ id }) => isBad(id)) ? Promise.reject(new Error('bad')) : append(of, events),
    });
    expect(await drainOutbox(organisationId)).toBe(1);
    expect((await stored(good.product)).outbox).toEqual([]);
    expect((await stored(bad.product)).outbox).toEqual(bad.outbox);
    expect(errors).toContainEqual({ id: bad.product.id, error: new Error('bad') });
  });

  test('stops where the database is away: nothing is wrong with a document then', async () => {
    await insert(buildRow({ organisationId }));
    const { drainOutbox } = drains({
      appendEvents: () => Promise.reject(new StoreUnavailableError()),
    });
    await expect(drainOutbox(organisationId)).rejects.toThrow(StoreUnavailableError);
    expect(errors).toEqual([]);
  });
});
