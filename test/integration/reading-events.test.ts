import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import type { EventType } from '../../src/domain/events/domain-event.js';
import type { OrganisationId, UserProductId } from '../../src/domain/ids.js';
import { eventNames, readLog } from '../support/broken-promises.js';
import { at, newId, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { buildEvent } from '../support/stored/build-entry.js';
import { buildRow } from '../support/stored/build-row.js';
import { onlyFor, openTestStores, type TestStores } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const during = at('2026-04-16T00:00:00+02:00');

describe('The log of events, read over a real database', () => {
  let database: TestStores;
  let stores: ChangeStores;
  beforeAll(async () => {
    database = await openTestStores();
    stores = database.stores;
  });
  afterAll(() => database.close());

  const begin = async () => {
    const seeded = await seedOrganisation(stores);
    const useCases = startProcess(onlyFor(stores, seeded.organisation), makeTestTime(during));
    const organisationId = seeded.organisation.id;
    const list = async (page: {
      after?: number;
      limit?: number;
      userProductId?: UserProductId;
      type?: EventType;
    }) => {
      const all = { organisationId, after: 0, limit: 100, userProductId: null, type: null };
      const listed = await useCases.listEvents({ ...all, ...page });
      return { ids: listed?.events.map(({ event }) => event.id), next: listed?.next };
    };
    /** So many events of one type, appended in one go; all but the given are renewals. */
    const append = async (count: number, others: Readonly<Record<number, EventType>> = {}) => {
      const row = buildRow({ organisationId });
      const events = Array.from({ length: count }, (_, index) =>
        buildEvent(row, { type: others[index + 1] ?? 'user_product_renewed' }),
      );
      await stores.events.append(organisationId, { after: 0, events });
      return events.map((it) => it.id);
    };
    return { seeded, useCases, organisationId, list, append };
  };

  test('ends where nothing follows yet, and goes on from there when something does', async () => {
    const { list, append } = await begin();
    expect(await list({})).toEqual({ ids: [], next: null });
    const ids = await append(5);
    expect(await list({ limit: 3 })).toEqual({ ids: ids.slice(0, 3), next: 3 });
    expect(await list({ after: 3, limit: 3 })).toEqual({ ids: ids.slice(3), next: 5 });
    expect(await list({ after: 5, limit: 3 })).toEqual({ ids: [], next: null });
    expect(await list({ after: Number.MAX_SAFE_INTEGER })).toEqual({ ids: [], next: null });
  });

  test('a poller from the start misses nothing and reads nothing twice while others write', async () => {
    const { seeded, useCases, organisationId } = await begin();
    const products = await Promise.all(
      Array.from({ length: 20 }, () => seeded.subscribe({ code: 'basic', ...april })),
    );
    const writers = { areDone: false };
    const write = async () => {
      for (const product of products) {
        await useCases.requestChange(seeded.request(product, 'lite'));
        await useCases.requestChange(seeded.request(product, 'digital'));
        await useCases.drainOutbox(organisationId);
      }
    };
    const writing = Promise.all([write(), write(), write()]).then(() => {
      writers.areDone = true;
    });
    const seen: string[] = [];
    let after = 0;
    for (;;) {
      const { areDone } = writers;
      const query = { organisationId, after, limit: 7, userProductId: null, type: null };
      const page = await useCases.listEvents(query);
      seen.push(...(page?.events.map(({ event }) => event.id) ?? []));
      after = page?.next ?? after;
      if (page?.events.length === 0 && areDone) break;
    }
    await writing;
    const log = await readLog(stores, organisationId);
    expect(seen).toEqual(log.map(({ event }) => event.id));
    expect(log.length).toBe(20 * 4);
  });

  test('is that of one user product where one is named', async () => {
    const { seeded, useCases, organisationId, list } = await begin();
    const product = await seeded.subscribe({ code: 'basic', ...april });
    const other = await seeded.subscribe({ code: 'basic', ...april });
    await useCases.requestChange(seeded.request(product, 'lite'));
    await useCases.requestChange(seeded.request(other, 'lite'));
    await useCases.drainOutbox(organisationId);
    const log = await readLog(stores, organisationId);
    const own = log.filter(({ event }) => event.userProductId === product.id);
    expect(await eventNames(stores, organisationId, product.accountId)).toHaveLength(2);
    const userProductId = product.id;
    expect(await list({ userProductId })).toEqual({
      ids: own.map(({ event }) => event.id),
      next: own.at(-1)?.position,
    });
    expect((await list({ userProductId, type: 'package_downgrade' })).ids).toHaveLength(1);
    expect(await list({ userProductId: newId() })).toEqual({ ids: [], next: null });
  });

  test('of one type is looked for in a bounded part of the log, page after page', async () => {
    const { list, append } = await begin();
    const rare = {
      2: 'package_upgrade',
      5_002: 'package_upgrade',
      5_900: 'package_upgrade',
    } as const;
    const ids = await append(6_000, rare);
    const type = 'package_upgrade';
    expect(await list({ type, limit: 1 })).toEqual({ ids: [ids[1]], next: 2 });
    expect(await list({ type, after: 2, limit: 2 })).toEqual({ ids: [ids[5_001]], next: 5_002 });
    expect(await list({ type })).toEqual({ ids: [ids[1]], next: 5_000 });
    expect(await list({ type, after: 5_000 })).toEqual({
      ids: [ids[5_001], ids[5_899]],
      next: 6_000,
    });
    expect(await list({ type, after: 6_000 })).toEqual({ ids: [], next: null });
    expect(await list({ type: 'package_change', after: 10 })).toEqual({ ids: [], next: 5_010 });
  });

  test('has nothing of another organisation', async () => {
    const { useCases, append } = await begin();
    await append(1);
    const query = { after: 0, limit: 10, userProductId: null, type: null };
    const { organisationId } = await begin();
    expect((await useCases.listEvents({ ...query, organisationId }))?.events).toEqual([]);
    const nobody = newId<OrganisationId>();
    expect(await useCases.listEvents({ ...query, organisationId: nobody })).toBeNull();
  });
});
