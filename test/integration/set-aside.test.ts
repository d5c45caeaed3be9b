import { mongo } from 'mongoose';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/application/verification/finding.js';
import { makeVerifyInstallation } from '../../src/application/verification/verify-installation.js';
import { noMetrics } from '../../src/application/ports/metrics.js';
import { SetAsideError } from '../../src/application/ports/failures.js';
import type { UserProduct } from '../../src/domain/user-product/user-product.js';
import { driverCollection } from '../../src/storage/driver-collection.js';
import { openStores, type Stores } from '../../src/storage/open-stores.js';
import { openDatabase, type TestDatabase } from '../support/database.js';
import { at, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, silentLog, startProcess } from '../support/process.js';
import { onlyFor } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const may = at('2026-05-02T00:00:00+02:00');
const never = (): boolean => false;
const fail = (): never => {
  throw new Error('none is due');
};

/** Each way in which nothing can be done with a row: what somebody wrote into its document. */
const faults = {
  'a decision that throws': { 'sold_period.interval.length': 0 },
  'a row beyond the calendar': {
    valid_to: new Date('9999-12-15T00:00:00Z'),
    next_due_at: new Date('9999-12-15T00:00:00Z'),
  },
  'a document of a version that is not known': { schema_version: 99 },
  'a document with an amount that is none': { 'sold_period.price.amount_minor': 0.5 },
  'a document whose outbox cannot be read': {
    outbox: [{ id: new mongo.ObjectId(), created_at: 'never' }],
  },
} as const;
type Fault = keyof typeof faults;
const isBeyond = (fault: Fault) => fault === 'a row beyond the calendar';
const isReadable = (fault: Fault) => !fault.startsWith('a document');

