import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import type { UseCases } from '../../src/composition/compose-use-cases.js';
import type { UserProduct } from '../../src/domain/user-product/user-product.js';
import { backInTime, brokenPromises, readLog } from '../support/broken-promises.js';
import { isFull } from '../support/depth.js';
import { Crash, interruptedStores } from '../support/interrupted-stores.js';
import {
  at,
  makePackage,
  type SeededOrganisation,
  seedOrganisation,
} from '../support/organisation.js';
import { makeTestTime, startProcess, type TestTime } from '../support/process.js';
import { onlyFor, openTestStores, type TestStores } from '../support/stores.js';

const start = '2026-04-15T00:00:00+02:00';
const end = '2026-06-20T00:00:00+02:00';
const never = (): boolean => false;
const interval = (length: number) => ({ interval: { unit: 'day', length } }) as const;
/** Many different boundaries: each package counts its own days. */
const packagesOf = () => [
  makePackage('basic', { rank: 10, price: 10_000, periods: [interval(3)] }),
  makePackage('lite', { rank: 5, price: 5_000, periods: [interval(7)] }),
  makePackage('digital', { rank: 20, price: 20_000, periods: [interval(11)] }),
];

/** A worker in a process of its own: it ends periods and drains as long as it is let. */
function startWorker(useCases: UseCases): { stop(): Promise<number> } {
  const stopping = new AbortController();
  const working = (async () => {
    let ended = 0;
    while (!stopping.signal.aborted) {
      ended += await useCases.runPeriodEnd(() => stopping.signal.aborted);
      await useCases.drainOutbox('all');
      await setImmediate();
    }
    return ended;
  })();
  return {
    stop: () => {
      stopping.abort();
      return working;
    },
  };
}

describe('A step of the test clock beside others', () => {
  let database: TestStores;
  beforeAll(async () => {
    database = await openTestStores();
  });
  afterAll(() => database.close());

  type World = {
    readonly seeded: SeededOrganisation;
    readonly products: readonly UserProduct[];
    readonly time: TestTime;
    readonly own: ChangeStores;
  };
  const begin = async (): Promise<World> => {
    const seeded = await seedOrganisation(database.stores, { live: false, packages: packagesOf() });
    const time = makeTestTime(at(start));
    const own = onlyFor(database.stores, seeded.organisation);
    const useCases = startProcess(own, time);
    await useCases.setTestClock({ organisationId: seeded.organisation.id, at: at(start) });
    const products: UserProduct[] = [];
    for (let index = 0; index < 12; index += 1) {
      const product = await seeded.subscribe({
        code: ['basic', 'lite', 'digital'][index % 3] ?? '',
        validFrom: '2026-04-14T00:00:00+02:00',
        validTo: `2026-04-${String(16 + index)}T0${String(index % 10)}:00:00+02:00`,
      });
      products.push(product);
      if (index % 4 === 2) await useCases.requestChange(seeded.request(product, 'lite'));
    }
    await useCases.drainOutbox(seeded.organisation.id);
    return { seeded, products, time, own };
  };
  const ends = async ({ seeded, own }: World) => {
    const log = await readLog(own, seeded.organisation.id);
    const isEnd = (type: string) => /renewed|completed|deactivated/.test(type);
    return log.filter(({ event }) => isEnd(event.type)).map(({ event }) => event.occurredAt);
  };
  const expectInOrder = async (world: World) => {
    const told = await ends(world);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    const { own, seeded, products } = world;
    for (const { accountId } of products) {
      expect(await brokenPromises(own, seeded.organisation.id, accountId)).toEqual([]);
    }
    expect(backInTime(await readLog(own, seeded.organisation.id))).toEqual([]);
    return told.length;
  };

  test('ends every period itself, tells of them in order of when they were due, and counts them all', async () => {
    const world = await begin();
    const { seeded, own, time, products } = world;
    const organisationId = seeded.organisation.id;
    const workers = [1, 2].map(() => startWorker(startProcess(own, time)));
    const reader = startProcess(own, time);
    const setting = startProcess(own, time).setTestClock({ organisationId, at: at(end) });
    const reading = Promise.allSettled(
      products.map(({ accountId }) => reader.listUserProducts({ organisationId, accountId })),
    );
    const set = await setting;
    await reading;
    for (const it of workers) await it.stop();
    await reader.drainOutbox(organisationId);
    const told = await expectInOrder(world);
    expect(told).toBeGreaterThan(80);
    expect(set).toMatchObject({ ok: true, applied: told });
  });

  test('set twice at once ends each period once, in order', async () => {
    const world = await begin();
    const { seeded, own, time } = world;
    const organisationId = seeded.organisation.id;
    const wait = { pause: async () => setImmediate() };
    const set = () => {
      const process = startProcess(own, time, wait);
      return process.setTestClock({ organisationId, at: at(end) }).catch(() => null);
    };
    const both = await Promise.all([set(), set()]);
    const again = await set();
    const applied = [...both, again].map((it) => (it?.ok ? it.applied : 0));
    expect(applied.reduce((sum, it) => sum + it, 0)).toBe(await expectInOrder(world));
  });

  test.each(isFull ? [2, 6, 11, 17, 23] : [2, 11, 23])(
    'that dies at its command %i is finished by the worker, in order, once its time is over',
    async (atCall) => {
      const world = await begin();
      const { seeded, own, time } = world;
      const organisationId = seeded.organisation.id;
      const interrupted = interruptedStores(own, { kind: 'crash', atCall, when: 'after' });
      // Dead, it gives nothing back.
      const organisations = { ...own.organisations, releasePeriodEnds: () => Promise.resolve() };
      const dying = startProcess({ ...interrupted.stores, organisations }, time);
      await expect(dying.setTestClock({ organisationId, at: at(end) })).rejects.toThrow(Crash);
      // Where it died before the clock was stored, the caller sets it again.
      await own.organisations.setTestClock(organisationId, at(end));
      const worker = startProcess(own, time);
      await worker.runPeriodEnd(never);
      const before = (await ends(world)).length;
      time.set(at('2026-04-15T00:00:15+02:00'));
      const finished = await worker.runPeriodEnd(never);
      expect(before + finished).toBeGreaterThan(80);
      await expectInOrder(world);
    },
  );
});
