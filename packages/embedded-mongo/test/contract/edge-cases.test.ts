import { beforeEach, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { refusal, withEmbedded } from './with-embedded.js';

type Document = mongoose.mongo.Document;
type Asked = readonly [filter: Document, expected: boolean];

// Where the independent server answers otherwise, or cannot be asked. The manual's page stands with each.
describe('the embedded database decides by the manual', () => {
  const { collection } = withEmbedded();

  beforeEach(async () => {
    await collection().drop();
  });

  const matches = async (document: Document, filter: Document): Promise<boolean> => {
    await collection().insertOne({ ...document });
    return (await collection().countDocuments(filter)) === 1;
  };

  it.each<readonly [string, Document, ...Asked]>([
    [
      'nothing below an empty array is null ("Query for Null or Missing Fields")',
      { c: [] },
      { 'c.k': null },
      false,
    ],
    ['nothing below an array of scalars is null (same)', { c: [false] }, { 'c.k': null }, false],
    ['a missing field of one element is null (same)', { c: [{ k: 1 }, {}] }, { 'c.k': null }, true],
    [
      'an element by its number could be a name, so it is null too (same)',
      { c: [{ k: 1 }] },
      { 'c.0.k': null },
      true,
    ],
    [
      '$not holds where no element fulfils the condition ("$not")',
      { c: [] },
      { 'c.k': { $not: { $gt: 1 } } },
      true,
    ],
    [
      '$not does not hold where one does (same)',
      { c: [{}, { k: 2 }] },
      { 'c.k': { $not: { $gt: 1 } } },
      false,
    ],
    [
      '$exists false asks that no element has it ("$exists")',
      { c: [{ k: 1 }, {}] },
      { 'c.k': { $exists: false } },
      false,
    ],
    [
      'two bounds may hold for two elements ("Query an Array with Compound Filter Conditions")',
      { c: [{ k: 0 }, { k: 9 }] },
      { 'c.k': { $gt: 5, $lt: 3 } },
      true,
    ],
    [
      '$elemMatch asks one element for both bounds ("$elemMatch")',
      { c: [0, 9] },
      { c: { $elemMatch: { $gt: 5, $lt: 3 } } },
      false,
    ],
    [
      'an array among the elements is for $elemMatch a document named by numbers (same)',
      { c: [[{ k: 1 }]] },
      { c: { $elemMatch: { k: 1 } } },
      false,
    ],
    [
      'documents are equal with the same fields in the same order ("Match an Embedded/Nested Document")',
      { a: { x: 1, y: 2 } },
      { a: { y: 2, x: 1 } },
      false,
    ],
    [
      'arrays are equal with the same elements in the same order ("Match an Array")',
      { a: [2, 1] },
      { a: [1, 2] },
      false,
    ],
    ['$gte null finds null ("Comparison/Sort Order")', { a: null }, { a: { $gte: null } }, true],
    ['$gt null finds nothing (same)', { a: 1 }, { a: { $gt: null } }, false],
    ['NaN is not below a number (same)', { a: Number.NaN }, { a: { $lt: 5 } }, false],
    ['NaN equals NaN (same)', { a: Number.NaN }, { a: Number.NaN }, true],
    ['-0 equals 0 (same)', { a: -0 }, { a: 0 }, true],
    ['$in finds by a pattern too ("$in")', { a: 'abc' }, { a: { $in: [/^ab/] } }, true],
    [
      'a path never reaches what objects inherit',
      { a: {} },
      { 'a.constructor': { $exists: true } },
      false,
    ],
  ])('%s', async (_name, document, ...[filter, expected]) => {
    expect(await matches(document, filter)).toBe(expected);
  });

  it('$unset below an array does nothing without a number ("$unset")', async () => {
    await collection().insertOne({ _id: 1 as never, c: [{ k: 1 }] });
    expect(await collection().updateOne({}, { $unset: { 'c.k': '' } })).toMatchObject({
      modifiedCount: 0,
    });
  });

  it('an upsert makes no other id than the one asked for ("Upsert")', async () => {
    const upserted = collection().updateOne(
      { _id: 1 as never },
      { $set: { _id: 2 } },
      { upsert: true },
    );
    expect(await refusal(upserted)).toMatchObject({ code: 66 });
    expect(await collection().countDocuments({})).toBe(0);
  });

  it('$push to null is refused ("$push": the field must be an array)', async () => {
    await collection().insertOne({ _id: 1 as never, a: null });
    expect(await refusal(collection().updateOne({}, { $push: { a: 1 } as never }))).toMatchObject({
      code: 2,
    });
  });

  it('$inc of null is refused ("$inc": the field must be numeric)', async () => {
    await collection().insertOne({ _id: 1 as never, a: null });
    expect(await refusal(collection().updateOne({}, { $inc: { a: 1 } }))).toMatchObject({
      code: 14,
    });
  });

  it('sorting by two arrays at once is refused ("Sort by array fields")', async () => {
    await collection().insertOne({ a: [1], b: [2] });
    expect(await refusal(collection().find({}).sort({ a: 1, b: 1 }).toArray())).toMatchObject({
      code: 2,
    });
  });

  it('new fields come in the order of their names ("Update Operators")', async () => {
    await collection().insertOne({ _id: 1 as never });
    await collection().updateOne({}, { $set: { z: 1, a: 2, m: 3 } });
    expect(Object.keys((await collection().findOne({})) ?? {})).toEqual(['_id', 'a', 'm', 'z']);
  });

  it('sorts all types in the manual\'s order ("Comparison/Sort Order")', async () => {
    const inOrder = [
      null,
      -1,
      0.5,
      3_000_000_000,
      '',
      'a',
      '\uffff',
      '😀',
      { a: 1 },
      new mongoose.mongo.Binary(Buffer.from('x')),
      new mongoose.mongo.ObjectId(),
      false,
      true,
      new Date(0),
      /x/,
    ];
    await collection().insertMany(inOrder.map((v, _id) => ({ _id: _id as never, v })));
    for (const index of [false, true]) {
      if (index) await collection().createIndexes([{ key: { v: 1 } }]);
      const found = await collection().find({}).sort({ v: 1 }).toArray();
      expect(found.map(({ _id }) => Number(_id))).toEqual(inOrder.map((_, position) => position));
      const back = await collection().find({}).sort({ v: -1 }).toArray();
      expect(back.map(({ _id }) => Number(_id))).toEqual(
        inOrder.map((_, position) => position).reverse(),
      );
    }
  });

  it('keeps $inc within integers and goes on beyond 32 bits', async () => {
    await collection().insertOne({ _id: 1 as never, n: 2_147_483_647 });
    await collection().updateOne({}, { $inc: { n: 1 } });
    expect(await collection().findOne({ n: 2_147_483_648 })).toEqual({ _id: 1, n: 2_147_483_648 });
  });
});
