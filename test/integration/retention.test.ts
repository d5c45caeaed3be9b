import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mongo } from 'mongoose';
import { makeRemoveOldEvents } from '../../src/application/retention/remove-old-events.js';
import { makeVerifyInstallation } from '../../src/application/verification/verify-installation.js';
import { toInstant, type Instant } from '../../src/domain/time/instant.js';
import { driverCollection } from '../../src/storage/driver-collection.js';
import { openStores, type Stores } from '../../src/storage/open-stores.js';
import type { EventDocument } from '../../src/storage/schemas/event.schema.js';
import { openDatabase, type TestDatabase } from '../support/database.js';
import { at, seedOrganisation, type SeededOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { onlyFor } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const now = at('2026-04-16T00:00:00+02:00');
const never = (): boolean => false;
const daysAgo = (days: number): Instant => toInstant(now - days * 86_400_000);

describe('Events older than retention', () => {
  let database: TestDatabase;
  let all: Stores;
  beforeAll(async () => {
    database = await openDatabase();
    all = openStores(database);
    await all.database.ensureIndexes();
  });
  afterAll(() => database.close());

  const begin = async () => {
    const seeded = await seedOrganisation(all);
    const stores = onlyFor(all, seeded.organisation);
    const process = startProcess(stores, makeTestTime(now));
    const { id } = seeded.organisation;
    return {
      seeded,
      stores,
      process,
      id,
      remove: (retention = stores.retention) =>
        makeRemoveOldEvents({ ...stores, retention, clock: { now: () => now }, retentionDays: 30 })(
          never,
        ),
      positions: async () =>
        (await stores.events.read(id, { after: 0, limit: 5_000 })).map((it) => it.position),
      findings: async () => {
        const promises: string[] = [];
        const clock = { now: () => now };
        const verify = makeVerifyInstallation({ ...stores, ...process, clock });
        await verify({ organisationId: 'all', report: (it) => promises.push(it.promise) });
        return promises;
      },
    };
  };

  /** So many subscriptions, their one event each in the log since the instants given. */
  const subscribeAt = async (seeded: SeededOrganisation, writtenAt: readonly Instant[]) => {
    const process = startProcess(onlyFor(all, seeded.organisation), makeTestTime(now));
    for (const instant of writtenAt) {
      await seeded.subscribe({ code: 'basic', ...april });
      await process.drainOutbox(seeded.organisation.id);
      await rewriteLast(seeded, instant);
    }
  };

  /** The log's last event as if it had been written then. */
  const rewriteLast = async ({ organisation }: SeededOrganisation, writtenAt: Instant) => {
    const events = driverCollection<EventDocument>(database.models.events);
    const organisation_id = mongo.ObjectId.createFromHexString(organisation.id);
    const last = await events.findOne({ organisation_id }, { sort: { position: -1 } });
    if (last === null) throw new Error('the log is empty');
    await events.deleteOne({ _id: last._id });
    const hex = Math.floor(writtenAt / 1_000)
      .toString(16)
      .padStart(8, '0');
    const _id = mongo.ObjectId.createFromHexString(hex + last._id.toHexString().slice(8));
    await events.insertOne({ ...last, _id });
  };

  test('go from the beginning of the log, and the rest is whole', async () => {
    const { seeded, stores, id, remove, positions, findings } = await begin();
    await subscribeAt(seeded, [40, 31, 29, 10, 0].map(daysAgo));
    expect(await remove()).toBe(2);
    expect(await positions()).toEqual([3, 4, 5]);
    expect(await stores.retention.logStartsAt(id)).toBe(3);
    expect(await findings()).toEqual([]);
    expect(await remove()).toBe(0);
  });

  test('stay where a younger one stands before them: only the beginning goes', async () => {
    const { seeded, remove, positions } = await begin();
    await subscribeAt(seeded, [40, 10, 40, 0].map(daysAgo));
    expect(await remove()).toBe(1);
    expect(await positions()).toEqual([2, 3, 4]);
  });

  test('but the last one stays, and positions count on from it', async () => {
    const { seeded, process, id, remove, positions, findings } = await begin();
    await subscribeAt(seeded, [400, 300, 200].map(daysAgo));
    expect(await remove()).toBe(2);
    expect(await positions()).toEqual([3]);
    await seeded.subscribe({ code: 'lite', ...april });
    await process.drainOutbox(id);
    expect(await positions()).toEqual([3, 4]);
    expect(await findings()).toEqual([]);
  });

  test('are told by when they were written, not by when they took effect', async () => {
    const { seeded, process, id, remove, positions } = await begin();
    const longAgo = {
      validFrom: '2020-04-01T00:00:00+02:00',
      validTo: '2026-05-01T00:00:00+02:00',
    };
    for (const code of ['lite', 'basic']) await seeded.subscribe({ code, ...longAgo });
    await process.drainOutbox(id);
    expect(await remove()).toBe(0);
    expect(await positions()).toEqual([1, 2]);
  });

  test('of a log that was never written are none', async () => {
    const { stores, id, remove } = await begin();
    expect(await remove()).toBe(0);
    expect(await stores.retention.logStartsAt(id)).toBe(1);
  });

  test('whose removal was cut short are no gap, and go the next time', async () => {
    const { seeded, stores, remove, positions, findings } = await begin();
    await subscribeAt(seeded, [40, 40, 0].map(daysAgo));
    const dying = { ...stores.retention, removeBelow: () => Promise.reject(new Error('died')) };
    await expect(remove(dying)).rejects.toThrow('died');
    expect(await positions()).toEqual([1, 2, 3]);
    expect(await findings()).toEqual([]);
    expect(await remove()).toBe(2);
    expect(await findings()).toEqual([]);
  });

  test('that are missing without it are a gap', async () => {
    const { seeded, stores, id, findings } = await begin();
    await subscribeAt(seeded, [40, 40, 0].map(daysAgo));
    await stores.retention.removeBelow(id, 2);
    expect(await findings()).toContain('position_gap');
  });
});
