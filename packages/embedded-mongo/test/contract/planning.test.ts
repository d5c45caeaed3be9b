import { beforeAll, describe, expect, it } from '@jest/globals';
import type mongoose from 'mongoose';
import { withEmbedded } from './with-embedded.js';

type Document = mongoose.mongo.Document;
type Asked = readonly [sort: Document, limit: number, expected: Partial<Stats>];
type Stats = {
  readonly index: string | undefined;
  readonly isSorted: boolean;
  readonly keys: number;
  readonly documents: number;
  readonly returned: number;
};

// 40 organisations' worth of rows in one collection, in the shapes docs/architecture.md §4, §7 and §8 name.
describe('the embedded database uses the index that fits', () => {
  const { collection } = withEmbedded();
  const organisations = ['o0', 'o1', 'o2', 'o3'];

  beforeAll(async () => {
    await collection().createIndexes([
      { key: { organisation_id: 1, account_id: 1 } },
      { key: { organisation_id: 1, account_id: 1, requested_at: 1 }, name: 'requested' },
      { key: { 'outbox.0.id': 1 }, sparse: true },
      { key: { 'outbox.id': 1 }, sparse: true },
      { key: { 'successor._id': 1 }, sparse: true },
      { key: { organisation_id: 1, due_bucket: 1, next_due_at: 1 }, sparse: true },
      { key: { organisation_id: 1, position: 1 }, unique: true, sparse: true, name: 'position' },
      { key: { organisation_id: 1, code: 1 }, unique: true, name: 'code' },
    ]);
    await collection().insertMany(
      Array.from({ length: 800 }, (_, n) => ({
        _id: n as never,
        organisation_id: organisations[n % 4],
        account_id: n % 40,
        requested_at: new Date(n * 1000),
        due_bucket: n % 8,
        next_due_at: new Date(n * 1000),
        position: Math.floor(n / 4),
        code: `code ${String(n)}`,
        outbox: n % 100 === 0 ? [{ id: `entry ${String(n)}` }] : [],
        ...(n % 200 === 0 ? { successor: { _id: `next ${String(n)}` } } : {}),
      })),
    );
  });

  const explain = async (filter: Document, sort: Document = {}, limit = 0): Promise<Stats> => {
    const explained = await collection().find(filter).sort(sort).limit(limit).explain();
    const plan = JSON.stringify((explained.queryPlanner as Document).winningPlan);
    const stats = explained.executionStats as Record<string, number>;
    return {
      index: /"indexName":"([^"]*)"/.exec(plan)?.[1],
      isSorted: !plan.includes('"SORT"'),
      keys: stats.totalKeysExamined ?? -1,
      documents: stats.totalDocsExamined ?? -1,
      returned: stats.nReturned ?? -1,
    };
  };

  it.each<readonly [string, Document, ...Asked]>([
    [
      'by id, whatever else is asked',
      { _id: 5, organisation_id: 'o1', version: 1 },
      {},
      0,
      { index: '_id_', documents: 1 },
    ],
    [
      'by several ids',
      { _id: { $in: [5, 6, 7] } },
      { _id: 1 },
      0,
      { index: '_id_', documents: 3, isSorted: true },
    ],
    [
      'an account of an organisation',
      { organisation_id: 'o1', account_id: 1 },
      {},
      0,
      { index: 'organisation_id_1_account_id_1', keys: 20, returned: 20 },
    ],
    [
      "an account's rows in order of request",
      { organisation_id: 'o1', account_id: 1 },
      { requested_at: -1 },
      5,
      { index: 'requested', keys: 5, isSorted: true },
    ],
    [
      'rows with an outbox entry',
      { 'outbox.0.id': { $exists: true } },
      {},
      0,
      { index: 'outbox.0.id_1', keys: 8, returned: 8 },
    ],
    [
      'rows by an outbox entry',
      { 'outbox.id': 'entry 100' },
      {},
      0,
      { index: 'outbox.id_1', keys: 1, returned: 1 },
    ],
    [
      'rows with a successor',
      { 'successor._id': { $exists: true } },
      {},
      0,
      { index: 'successor._id_1', keys: 4, returned: 4 },
    ],
    [
      'rows from a successor on',
      { 'successor._id': { $gt: '' } },
      {},
      0,
      { index: 'successor._id_1', keys: 4, returned: 4 },
    ],
    [
      "a bucket's due rows in order",
      { organisation_id: 'o1', due_bucket: 1, next_due_at: { $lte: new Date(400_000) } },
      { next_due_at: 1 },
      10,
      { index: 'organisation_id_1_due_bucket_1_next_due_at_1', keys: 10, isSorted: true },
    ],
    [
      "many buckets' due rows in one order",
      {
        organisation_id: 'o1',
        due_bucket: { $in: [1, 5] },
        next_due_at: { $lte: new Date(400_000) },
      },
      { next_due_at: 1 },
      10,
      { index: 'organisation_id_1_due_bucket_1_next_due_at_1', keys: 10, isSorted: true },
    ],
    [
      'the last position',
      { organisation_id: 'o1' },
      { position: -1 },
      1,
      { index: 'position', keys: 1, isSorted: true },
    ],
    [
      'positions from one on',
      { organisation_id: 'o1', position: { $gt: 150 } },
      { position: 1 },
      10,
      { index: 'position', keys: 10, isSorted: true },
    ],
    ['a code', { organisation_id: 'o1', code: 'code 1' }, {}, 0, { index: 'code', keys: 1 }],
    [
      'several codes',
      { organisation_id: 'o1', code: { $in: ['code 1', 'code 5', 'none'] } },
      {},
      0,
      { index: 'code', returned: 2, keys: 2 },
    ],
    [
      'either of two, each by its own index',
      { $or: [{ 'outbox.0.id': { $exists: true } }, { 'successor._id': { $exists: true } }] },
      {},
      0,
      { keys: 12, returned: 8 },
    ],
    ['all in order of id', {}, { _id: -1 }, 3, { documents: 3, isSorted: true }],
  ])('%s', async (_name, filter, ...[sort, limit, expected]) => {
    expect(await explain(filter, sort, limit)).toMatchObject(expected);
  });

  it('reads everything only where nothing fits', async () => {
    expect(await explain({ nowhere: 1 })).toMatchObject({
      index: undefined,
      keys: 0,
      documents: 800,
    });
  });

  it('does not use a sparse index for rows it does not have', async () => {
    expect(await explain({ 'successor._id': null })).toMatchObject({
      index: undefined,
      returned: 796,
    });
  });

  it('merges many buckets into one order', async () => {
    const filter = {
      organisation_id: 'o1',
      due_bucket: { $in: [5, 1] },
      next_due_at: { $lte: new Date(90_000) },
    };
    const found = await collection()
      .find(filter, { batchSize: 3 })
      .sort({ next_due_at: 1 })
      .toArray();
    expect(found.map(({ _id }) => Number(_id))).toEqual([
      1, 5, 9, 13, 17, 21, 25, 29, 33, 37, 41, 45, 49, 53, 57, 61, 65, 69, 73, 77, 81, 85, 89,
    ]);
  });

  it('uses the index it is told to use', async () => {
    const explained = await collection().find({ organisation_id: 'o1' }).hint('code').explain();
    expect(JSON.stringify(explained)).toContain('"indexName":"code"');
  });
});
