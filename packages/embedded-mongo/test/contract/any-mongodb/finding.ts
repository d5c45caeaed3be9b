import { beforeEach, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { refusalOf, type Suite } from './suite.js';

const { ObjectId } = mongoose.mongo;

/** What the stores read. */
export function describeFinding({ items, db, lacks, ids }: Suite): void {
  describe('values', () => {
    it('gives every kind of value back as it was stored', async () => {
      const document = {
        _id: new ObjectId(),
        text: 'Påsk 🐣',
        integer: 42,
        negative: -7,
        fraction: 0.25,
        instant: new Date(1_793_000_000_123),
        minorUnits: 9_007_199_254_740_991,
        beyondInt32: 2_147_483_648,
        yes: true,
        nothing: null,
        list: [1, 'two', { three: 3 }, [4]],
        nested: { deep: { deeper: [] }, empty: {} },
        bytes: new mongoose.mongo.Binary(Buffer.from('abc')),
      };
      await items().insertOne(document);
      expect(await items().findOne({ _id: document._id })).toEqual(document);
    });

    it('keeps the order of fields and puts the id first', async () => {
      await items().insertOne({ z: 1, a: 2, _id: 5 as never, m: 3 });
      const found = await items().findOne({});
      const names = Object.keys(found ?? {});
      expect(names.filter((name) => name !== '_id')).toEqual(['z', 'a', 'm']);
      if (!lacks('the id in front')) expect(names[0]).toBe('_id');
    });
  });

  describe('find', () => {
    beforeEach(async () => {
      await items().insertMany(
        [
          { _id: 1, n: 1, tags: ['a', 'b'], place: { city: 'Umeå' }, at: new Date(1000) },
          { _id: 2, n: 2, tags: [], place: null, at: new Date(2000) },
          {
            _id: 3,
            n: 3,
            tags: ['b'],
            rows: [
              { k: 1, v: 'x' },
              { k: 2, v: 'y' },
            ],
          },
          { _id: 4, n: '3', tags: 'b', rows: [{ k: 2, v: 'x' }] },
        ].map((row) => row as never),
      );
    });

    it.each([
      ['equality', { n: 2 }, [2]],
      ['equality with an element of an array', { tags: 'b' }, [1, 3, 4]],
      ['equality with a whole array', { tags: ['a', 'b'] }, [1]],
      ['null is also a missing field', { place: null }, [2, 3, 4]],
      ['a comparison finds only its own type', { n: { $gt: 1 } }, [2, 3]],
      ['a range of instants', { at: { $gte: new Date(1500), $lt: new Date(2500) } }, [2]],
      ['$in', { n: { $in: [1, '3'] } }, [1, 4]],
      ['$nin finds also a missing field', { at: { $nin: [new Date(1000)] } }, [2, 3, 4]],
      ['$ne', { tags: { $ne: 'b' } }, [2]],
      ['$exists', { at: { $exists: true } }, [1, 2]],
      ['$exists false', { rows: { $exists: false } }, [1, 2]],
      ['a dotted path into a document', { 'place.city': 'Umeå' }, [1]],
      ['a dotted path into an array of documents', { 'rows.v': 'x' }, [3, 4]],
      ['an element by its number', { 'rows.0.k': 2 }, [4]],
      ['two conditions may hold for different elements', { 'rows.k': 1, 'rows.v': 'y' }, [3]],
      ['$elemMatch asks one element for both', { rows: { $elemMatch: { k: 2, v: 'x' } } }, [4]],
      ['$size', { tags: { $size: 0 } }, [2]],
      ['$or', { $or: [{ n: 1 }, { n: '3' }] }, [1, 4]],
      ['$and', { $and: [{ n: { $gt: 1 } }, { n: { $lt: 3 } }] }, [2]],
      ['$nor', { $nor: [{ n: 1 }, { tags: 'b' }] }, [2]],
      ['$not', { n: { $not: { $gt: 2 } } }, [1, 2, 4]],
      ['a regular expression', { 'place.city': /^um/i }, [1]],
    ])('%s', async (_name, filter, expected) => {
      expect(await ids(filter)).toEqual(expected);
    });

    it('sorts by several fields, nulls first, and skips and limits', async () => {
      const rows = await items().find({}).sort({ at: 1, _id: -1 }).skip(1).limit(2).toArray();
      expect(rows.map(({ _id }) => _id as unknown)).toEqual([3, 1]);
    });

    it('includes or excludes fields', async () => {
      expect(
        await items().findOne({ _id: 1 as never }, { projection: { 'place.city': 1 } }),
      ).toEqual({
        _id: 1,
        place: { city: 'Umeå' },
      });
      expect(
        await items().findOne({ _id: 2 as never }, { projection: { _id: 0, tags: 0, at: 0 } }),
      ).toEqual({
        n: 2,
        place: null,
      });
    });

    it('counts, and lists distinct values', async () => {
      expect(await items().countDocuments({ tags: 'b' })).toBe(3);
      expect(await items().countDocuments({})).toBe(4);
      expect(await items().estimatedDocumentCount()).toBe(4);
      expect(await items().distinct('tags')).toEqual(['a', 'b']);
    });
  });

  describe('cursors', () => {
    it('give every document once, in batches, in order', async () => {
      await items().insertMany(
        Array.from({ length: 1_000 }, (_, n) => ({ _id: n as never, n: n % 7 })),
      );
      const found = await items().find({}, { batchSize: 37 }).sort({ _id: 1 }).toArray();
      expect(found.map(({ _id }) => _id as unknown)).toEqual(
        Array.from({ length: 1_000 }, (_, n) => n),
      );
    });

    it('go on while others write: what was there all the time is found once', async () => {
      await items().insertMany(Array.from({ length: 300 }, (_, n) => ({ _id: (n * 10) as never })));
      const seen: number[] = [];
      for await (const { _id } of items().find({}, { batchSize: 20 })) {
        seen.push(Number(_id));
        if (seen.length % 20 === 0)
          await items().insertOne({ _id: (Number(_id) + 10_005) as never });
      }
      expect(seen.filter((id) => id % 10 === 0).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 300 }, (_, n) => n * 10),
      );
    });

    it('are closed when their limit is reached, and give no more than it', async () => {
      await items().insertMany(Array.from({ length: 20 }, (_, n) => ({ _id: n as never })));
      const { cursor } = await db().command({ find: 'items', limit: 3, batchSize: 3 });
      const { id, firstBatch } = cursor as { id: mongoose.mongo.Long; firstBatch: unknown[] };
      expect([String(id), firstBatch.length]).toEqual(['0', 3]);
      const rest = (await db().command({ find: 'items', limit: 5, batchSize: 3 })).cursor as {
        id: mongoose.mongo.Long;
      };
      const getMore = mongoose.mongo.Long.fromString(String(rest.id));
      const next = (await db().command({ getMore, collection: 'items', batchSize: 10 })).cursor as {
        id: mongoose.mongo.Long;
        nextBatch: unknown[];
      };
      expect([String(next.id), next.nextBatch.length]).toEqual(['0', 2]);
    });

    it('that are killed are gone (43)', async () => {
      await items().insertMany(Array.from({ length: 50 }, (_, n) => ({ _id: n as never })));
      const { cursor } = await db().command({ find: 'items', batchSize: 5 });
      const { id } = cursor as { id: mongoose.mongo.Long };
      const more = {
        getMore: mongoose.mongo.Long.fromString(String(id)),
        collection: 'items',
        batchSize: 5,
      };
      expect(
        ((await db().command(more)).cursor as { nextBatch: unknown[] }).nextBatch,
      ).toHaveLength(5);
      await db().command({ killCursors: 'items', cursors: [more.getMore] });
      expect((await refusalOf(db().command(more))).code).toBe(43);
    });
  });
}
