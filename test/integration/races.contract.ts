import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BusyError } from '../../src/application/ports/failures.js';
import type { PaywayChangeResult } from '../../src/http/payway/payway-changes.js';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import type { UseCases } from '../../src/composition/compose-use-cases.js';
import { type Instant, toInstant } from '../../src/domain/time/instant.js';
import { brokenPromises, eventNames } from '../support/broken-promises.js';
import { at, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { onlyFor, type TestStores } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const during = at('2026-04-16T00:00:00+02:00');
const boundary = at('2026-05-01T00:00:00+02:00');
const never = (): boolean => false;

const idOf = (answer: PaywayChangeResult): string => ('id' in answer ? answer.id : 'refused');
const reasonsOf = (answer: PaywayChangeResult): readonly string[] =>
  !answer.ok && answer.failure === 'refused' ? answer.refusals.map((it) => it.reason) : [];

/** What comes of processes that meet, on whatever server their stores are opened. */
export function racesContract(open: () => Promise<TestStores>): void {
  describe('Processes that meet on one subscription', () => {
    let database: TestStores;
    let stores: ChangeStores;
    beforeAll(async () => {
      database = await open();
      stores = database.stores;
    });
    afterAll(() => database.close());

    const begin = async (now: Instant = during) => {
      const seeded = await seedOrganisation(stores);
      const product = await seeded.subscribe({ code: 'basic', ...april });
      const time = makeTestTime(now);
      const own = onlyFor(stores, seeded.organisation);
      const processes = [startProcess(own, time), startProcess(own, time)] as const;
      const processOf = (index: number): UseCases => processes[index % 2 === 0 ? 0 : 1];
      const finish = async (): Promise<readonly string[]> => {
        await processes[0].drainOutbox(seeded.organisation.id);
        expect(await brokenPromises(stores, seeded.organisation.id, product.accountId)).toEqual([]);
        return eventNames(stores, seeded.organisation.id, product.accountId);
      };
      return { seeded, product, own, time, processOf, finish };
    };

    test('50 identical upgrades at once make one new product and get one id', async () => {
      const { seeded, product, processOf, finish } = await begin();
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          processOf(index).requestChange(seeded.request(product, 'digital')),
        ),
      );
      expect(new Set(answers.map(idOf)).size).toBe(1);
      expect(answers.every((it) => it.ok)).toBe(true);
      expect(await finish()).toEqual(['1 user_product_created', '2 package_upgrade']);
    });

    test('of several different upgrades at once one wins; the others are told that the product is not active', async () => {
      const { seeded, product, processOf, finish } = await begin();
      const codes = ['digital', 'premium', 'digital', 'premium', 'premium', 'digital'];
      const answers = await Promise.all(
        codes.map((code, index) => processOf(index).requestChange(seeded.request(product, code))),
      );
      const accepted = answers.filter((it) => it.ok);
      expect(new Set(accepted.map(idOf)).size).toBe(1);
      expect(accepted).toHaveLength(3);
      for (const refused of answers.filter((it) => !it.ok)) {
        expect(reasonsOf(refused)[0]).toBe('user_product_not_active');
      }
      expect(await finish()).toEqual(['1 user_product_created', '2 package_upgrade']);
    });

    test('pending requests replace each other in some order, and the last one is what is pending', async () => {
      const { seeded, product, processOf, finish } = await begin();
      const codes = ['lite', 'weekend', 'digital', 'premium'];
      const answers = await Promise.allSettled(
        codes.map((code, index) =>
          processOf(index).requestChange(seeded.request(product, code, 'explicit')),
        ),
      );
      for (const answer of answers) {
        if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(BusyError);
        else expect(idOf(answer.value)).toBe(product.id);
      }
      const events = await finish();
      const registered = events.filter((it) => it.endsWith('package_change')).length;
      const cancelled = events.filter((it) => it.endsWith('package_change_cancelled')).length;
      expect(registered).toBe(answers.filter((it) => it.status === 'fulfilled').length);
      expect(cancelled).toBe(registered - 1);
    });

    test.each([-1, 0, 1])(
      'an upgrade %i ms from the boundary and the worker agree in whatever order they come',
      async (offsetMs) => {
        const { seeded, product, processOf, finish } = await begin(toInstant(boundary + offsetMs));
        const [answer] = await Promise.all([
          processOf(0).requestChange(seeded.request(product, 'digital')),
          processOf(1).runPeriodEnd(never),
        ]);
        expect(answer.ok).toBe(true);
        // One millisecond at 100.00 buys half of one at 200.00: nothing is left to carry, so the successor is renewed.
        const events =
          offsetMs < 0
            ? ['2 package_upgrade', '3 user_product_renewed']
            : ['2 user_product_renewed', '3 package_upgrade'];
        expect(await finish()).toEqual(['1 user_product_created', ...events]);
      },
    );

    test.each([-1, 0, 1])(
      'a downgrade %i ms from the boundary waits for this boundary or the next, never for both',
      async (offsetMs) => {
        const { seeded, product, time, processOf, finish } = await begin(
          toInstant(boundary + offsetMs),
        );
        await Promise.all([
          processOf(0).requestChange(seeded.request(product, 'lite')),
          processOf(1).runPeriodEnd(never),
        ]);
        time.set(at('2026-06-15T00:00:00+02:00'));
        for (let turn = 0; turn < 3; turn += 1) {
          await processOf(1).runPeriodEnd(never);
          await processOf(1).drainOutbox(seeded.organisation.id);
        }
        const events = await finish();
        expect(events.filter((it) => it.endsWith('package_downgrade_completed'))).toHaveLength(1);
        expect(events.filter((it) => it.endsWith('user_product_renewed'))).toHaveLength(1);
      },
    );

    test('several workers and drainers on one pile of due rows end each period once', async () => {
      const seeded = await seedOrganisation(stores);
      const products = await Promise.all(
        Array.from({ length: 300 }, () => seeded.subscribe({ code: 'basic', ...april })),
      );
      const time = makeTestTime(at('2026-07-02T00:00:00+02:00'));
      const own = onlyFor(stores, seeded.organisation);
      const workers = Array.from({ length: 4 }, () => startProcess(own, time));
      await Promise.all(
        workers.map(async (worker) => {
          await worker.runPeriodEnd(never);
          await worker.drainOutbox(seeded.organisation.id);
        }),
      );
      const last = startProcess(own, time);
      await last.runPeriodEnd(never);
      await last.drainOutbox(seeded.organisation.id);
      for (const product of products) {
        const rows = await stores.userProducts.listByAccount(
          seeded.organisation.id,
          product.accountId,
        );
        expect(rows.map((row) => row.product.validTo)).toEqual([at('2026-08-01T00:00:00+02:00')]);
        expect(rows.map((row) => row.product.lastSequence)).toEqual([4]);
      }
      const [first] = products;
      if (first === undefined) throw new Error('no product');
      expect(await brokenPromises(stores, seeded.organisation.id, first.accountId)).toEqual([]);
    });

    test('a worker from whose page somebody takes a row tells nothing of that row', async () => {
      const { seeded, product, own, time, processOf, finish } = await begin(
        toInstant(boundary + 1),
      );
      await seeded.subscribe({ code: 'basic', ...april });
      const { id: organisationId } = seeded.organisation;
      const { accountId, id: userProductId } = product;
      const key = { organisationId, accountId, userProductId };
      const findDue: ChangeStores['userProducts']['findDue'] = async (...asked) => {
        const page = await own.userProducts.findDue(...asked);
        // Renews it, as every write applies first what is due.
        await processOf(0).editUserProduct(key, { subscriptionNumber: 'S 7' });
        return page;
      };
      const worker = startProcess({ ...own, userProducts: { ...own.userProducts, findDue } }, time);
      await worker.runPeriodEnd(never);
      expect(await finish()).toEqual([
        '1 user_product_created',
        '2 user_product_renewed',
        '3 user_product_updated',
      ]);
    });

    test('a worker whose clock is five minutes ahead renews early but never twice', async () => {
      const { seeded, product, own, time, processOf, finish } = await begin(
        toInstant(boundary - 60_000),
      );
      const ahead = startProcess(own, makeTestTime(toInstant(boundary + 240_000)));
      await ahead.runPeriodEnd(never);
      await processOf(0).requestChange(seeded.request(product, 'digital'));
      time.set(toInstant(boundary + 1));
      await processOf(0).runPeriodEnd(never);
      expect(await finish()).toEqual([
        '1 user_product_created',
        '2 user_product_renewed',
        '3 package_upgrade',
      ]);
    });

    test('a list read while changes run never shows two living products or none', async () => {
      const { seeded, product, processOf } = await begin();
      const query = { organisationId: seeded.organisation.id, accountId: product.accountId };
      const [, ...lists] = await Promise.all([
        processOf(0).requestChange(seeded.request(product, 'digital')),
        ...Array.from({ length: 20 }, () => processOf(1).listUserProducts(query)),
      ]);
      for (const list of lists) {
        const living = list?.userProducts.filter((it) => it.state !== 'deactivated');
        expect(living).toHaveLength(1);
      }
    });

    test('a drainer that wakes up late cannot reopen a change or repeat an event', async () => {
      const { seeded, product, time, processOf, finish } = await begin();
      const { id } = seeded.organisation;
      await processOf(0).requestChange(seeded.request(product, 'lite'));
      const stale = await stores.outboxes.findDrainable({ organisationId: id, limit: 10 });
      await processOf(0).drainOutbox(id);
      time.set(boundary);
      await processOf(0).runPeriodEnd(never);
      await processOf(0).drainOutbox(id);
      const late = startProcess(
        { ...stores, outboxes: { ...stores.outboxes, findDrainable: once(stale) } },
        time,
      );
      await late.drainOutbox(id);
      expect(await finish()).toEqual([
        '1 user_product_created',
        '2 package_downgrade',
        '3 package_downgrade_completed',
      ]);
      const changes = await stores.changes.listByAccount(id, product.accountId);
      expect(changes.map((it) => it.state)).toEqual(['applied']);
    });
  });
}

/** Answers these rows once, as a drainer that read them long ago, and then nothing. */
function once<Row>(rows: readonly Row[]): () => Promise<readonly Row[]> {
  const answers = [rows];
  return () => Promise.resolve(answers.pop() ?? []);
}
