import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  anyArrayFilter,
  anyCompoundFilter,
  anyDocument,
  anyFilter,
  anyRareFilter,
  anySort,
  anySortedDocument,
} from './arbitrary-operations.js';
import { runs } from '../support/depth.js';
import { withEmbedded } from './with-embedded.js';

// The same documents with indexes and without: an index may make an answer faster, never another one.
describe('an index never changes an answer', () => {
  const { collection } = withEmbedded();

  const same = async (ask: (name: string) => Promise<unknown>): Promise<void> => {
    const [indexed, plain] = await Promise.all([ask('indexed'), ask('plain')]);
    expect(indexed).toEqual(plain);
  };
  const fill = async (documents: readonly Record<string, unknown>[]): Promise<void> => {
    for (const name of ['indexed', 'plain']) {
      await collection(name).deleteMany({});
      await collection(name).insertMany(
        documents.map((document, _id) => ({ _id: _id as never, ...document })),
      );
    }
  };

  it('over compound indexes, in any order and cut at any limit', async () => {
    await collection('indexed').createIndexes([
      { key: { b: 1, a: 1 } },
      { key: { a: -1, b: 1 }, sparse: true },
      { key: { d: 1, b: -1, a: 1 } },
      { key: { d: 1, b: 1 } },
    ]);
    const rows = fc.array(
      fc
        .tuple(anySortedDocument, fc.integer({ min: 0, max: 2 }))
        .map(([row, d]) => ({ ...row, d })),
      { minLength: 1, maxLength: 15 },
    );
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.array(fc.tuple(anyCompoundFilter, anySort, fc.nat(4)), { minLength: 3, maxLength: 6 }),
        async (documents, questions) => {
          await fill(documents);
          for (const [filter, sort, limit] of questions) {
            await same((name) =>
              collection(name)
                .find(filter, { batchSize: 2 })
                .sort({ ...sort, _id: 1 })
                .limit(limit)
                .toArray(),
            );
            await same((name) =>
              collection(name)
                .find(filter, { batchSize: 2, projection: { _id: 0, a: 1 } })
                .sort({ b: 1 })
                .toArray()
                .then((found) => found.length),
            );
          }
          await collection('indexed').deleteMany({ d: 1 });
          await collection('plain').deleteMany({ d: 1 });
          await same((name) =>
            collection(name)
              .find({ d: { $in: [0, 1] } })
              .sort({ d: -1, _id: -1 })
              .toArray(),
          );
        },
      ),
      { numRuns: runs(60, 25), seed: 1 },
    );
  });

  it('over indexes into arrays, also after updates', async () => {
    await collection('indexed').dropIndexes();
    await collection('indexed').createIndexes([
      { key: { 'c.k': 1, 'c.v': 1 } },
      { key: { 'c.v': -1 }, sparse: true },
      { key: { 'c.0.k': 1 } },
      { key: { a: 1 } },
      { key: { 'a.k': 1 }, sparse: true },
    ]);
    const documents = fc.array(anyDocument, { minLength: 1, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(
        documents,
        documents,
        fc.array(fc.oneof(anyFilter, anyArrayFilter, anyRareFilter), {
          minLength: 3,
          maxLength: 6,
        }),
        async (before, after, filters) => {
          await fill(before);
          for (const [_id, document] of after.entries()) {
            for (const name of ['indexed', 'plain'])
              await collection(name).replaceOne({ _id: _id as never }, document, { upsert: true });
          }
          for (const filter of filters)
            await same((name) => collection(name).find(filter).sort({ _id: 1 }).toArray());
        },
      ),
      { numRuns: runs(80, 30), seed: 2 },
    );
  });

  it('below empty and nested arrays, and for whole ones', async () => {
    await collection('indexed').dropIndexes();
    await collection('indexed').createIndexes([
      { key: { 'c.k': 1 }, sparse: true },
      { key: { 'c.0.k': 1 }, sparse: true },
      { key: { c: 1 }, sparse: true },
    ]);
    await fill([
      {},
      { c: null },
      { c: 1 },
      { c: [] },
      { c: [{}] },
      { c: [{ k: null }] },
      { c: [{ k: 1 }, {}] },
      { c: [[{ k: 1 }]] },
      { c: [1, 2] },
      { c: [[1, 2]] },
      { c: { k: 1 } },
      { c: { k: [] } },
      { c: { k: [1, 2] } },
    ]);
    const conditions = [
      null,
      1,
      [1, 2],
      [],
      { $ne: null },
      { $ne: 1 },
      { $exists: true },
      { $exists: false },
      { $gt: 0 },
      { $gte: null },
      { $in: [null, 1] },
      { $in: [[1, 2]] },
      { $size: 0 },
      { $elemMatch: { $gte: 1 } },
      { $elemMatch: { k: null } },
      { $elemMatch: { k: 1 } },
    ];
    for (const path of ['c', 'c.k', 'c.0', 'c.0.k']) {
      for (const condition of conditions) {
        await same((name) =>
          collection(name)
            .find({ [path]: condition as never })
            .sort({ _id: 1 })
            .toArray(),
        );
        await same((name) =>
          collection(name)
            .find({ [path]: condition as never })
            .sort({ c: 1, _id: -1 })
            .toArray(),
        );
      }
    }
  });
});
