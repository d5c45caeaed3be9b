import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';

const { MongoClient, ObjectId, MongoServerError } = mongoose.mongo;
type Client = InstanceType<typeof MongoClient>;
type Collection = mongoose.mongo.Collection<mongoose.mongo.Document>;

/** A MongoDB to hold to the contract: its address, how to end it, and what it is known to lack. */
export type AnyMongodb = {
  readonly uri: string;
  readonly stop: () => Promise<void>;
  readonly lacks: readonly Gap[];
};

/** What a server is known not to do as MongoDB's manual says. */
export type Gap =
  | 'keyPattern and keyValue of a duplicate'
  | 'counts beside the errors of an insert'
  | 'the id in front';

/** What the product's stores rely on, whoever serves it. Each row is MongoDB's manual's word. */
export function describeAnyMongodb(name: string, start: () => Promise<AnyMongodb>): void {
  describe(`${name} as a MongoDB`, () => {
    let server: AnyMongodb;
    let client: Client;
    let items: Collection;

    beforeAll(async () => {
      server = await start();
      client = new MongoClient(server.uri, { maxPoolSize: 60 });
      items = client.db('contract').collection('items');
    });
    beforeEach(async () => {
      await items.drop().catch(() => false);
    });
    afterAll(async () => {
      await client.close();
      await server.stop();
    });

    const refusalOf = async (
      work: Promise<unknown>,
    ): Promise<InstanceType<typeof MongoServerError>> => {
      const outcome = await work.then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(outcome).toBeInstanceOf(MongoServerError);
      return outcome as InstanceType<typeof MongoServerError>;
    };
    const ids = async (
      filter: mongoose.mongo.Filter<mongoose.mongo.Document>,
    ): Promise<unknown[]> =>
      (await items.find(filter).sort({ _id: 1 }).toArray()).map(({ _id }) => _id as unknown);

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
        await items.insertOne(document);
        expect(await items.findOne({ _id: document._id })).toEqual(document);
      });

      it('keeps the order of fields and puts the id first', async () => {
        await items.insertOne({ z: 1, a: 2, _id: 5 as never, m: 3 });
        const found = await items.findOne({});
        const names = Object.keys(found ?? {});
        expect(names.filter((name) => name !== '_id')).toEqual(['z', 'a', 'm']);
        if (!server.lacks.includes('the id in front')) expect(names[0]).toBe('_id');
      });
    });

    describe('find', () => {
      beforeEach(async () => {
        await items.insertMany(
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
        ['$all', { tags: { $all: ['a', 'b'] } }, [1]],
        ['$or', { $or: [{ n: 1 }, { n: '3' }] }, [1, 4]],
        ['$and', { $and: [{ n: { $gt: 1 } }, { n: { $lt: 3 } }] }, [2]],
        ['$nor', { $nor: [{ n: 1 }, { tags: 'b' }] }, [2]],
        ['$not', { n: { $not: { $gt: 2 } } }, [1, 2, 4]],
        ['a regular expression', { 'place.city': /^um/i }, [1]],
      ])('%s', async (_name, filter, expected) => {
        expect(await ids(filter)).toEqual(expected);
      });

      it('sorts by several fields, nulls first, and skips and limits', async () => {
        const rows = await items.find({}).sort({ at: 1, _id: -1 }).skip(1).limit(2).toArray();
        expect(rows.map(({ _id }) => _id as unknown)).toEqual([3, 1]);
      });

      it('includes or excludes fields', async () => {
        expect(
          await items.findOne({ _id: 1 as never }, { projection: { 'place.city': 1 } }),
        ).toEqual({
          _id: 1,
          place: { city: 'Umeå' },
        });
        expect(
          await items.findOne({ _id: 2 as never }, { projection: { _id: 0, tags: 0, at: 0 } }),
        ).toEqual({
          n: 2,
          place: null,
        });
      });

      it('counts, and lists distinct values', async () => {
        expect(await items.countDocuments({ tags: 'b' })).toBe(3);
        expect(await items.countDocuments({})).toBe(4);
        expect(await items.estimatedDocumentCount()).toBe(4);
        expect(await items.distinct('tags')).toEqual(['a', 'b']);
      });
    });

    describe('cursors', () => {
      it('give every document once, in batches, in order', async () => {
        await items.insertMany(
          Array.from({ length: 1_000 }, (_, n) => ({ _id: n as never, n: n % 7 })),
        );
        const found = await items.find({}, { batchSize: 37 }).sort({ _id: 1 }).toArray();
        expect(found.map(({ _id }) => _id as unknown)).toEqual(
          Array.from({ length: 1_000 }, (_, n) => n),
        );
      });

      it('go on while others write: what was there all the time is found once', async () => {
        await items.insertMany(Array.from({ length: 300 }, (_, n) => ({ _id: (n * 10) as never })));
        const seen: number[] = [];
        for await (const { _id } of items.find({}, { batchSize: 20 })) {
          seen.push(Number(_id));
          if (seen.length % 20 === 0)
            await items.insertOne({ _id: (Number(_id) + 10_005) as never });
        }
        expect(seen.filter((id) => id % 10 === 0).sort((a, b) => a - b)).toEqual(
          Array.from({ length: 300 }, (_, n) => n * 10),
        );
      });

      it('that are killed are gone (43)', async () => {
        await items.insertMany(Array.from({ length: 50 }, (_, n) => ({ _id: n as never })));
        const db = client.db('contract');
        const { cursor } = await db.command({ find: 'items', batchSize: 5 });
        const { id } = cursor as { id: mongoose.mongo.Long };
        const more = {
          getMore: mongoose.mongo.Long.fromString(String(id)),
          collection: 'items',
          batchSize: 5,
        };
        expect(
          ((await db.command(more)).cursor as { nextBatch: unknown[] }).nextBatch,
        ).toHaveLength(5);
        await db.command({ killCursors: 'items', cursors: [more.getMore] });
        expect((await refusalOf(db.command(more))).code).toBe(43);
      });
    });

    describe('update', () => {
      it('changes what the operators name and leaves the rest', async () => {
        await items.insertOne({
          _id: 1 as never,
          a: 1,
          b: { c: 1, d: 2 },
          list: [1, 2, 3],
          gone: true,
        });
        const result = await items.updateOne(
          { _id: 1 as never },
          {
            $set: { 'b.c': 9, fresh: 'x' },
            $unset: { gone: '' },
            $inc: { a: 4 },
            $push: { list: { $each: [4, 5], $slice: -3 } } as never,
          },
        );
        expect(result).toMatchObject({ matchedCount: 1, modifiedCount: 1, upsertedCount: 0 });
        expect(await items.findOne({})).toEqual({
          _id: 1,
          a: 5,
          b: { c: 9, d: 2 },
          list: [3, 4, 5],
          fresh: 'x',
        });
      });

      it.each([
        ['$push to a missing field makes an array', {}, { $push: { l: 1 } }, { l: [1] }],
        [
          '$push at a position',
          { l: [1, 4] },
          { $push: { l: { $each: [2, 3], $position: 1 } } },
          { l: [1, 2, 3, 4] },
        ],
        [
          '$push sorted',
          { l: [3, 1] },
          { $push: { l: { $each: [2], $sort: 1 } } },
          { l: [1, 2, 3] },
        ],
        [
          '$pull by ids',
          { l: [{ id: 1 }, { id: 2 }, { id: 3 }] },
          { $pull: { l: { id: { $in: [1, 3] } } } },
          { l: [{ id: 2 }] },
        ],
        ['$pull by value', { l: [1, 2, 1] }, { $pull: { l: 1 } }, { l: [2] }],
        ['$pull by comparison', { l: [1, 5, 9] }, { $pull: { l: { $gte: 5 } } }, { l: [1] }],
        ['$pullAll', { l: [1, 2, 3] }, { $pullAll: { l: [1, 3] } }, { l: [2] }],
        ['$addToSet', { l: [1] }, { $addToSet: { l: { $each: [1, 2] } } }, { l: [1, 2] }],
        ['$pop', { l: [1, 2, 3] }, { $pop: { l: -1 } }, { l: [2, 3] }],
        ['$min and $max', { a: 5, b: 5 }, { $min: { a: 3 }, $max: { b: 3 } }, { a: 3, b: 5 }],
        ['$mul', { a: 5 }, { $mul: { a: 3, b: 2 } }, { a: 15, b: 0 }],
        ['$rename', { a: 5 }, { $rename: { a: 'b' } }, { b: 5 }],
        ['$inc of a missing field', {}, { $inc: { a: 2 } }, { a: 2 }],
        [
          '$unset of an element leaves null',
          { l: [1, 2] },
          { $unset: { 'l.0': '' } },
          { l: [null, 2] },
        ],
        [
          '$set of an element behind the end pads with null',
          { l: [1] },
          { $set: { 'l.3': 4 } },
          { l: [1, null, null, 4] },
        ],
      ])('%s', async (_name, before, update, after) => {
        await items.insertOne({ _id: 1 as never, ...before });
        await items.updateOne({ _id: 1 as never }, update as never);
        expect(await items.findOne({})).toEqual({ _id: 1, ...after });
      });

      it('says what it matched and what it changed', async () => {
        await items.insertMany([1, 2, 3].map((n) => ({ _id: n as never, n })));
        expect(await items.updateMany({}, { $set: { n: 2 } })).toMatchObject({
          matchedCount: 3,
          modifiedCount: 2,
        });
        expect(await items.updateOne({ n: 7 }, { $set: { n: 1 } })).toMatchObject({
          matchedCount: 0,
          modifiedCount: 0,
        });
      });

      it('upserts from the filter and the update', async () => {
        const result = await items.updateOne(
          { _id: 8 as never, kind: 'x', n: { $gt: 3 } },
          { $set: { n: 1 }, $setOnInsert: { first: true } },
          { upsert: true },
        );
        expect(result).toMatchObject({ upsertedCount: 1, upsertedId: 8 });
        expect(await items.findOne({})).toEqual({ _id: 8, kind: 'x', first: true, n: 1 });
      });

      it('replaces a whole document and keeps its id', async () => {
        await items.insertOne({ _id: 1 as never, a: 1 });
        await items.replaceOne({ a: 1 }, { b: 2 });
        expect(await items.findOne({})).toEqual({ _id: 1, b: 2 });
      });

      it.each([
        ['two changes of one path (40)', { $set: { a: 1 }, $inc: { a: 1 } }, 40],
        ['a change of the id (66)', { $set: { _id: 9 } }, 66],
        ['a path through a scalar (28)', { $set: { 'n.x': 1 } }, 28],
        ['$inc of a string (14)', { $inc: { s: 1 } }, 14],
        ['$push to a scalar (2)', { $push: { n: 1 } }, 2],
        ['an unknown operator (9)', { $foo: { n: 1 } }, 9],
      ])('refuses %s and changes nothing', async (_name, update, code) => {
        await items.insertOne({ _id: 1 as never, n: 1, s: 'x' });
        expect((await refusalOf(items.updateOne({ _id: 1 as never }, update as never))).code).toBe(
          code,
        );
        expect(await items.findOne({})).toEqual({ _id: 1, n: 1, s: 'x' });
      });
    });

    describe('find and modify', () => {
      it('gives the document before or after', async () => {
        await items.insertOne({ _id: 1 as never, n: 1 });
        expect(await items.findOneAndUpdate({ n: 1 }, { $inc: { n: 1 } })).toEqual({
          _id: 1,
          n: 1,
        });
        expect(
          await items.findOneAndUpdate({ n: 2 }, { $inc: { n: 1 } }, { returnDocument: 'after' }),
        ).toEqual({ _id: 1, n: 3 });
        expect(await items.findOneAndUpdate({ n: 2 }, { $inc: { n: 1 } })).toBeNull();
      });

      it('takes the first in the order asked for', async () => {
        await items.insertMany([3, 1, 2].map((n) => ({ _id: n as never, n })));
        expect(await items.findOneAndDelete({}, { sort: { n: -1 } })).toEqual({ _id: 3, n: 3 });
        expect(
          await items.findOneAndReplace({}, { x: 1 }, { sort: { n: 1 }, returnDocument: 'after' }),
        ).toEqual({ _id: 1, x: 1 });
        expect(await ids({})).toEqual([1, 2]);
      });

      it('upserts', async () => {
        expect(
          await items.findOneAndUpdate(
            { _id: 4 as never },
            { $inc: { n: 1 } },
            { upsert: true, returnDocument: 'after' },
          ),
        ).toEqual({ _id: 4, n: 1 });
      });

      it('loses no increment of 50 clients at once', async () => {
        await items.insertOne({ _id: 1 as never, n: 0 });
        await Promise.all(
          Array.from({ length: 50 }, async () => {
            for (let round = 0; round < 10; round += 1)
              await items.findOneAndUpdate({ _id: 1 as never }, { $inc: { n: 1 } });
          }),
        );
        expect(await items.findOne({})).toEqual({ _id: 1, n: 500 });
      });

      it('lets only one of many through that name the same version', async () => {
        await items.insertOne({ _id: 1 as never, version: 1 });
        const outcomes = await Promise.all(
          Array.from({ length: 20 }, () =>
            items.findOneAndUpdate({ _id: 1 as never, version: 1 }, { $inc: { version: 1 } }),
          ),
        );
        expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1);
      });
    });

    describe('delete', () => {
      it('removes one or all that match', async () => {
        await items.insertMany([1, 2, 3, 4].map((n) => ({ _id: n as never, even: n % 2 === 0 })));
        expect(await items.deleteOne({ even: true })).toMatchObject({ deletedCount: 1 });
        expect(await items.deleteMany({ even: false })).toMatchObject({ deletedCount: 2 });
        expect(await ids({})).toEqual([4]);
      });
    });

    describe('unique indexes', () => {
      it('refuse a second one on insert, update and find-and-modify alike (11000)', async () => {
        await items.createIndex({ org: 1, code: 1 }, { unique: true });
        await items.insertMany([
          { _id: 1 as never, org: 'o', code: 'a' },
          { _id: 2 as never, org: 'o', code: 'b' },
        ]);
        const refused = [
          await refusalOf(items.insertOne({ org: 'o', code: 'a' })),
          await refusalOf(items.updateOne({ _id: 2 as never }, { $set: { code: 'a' } })),
          await refusalOf(items.findOneAndUpdate({ _id: 2 as never }, { $set: { code: 'a' } })),
        ];
        for (const error of refused) {
          expect(error.code).toBe(11000);
          expect(error.message).toContain(
            'E11000 duplicate key error collection: contract.items index: org_1_code_1',
          );
          if (server.lacks.includes('keyPattern and keyValue of a duplicate')) continue;
          const { keyPattern, keyValue } = error as unknown as Record<string, unknown>;
          expect({ keyPattern, keyValue }).toEqual({
            keyPattern: { org: 1, code: 1 },
            keyValue: { org: 'o', code: 'a' },
          });
        }
        expect(await items.countDocuments({ code: 'a' })).toBe(1);
      });

      it('refuse a second document with the same id', async () => {
        await items.insertOne({ _id: 1 as never });
        expect((await refusalOf(items.insertOne({ _id: 1 as never }))).code).toBe(11000);
      });

      it('let an id be used again once its document is gone', async () => {
        await items.createIndex({ code: 1 }, { unique: true });
        await items.insertOne({ _id: 1 as never, code: 'a' });
        await items.updateOne({ _id: 1 as never }, { $set: { code: 'b' } });
        await items.insertOne({ _id: 2 as never, code: 'a' });
        await items.deleteOne({ _id: 2 as never });
        await items.insertOne({ _id: 3 as never, code: 'a' });
        expect(await ids({})).toEqual([1, 3]);
      });

      it('let a sparse one have many documents without the field', async () => {
        await items.createIndex({ code: 1 }, { unique: true, sparse: true });
        await items.insertMany([{ a: 1 }, { a: 2 }, { code: 'x' }]);
        expect(await items.countDocuments({ code: { $exists: false } })).toBe(2);
      });
    });

    describe('batches', () => {
      const rows = [1, 2, 2, 3].map((n) => ({ _id: n as never }));

      it('in order stop at the first refusal and keep what came before', async () => {
        const error = await refusalOf(items.insertMany(rows));
        expect(error.code).toBe(11000);
        if (!server.lacks.includes('counts beside the errors of an insert'))
          expect(error).toMatchObject({ insertedCount: 2 });
        expect(await ids({})).toEqual([1, 2]);
      });

      it('without order do all others', async () => {
        const error = await refusalOf(items.insertMany(rows, { ordered: false }));
        expect(error.code).toBe(11000);
        if (!server.lacks.includes('counts beside the errors of an insert'))
          expect(error).toMatchObject({ insertedCount: 3 });
        expect(await ids({})).toEqual([1, 2, 3]);
      });

      it('of updates count beside their errors', async () => {
        await items.insertMany([1, 2, 3].map((n) => ({ _id: n as never, n, s: 'x' })));
        const error = await refusalOf(
          items.bulkWrite(
            [
              { updateOne: { filter: { _id: 1 as never }, update: { $inc: { n: 1 } } } },
              { updateOne: { filter: { _id: 2 as never }, update: { $inc: { s: 1 } } } },
              { updateOne: { filter: { _id: 3 as never }, update: { $inc: { n: 1 } } } },
            ],
            { ordered: false },
          ),
        );
        expect(error).toMatchObject({ matchedCount: 2, modifiedCount: 2 });
        expect(
          (await items.find({}).sort({ _id: 1 }).toArray()).map(({ n }) => n as unknown),
        ).toEqual([2, 2, 4]);
      });

      it('of a thousand version-filtered updates change those that still match', async () => {
        await items.insertMany(
          Array.from({ length: 1_000 }, (_, n) => ({ _id: n as never, version: n % 2 })),
        );
        const result = await items.bulkWrite(
          Array.from({ length: 1_000 }, (_, n) => ({
            updateOne: {
              filter: { _id: n as never, version: 1 },
              update: { $set: { state: 'done' }, $inc: { version: 1 } },
            },
          })),
          { ordered: false },
        );
        expect(result).toMatchObject({ matchedCount: 500, modifiedCount: 500 });
      });
    });

    describe('aggregate', () => {
      it('matches, groups, sorts and counts', async () => {
        await items.insertMany([
          { org: 'a', n: 1 },
          { org: 'b', n: 2 },
          { org: 'a', n: 3 },
        ]);
        expect(
          await items
            .aggregate([
              { $match: { n: { $gt: 0 } } },
              { $group: { _id: '$org', sum: { $sum: '$n' }, most: { $max: '$n' } } },
              { $sort: { _id: 1 } },
            ])
            .toArray(),
        ).toEqual([
          { _id: 'a', sum: 4, most: 3 },
          { _id: 'b', sum: 2, most: 2 },
        ]);
        expect(
          await items.aggregate([{ $match: { org: 'a' } }, { $count: 'many' }]).toArray(),
        ).toEqual([{ many: 2 }]);
      });
    });

    describe('indexes and collections', () => {
      it('are made, listed and dropped', async () => {
        await items.insertOne({ a: 1 });
        await items.createIndex({ a: 1, b: -1 }, { unique: true, sparse: true, name: 'mine' });
        await items.createIndex({ a: 1, b: -1 }, { unique: true, sparse: true, name: 'mine' });
        const listed = await items.indexes();
        expect(Object.fromEntries(listed.map(({ name, key }) => [name, key as unknown]))).toEqual({
          _id_: { _id: 1 },
          mine: { a: 1, b: -1 },
        });
        await items.dropIndex('mine');
        expect((await items.indexes()).map(({ name }) => name)).toEqual(['_id_']);
        const collections = await client
          .db('contract')
          .listCollections({}, { nameOnly: true })
          .toArray();
        expect(collections.map(({ name }) => name)).toContain('items');
      });

      it('refuse a unique index over what is doubled already, and leave no trace of it', async () => {
        await items.insertMany([{ a: 1 }, { a: 1 }]);
        expect((await refusalOf(items.createIndex({ a: 1 }, { unique: true }))).code).toBe(11000);
        expect((await items.indexes()).map(({ name }) => name)).toEqual(['_id_']);
      });

      it('find the same with and without an index', async () => {
        await items.insertMany(
          Array.from({ length: 60 }, (_, n) => ({
            _id: n as never,
            a: n % 5,
            list: [n % 3, n % 4],
          })),
        );
        const filters = [
          { a: 3 },
          { a: { $gt: 1, $lte: 3 } },
          { list: 2 },
          { list: { $gt: 1, $lt: 3 } },
          { a: { $in: [0, 4] }, list: 3 },
        ];
        const before = await Promise.all(filters.map((filter) => ids(filter)));
        await items.createIndex({ a: 1, list: 1 });
        await items.createIndex({ list: 1 });
        expect(await Promise.all(filters.map((filter) => ids(filter)))).toEqual(before);
      });
    });
  });
}