describe('A user product that nothing can be done with', () => {
  let database: TestDatabase;
  let stores: Stores;
  beforeAll(async () => {
    database = await openDatabase();
    stores = openStores(database);
    await stores.database.ensureIndexes();
  });
  afterAll(() => database.close());

  const begin = async (fault: Fault) => {
    const seeded = await seedOrganisation(stores);
    const broken = await seeded.subscribe({ code: 'basic', ...april });
    const { accountId, organisationId } = broken;
    const good = await seeded.subscribe({ code: 'digital', ...april, edits: { accountId } });
    const time = makeTestTime(isBeyond(fault) ? at('9999-12-20T00:00:00Z') : may);
    // The good one is to be left with few periods to catch up, whatever the year is.
    const near = isBeyond(fault)
      ? {
          valid_to: new Date('9999-12-31T00:00:00Z'),
          next_due_at: new Date('9999-12-31T00:00:00Z'),
        }
      : {};
    const write = (id: string, edits: object) =>
      driverCollection(database.models.userProducts).updateOne(
        { _id: mongo.ObjectId.createFromHexString(id) },
        { $set: edits },
      );
    await write(broken.id, faults[fault]);
    if (isBeyond(fault)) await write(good.id, near);
    const errors: unknown[] = [];
    let counted = 0;
    const process = () =>
      startProcess(onlyFor(stores, seeded.organisation), time, {
        log: { ...silentLog, error: (_, facts) => errors.push(facts?.id) },
        metrics: {
          ...noMetrics,
          setAside: () => {
            counted += 1;
          },
        },
      });
    const ids = async () => {
      const listed = await process().listUserProducts({ organisationId, accountId });
      return listed?.userProducts.map((it) => it.id).toSorted();
    };
    const keyOf = ({ id }: UserProduct) => ({ organisationId, accountId, userProductId: id });
    const verify = async () => {
      const found: Finding[] = [];
      const { useCases } = { useCases: process() };
      const { organisationNow } = useCases;
      await makeVerifyInstallation({ ...stores, organisationNow, clock: time })({
        organisationId,
        report: (it) => found.push(it),
      });
      return found.filter((it) => it.facts.user_product_id === broken.id).map((it) => it.promise);
    };
    return { seeded, broken, good, process, errors, counted: () => counted, ids, keyOf, verify };
  };

  test.each(Object.keys(faults) as Fault[])(
    'is %s: it answers for itself, and the rest of its account is served',
    async (fault) => {
      const { broken, good, process, ids, keyOf, errors, counted, verify, seeded } =
        await begin(fault);
      const shown = isReadable(fault) ? [broken.id, good.id].toSorted() : [good.id];
      expect(await ids()).toEqual(shown);
      expect(await ids()).toEqual(shown);

      const writes = [
        () =>
          process().cancelUserProduct(keyOf(broken), {
            reasonId: null,
            creditInvoiceIfSent: false,
          }),
        () => process().editUserProduct(keyOf(broken), { subscriptionNumber: 'S-2' }),
        () => process().requestChange(seeded.request(broken, 'digital')),
        () => process().previewChange(seeded.request(broken, 'digital')),
      ];
      for (const write of writes) await expect(write()).rejects.toThrow(SetAsideError);
      expect(
        await process().editUserProduct(keyOf(good), { subscriptionNumber: 'S-3' }),
      ).toMatchObject({
        ok: true,
        id: good.id,
      });

      await process().runPeriodEnd(never);
      await process().drainOutbox('all');
      expect([errors, counted()]).toEqual([[broken.id], 1]);
      const promises = await verify();
      expect(promises).toContain(
        isReadable(fault) ? 'user_product_set_aside' : 'user_product_unreadable',
      );
    },
  );

  test.each(Object.keys(faults) as Fault[])(
    'is %s: the worker passes it, ends the periods of the others and tells of them',
    async (fault) => {
      const { broken, good, process, errors, counted, seeded } = await begin(fault);
      await process().runPeriodEnd(never);
      await process().drainOutbox('all');
      await process().runPeriodEnd(never);
      expect([errors, counted()]).toEqual([[broken.id], 1]);
      if (isBeyond(fault)) return;
      const row = await stores.userProducts.find(seeded.organisation.id, good.id);
      expect([row?.product.version, row?.outbox]).toEqual([2, []]);
    },
  );

  test.each(['a decision that throws', 'a document of a version that is not known'] as const)(
    'is %s: put among what is due again, without a repair, it is taken out again',
    async (fault) => {
      const { broken, good, process, seeded } = await begin(fault);
      const worker = process();
      await worker.runPeriodEnd(never);
      await driverCollection(database.models.userProducts).updateOne(
        { _id: mongo.ObjectId.createFromHexString(broken.id) },
        {
          $set: {
            due_organisation_id: mongo.ObjectId.createFromHexString(seeded.organisation.id),
            due_bucket: 0,
            next_due_at: new Date('2026-05-01T00:00:00Z'),
          },
        },
      );
      await worker.runPeriodEnd(never);
      const due = { now: may, limit: 10, bucket: 'all', onUnreadable: fail } as const;
      expect(await stores.userProducts.findDue(seeded.organisation.id, due)).toEqual([]);
      const row = await stores.userProducts.find(seeded.organisation.id, good.id);
      expect(row?.product.version).toBe(2);
    },
  );

  test('is read together with others, and fails nobody but its own reader', async () => {
    const { broken, good, seeded } = await begin('a document with an amount that is none');
    const { id } = seeded.organisation;
    const reads = Array.from({ length: 30 }, (_, index) =>
      stores.userProducts.find(id, index % 2 === 0 ? broken.id : good.id),
    );
    const read = await Promise.allSettled(reads);
    expect(read.map((it) => it.status)).toEqual(
      reads.map((_, index) => (index % 2 === 0 ? 'rejected' : 'fulfilled')),
    );
  });

  test('is as others are once it is repaired', async () => {
    const { broken, good, process, ids, keyOf } = await begin('a decision that throws');
    await ids();
    await driverCollection(database.models.userProducts).updateOne(
      { _id: mongo.ObjectId.createFromHexString(broken.id) },
      { $set: { 'sold_period.interval.length': 1 } },
    );
    expect(await ids()).toEqual([broken.id, good.id].toSorted());
    const answer = await process().editUserProduct(keyOf(broken), { subscriptionNumber: 'S-2' });
    expect(answer).toMatchObject({ ok: true, id: broken.id });
    const row = await stores.userProducts.find(broken.organisationId, broken.id);
    expect([row?.dueBlocked, row?.product.version]).toEqual([false, 3]);
  });
});
