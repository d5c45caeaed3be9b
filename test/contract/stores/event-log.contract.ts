import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BackLogPage, EventLog, LogPage } from '../../../src/application/ports/event-log.js';
import type {
  NewestEvents,
  SubscriptionEvents,
} from '../../../src/application/ports/subscription-events.js';
import { makeAppendEvents } from '../../../src/application/commit/append-events.js';
import type { EventType } from '../../../src/domain/events/domain-event.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { documentEntry } from '../../support/stored/build-document.js';
import { buildEvent, fullEntry } from '../../support/stored/build-entry.js';
import { bareRow, buildRow, fullRow } from '../../support/stored/build-row.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';

const eventsOf = (row: UserProduct, count: number) =>
  Array.from({ length: count }, (_, index) => buildEvent(row, { sequence: index + 1 }));

/** What the drain and the readers of the log may rely on of any `EventLog`. */
export function eventLogContract(open: OpenStores): void {
  describe('A log of events', () => {
    let log: EventLog;
    let backwards: SubscriptionEvents;
    let close: () => Promise<void>;
    beforeAll(async () => {
      const it = await open();
      log = it.stores.events;
      backwards = it.stores.subscriptionEvents;
      ({ close } = it);
    });
    afterAll(() => close());

    test('begins at 1, and gives back exactly what was appended, in order', async () => {
      const row = fullRow();
      const { organisationId } = row;
      const told = [fullEntry(row), fullEntry(bareRow(row)), documentEntry(row)];
      const events = told.flatMap((it) => it.events);
      expect(await log.lastPosition(organisationId)).toBe(0);
      expect(await log.append(organisationId, { after: 0, events })).toEqual({
        written: 8,
        known: new Set(),
      });
      expect(await log.lastPosition(organisationId)).toBe(8);
      expect(await log.read(organisationId, { after: 0, limit: 10 })).toEqual(
        events.map((event, index) => ({ position: index + 1, event })),
      );
    });

    test('is read page by page', async () => {
      const row = buildRow();
      const events = eventsOf(row, 5);
      await log.append(row.organisationId, { after: 0, events });
      const page = await log.read(row.organisationId, { after: 2, limit: 2 });
      expect(page).toEqual([
        { position: 3, event: events[2] },
        { position: 4, event: events[3] },
      ]);
    });

    test('is read of one user product, of one type, and up to a position', async () => {
      const row = buildRow();
      const { organisationId } = row;
      const other = buildRow({ organisationId });
      const events = [row, other, row, other, row].map((it, index) =>
        buildEvent(it, index < 3 ? {} : { type: 'user_product_updated' }),
      );
      await log.append(organisationId, { after: 0, events });
      const read = async (page: Partial<LogPage>) =>
        (await log.read(organisationId, { after: 0, limit: 10, ...page })).map((it) => it.position);
      const userProductId = row.id;
      const type = 'user_product_updated';
      expect(await read({ userProductId })).toEqual([1, 3, 5]);
      expect(await read({ userProductId, after: 1, limit: 1 })).toEqual([3]);
      expect(await read({ userProductId, type })).toEqual([5]);
      expect(await read({ type })).toEqual([4, 5]);
      expect(await read({ type, upTo: 4 })).toEqual([4]);
      expect(await read({ upTo: 2 })).toEqual([1, 2]);
      expect(await read({ userProductId: newId() })).toEqual([]);
      expect(await log.read(newId(), { after: 0, limit: 10, userProductId })).toEqual([]);
    });

    test('is read backwards of some user products, of some types, and from a position', async () => {
      const row = buildRow();
      const { organisationId } = row;
      const [next, other] = [buildRow({ organisationId }), buildRow({ organisationId })];
      const events = [row, other, row, next, next].map((it, index) =>
        buildEvent(it, index < 3 ? {} : { type: 'user_product_updated' }),
      );
      await log.append(organisationId, { after: 0, events });
      const userProductIds = [row.id, next.id];
      const read = async (page: Partial<NewestEvents> = {}, of = organisationId) =>
        (await backwards.newest(of, { userProductIds, limit: 10, ...page })).map(
          (it) => it.position,
        );
      expect(await read()).toEqual([5, 4, 3, 1]);
      expect(await read({ limit: 2 })).toEqual([5, 4]);
      expect(await read({ before: 4, limit: 2 })).toEqual([3, 1]);
      expect(await read({ userProductIds: [row.id] })).toEqual([3, 1]);
      expect(await read({ types: ['user_product_updated'] })).toEqual([5, 4]);
      expect(await read({ types: ['user_product_updated'], before: 5 })).toEqual([4]);
      expect(await read({ userProductIds: [] })).toEqual([]);
      expect(await read({}, newId())).toEqual([]);
      const [newest] = await backwards.newest(organisationId, { userProductIds, limit: 1 });
      expect(newest).toEqual({ position: 5, event: events[4] });
    });

    test('is read back from a position, and counted within two', async () => {
      const row = buildRow();
      const { organisationId } = row;
      const other = buildRow({ organisationId });
      const events = [row, other, row, other, row].map((it, index) =>
        buildEvent(it, index < 3 ? {} : { type: 'user_product_updated' }),
      );
      await log.append(organisationId, { after: 0, events });
      const back = async (page: Partial<BackLogPage>) => {
        const all = { after: 0, before: 100, limit: 10, ...page };
        return (await log.readBack(organisationId, all)).map((it) => it.position);
      };
      expect(await back({})).toEqual([5, 4, 3, 2, 1]);
      expect(await back({ before: 5, limit: 2 })).toEqual([4, 3]);
      expect(await back({ after: 2, before: 5 })).toEqual([4, 3]);
      expect(await back({ userProductId: row.id })).toEqual([5, 3, 1]);
      expect(await back({ type: 'user_product_updated' })).toEqual([5, 4]);
      expect(await log.readBack(newId(), { after: 0, before: 9, limit: 9 })).toEqual([]);
      const count = (after: number, upTo: number, types: readonly EventType[] | null) =>
        log.count(organisationId, { after, upTo, types });
      expect(await count(0, 9, null)).toBe(5);
      expect(await count(1, 4, null)).toBe(3);
      expect(await count(1, 4, ['user_product_updated'])).toBe(1);
      expect(await count(0, 9, ['package_upgrade'])).toBe(0);
      expect(await log.count(newId(), { after: 0, upTo: 9, types: null })).toBe(0);
    });

    test('stops at a position that is taken, and writes nothing after it', async () => {
      const row = buildRow();
      const [theirs, ours] = [eventsOf(row, 3), eventsOf(row, 3)];
      await log.append(row.organisationId, { after: 0, events: theirs });
      const batch = { after: 2, events: ours };
      expect(await log.append(row.organisationId, batch)).toEqual({ written: 0, known: new Set() });
      expect(await log.lastPosition(row.organisationId)).toBe(3);
    });

    test('tells which events it has when it stops at one, and writes those before it', async () => {
      const row = buildRow();
      const events = eventsOf(row, 4);
      const theirs = events.filter((_, index) => index % 2 === 1);
      await log.append(row.organisationId, { after: 0, events: theirs });
      const batch = { after: 2, events };
      expect(await log.append(row.organisationId, batch)).toEqual({
        written: 1,
        known: new Set(theirs.map((it) => it.id)),
      });
      expect(await log.lastPosition(row.organisationId)).toBe(3);
    });

    test('knows an event also where its position is taken too', async () => {
      const row = buildRow();
      const events = eventsOf(row, 2);
      await log.append(row.organisationId, { after: 0, events });
      expect(await log.append(row.organisationId, { after: 0, events })).toEqual({
        written: 0,
        known: new Set(events.map((it) => it.id)),
      });
    });

    test('has each event once and no gap after eight appended at once, some of it the same', async () => {
      const row = buildRow();
      const { organisationId } = row;
      const append = makeAppendEvents({ events: log });
      const shared = eventsOf(row, 15);
      const own = Array.from({ length: 8 }, () => eventsOf(buildRow({ organisationId }), 10));
      await Promise.all(own.map((events) => append(organisationId, [...shared, ...events])));
      const all = await log.read(organisationId, { after: 0, limit: 1_000 });
      expect(all.map((it) => it.position)).toEqual(all.map((_, index) => index + 1));
      const ids = all.map(({ event }) => event.id);
      expect(ids.toSorted()).toEqual([...shared, ...own.flat()].map((it) => it.id).toSorted());
      for (const events of [shared, ...own]) {
        const inLog = ids.filter((id) => events.some((it) => it.id === id));
        expect(inLog).toEqual(events.map((it) => it.id));
      }
    });

    test('takes in what it has not, though it has some of what is between', async () => {
      const row = buildRow();
      const { organisationId } = row;
      const events = eventsOf(row, 5);
      const [, second, , fourth] = events;
      const known = [second, fourth].flatMap((it) => it ?? []);
      await log.append(organisationId, { after: 0, events: known });
      await makeAppendEvents({ events: log })(organisationId, events);
      const ids = (await log.read(organisationId, { after: 0, limit: 10 })).map(
        (it) => it.event.id,
      );
      const missing = events.filter((it) => !known.includes(it));
      expect(ids).toEqual([...known, ...missing].map((it) => it.id));
    });

    test('counts by organisation', async () => {
      const [row, other] = [buildRow(), buildRow()];
      await log.append(row.organisationId, { after: 0, events: eventsOf(row, 2) });
      await log.append(other.organisationId, { after: 0, events: eventsOf(other, 1) });
      expect(await log.lastPosition(row.organisationId)).toBe(2);
      expect(await log.lastPosition(other.organisationId)).toBe(1);
      expect(await log.read(newId(), { after: 0, limit: 10 })).toEqual([]);
    });

    test('appends nothing when there is nothing', async () => {
      expect(await log.append(newId(), { after: 0, events: [] })).toEqual({
        written: 0,
        known: new Set(),
      });
    });
  });
}
