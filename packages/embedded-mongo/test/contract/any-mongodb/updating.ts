import { describe, expect, it } from '@jest/globals';
import type mongoose from 'mongoose';
import { refusalOf, type Suite } from './suite.js';

type Document = mongoose.mongo.Document;
type Changed = readonly [update: Document, after: Document];

/** What the stores change. */
export function describeUpdating({ items, ids }: Suite): void {
  describe('update', () => {
    it('changes what the operators name and leaves the rest', async () => {
      await items().insertOne({
        _id: 1 as never,
        a: 1,
        b: { c: 1, d: 2 },
        list: [1, 2, 3],
        gone: true,
      });
      const result = await items().updateOne(
        { _id: 1 as never },
        {
          $set: { 'b.c': 9, fresh: 'x' },
          $unset: { gone: '' },
          $inc: { a: 4 },
          $push: { list: { $each: [4, 5], $slice: -3 } } as never,
        },
      );
      expect(result).toMatchObject({ matchedCount: 1, modifiedCount: 1, upsertedCount: 0 });
      expect(await items().findOne({})).toEqual({
        _id: 1,
        a: 5,
        b: { c: 9, d: 2 },
        list: [3, 4, 5],
        fresh: 'x',
      });
    });

    it.each<readonly [string, Document, ...Changed]>([
      ['$push to a missing field makes an array', {}, { $push: { l: 1 } }, { l: [1] }],
      [
        '$pull by ids',
        { l: [{ id: 1 }, { id: 2 }, { id: 3 }] },
        { $pull: { l: { id: { $in: [1, 3] } } } },
        { l: [{ id: 2 }] },
      ],
      ['$pull by value', { l: [1, 2, 1] }, { $pull: { l: 1 } }, { l: [2] }],
      ['$pull by comparison', { l: [1, 5, 9] }, { $pull: { l: { $gte: 5 } } }, { l: [1] }],
      ['$max', { a: 5, b: 5 }, { $max: { a: 8, b: 3 } }, { a: 8, b: 5 }],
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
    ])('%s', async (_name, before, ...[update, after]) => {
      await items().insertOne({ _id: 1 as never, ...before });
      await items().updateOne({ _id: 1 as never }, update);
      expect(await items().findOne({})).toEqual({ _id: 1, ...after });
    });

    it('says what it matched and what it changed', async () => {
      await items().insertMany([1, 2, 3].map((n) => ({ _id: n as never, n })));
      expect(await items().updateMany({}, { $set: { n: 2 } })).toMatchObject({
        matchedCount: 3,
        modifiedCount: 2,
      });
      expect(await items().updateOne({ n: 7 }, { $set: { n: 1 } })).toMatchObject({
        matchedCount: 0,
        modifiedCount: 0,
      });
    });

    it('upserts from the filter and the update', async () => {
      const result = await items().updateOne(
        { _id: 8 as never, kind: 'x', n: { $gt: 3 } },
        { $set: { n: 1 }, $setOnInsert: { first: true } },
        { upsert: true },
      );
      expect(result).toMatchObject({ upsertedCount: 1, upsertedId: 8 });
      expect(await items().findOne({})).toEqual({ _id: 8, kind: 'x', first: true, n: 1 });
    });

    it('replaces a whole document and keeps its id', async () => {
      await items().insertOne({ _id: 1 as never, a: 1 });
      await items().replaceOne({ a: 1 }, { b: 2 });
      expect(await items().findOne({})).toEqual({ _id: 1, b: 2 });
    });

    it.each([
      ['two changes of one path (40)', { $set: { a: 1 }, $inc: { a: 1 } }, 40],
      ['a change of the id (66)', { $set: { _id: 9 } }, 66],
      ['a path through a scalar (28)', { $set: { 'n.x': 1 } }, 28],
      ['$inc of a string (14)', { $inc: { s: 1 } }, 14],
      ['$push to a scalar (2)', { $push: { n: 1 } }, 2],
      ['an unknown operator (9)', { $foo: { n: 1 } }, 9],
    ])('refuses %s and changes nothing', async (_name, update, code) => {
      await items().insertOne({ _id: 1 as never, n: 1, s: 'x' });
      expect((await refusalOf(items().updateOne({ _id: 1 as never }, update as never))).code).toBe(
        code,
      );
      expect(await items().findOne({})).toEqual({ _id: 1, n: 1, s: 'x' });
    });

    it('leaves nested fields as they were when a later change is refused', async () => {
      await items().insertOne({ _id: 1 as never, b: { c: 1, list: [{ d: 1 }] }, s: 'x' });
      expect(await items().countDocuments({ 'b.c': 1 })).toBe(1);
      const update = { $set: { 'b.c': 2, 'b.list.0.d': 2 }, $inc: { s: 1 } };
      expect((await refusalOf(items().updateOne({ _id: 1 as never }, update as never))).code).toBe(
        14,
      );
      expect(await items().countDocuments({ 'b.c': 1, 'b.list.d': 1 })).toBe(1);
      const before = await items().findOneAndUpdate(
        {},
        { $set: { 'b.c': 3 } },
        { projection: { b: 1 } },
      );
      expect(before).toEqual({ _id: 1, b: { c: 1, list: [{ d: 1 }] } });
    });
  });

  describe('find and modify', () => {
    it('gives the document before or after', async () => {
      await items().insertOne({ _id: 1 as never, n: 1 });
      expect(await items().findOneAndUpdate({ n: 1 }, { $inc: { n: 1 } })).toEqual({
        _id: 1,
        n: 1,
      });
      expect(
        await items().findOneAndUpdate({ n: 2 }, { $inc: { n: 1 } }, { returnDocument: 'after' }),
      ).toEqual({ _id: 1, n: 3 });
      expect(await items().findOneAndUpdate({ n: 2 }, { $inc: { n: 1 } })).toBeNull();
    });

    it('takes the first in the order asked for', async () => {
      await items().insertMany([3, 1, 2].map((n) => ({ _id: n as never, n })));
      expect(await items().findOneAndDelete({}, { sort: { n: -1 } })).toEqual({ _id: 3, n: 3 });
      expect(
        await items().findOneAndReplace({}, { x: 1 }, { sort: { n: 1 }, returnDocument: 'after' }),
      ).toEqual({ _id: 1, x: 1 });
      expect(await ids({})).toEqual([1, 2]);
    });

    it('upserts', async () => {
      expect(
        await items().findOneAndUpdate(
          { _id: 4 as never },
          { $inc: { n: 1 } },
          { upsert: true, returnDocument: 'after' },
        ),
      ).toEqual({ _id: 4, n: 1 });
    });

    it('loses no increment of 50 clients at once', async () => {
      await items().insertOne({ _id: 1 as never, n: 0 });
      await Promise.all(
        Array.from({ length: 50 }, async () => {
          for (let round = 0; round < 10; round += 1)
            await items().findOneAndUpdate({ _id: 1 as never }, { $inc: { n: 1 } });
        }),
      );
      expect(await items().findOne({})).toEqual({ _id: 1, n: 500 });
    });

    it('lets only one of many through that name the same version', async () => {
      await items().insertOne({ _id: 1 as never, version: 1 });
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, () =>
          items().findOneAndUpdate({ _id: 1 as never, version: 1 }, { $inc: { version: 1 } }),
        ),
      );
      expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1);
    });
  });

  describe('delete', () => {
    it('removes one or all that match', async () => {
      await items().insertMany([1, 2, 3, 4].map((n) => ({ _id: n as never, even: n % 2 === 0 })));
      expect(await items().deleteOne({ even: true })).toMatchObject({ deletedCount: 1 });
      expect(await items().deleteMany({ even: false })).toMatchObject({ deletedCount: 2 });
      expect(await ids({})).toEqual([4]);
    });
  });
}
