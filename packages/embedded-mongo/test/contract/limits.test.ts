import { describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { newFolder, startServer } from './server-in-process.js';
import { refusal, withEmbedded } from './with-embedded.js';

const { MongoClient } = mongoose.mongo;

const MEGABYTE = 1024 * 1024;

describe('an embedded database that is full', () => {
  const { collection } = withEmbedded({ mapSizeBytes: 2 * MEGABYTE });
  const filling = 'x'.repeat(10_000);

  it('refuses what needs space (14031), reads on, and takes writes again once space is freed', async () => {
    await collection().createIndexes([{ key: { kind: 1 } }]);
    let inserted = 0;
    let refused: { code: unknown; codeName: unknown } | undefined;
    while (refused === undefined && inserted < 1_000) {
      refused = await refusal(
        collection().insertOne({ _id: inserted as never, kind: 'filling', filling }),
      );
      if (refused === undefined) inserted += 1;
    }
    expect(refused).toEqual({ code: 14031, codeName: 'OutOfDiskSpace' });
    expect(inserted).toBeGreaterThan(50);

    expect(await collection().countDocuments({ kind: 'filling' })).toBe(inserted);
    expect(await collection().findOne({ _id: 7 as never })).toMatchObject({ kind: 'filling' });
    const grown = collection().updateMany({}, { $set: { more: filling } });
    expect(await refusal(grown)).toMatchObject({ code: 14031 });
    expect(await collection().countDocuments({ more: { $exists: true } })).toBe(0);

    expect(await collection().deleteMany({ _id: { $lt: 20 as never } })).toMatchObject({
      deletedCount: 20,
    });
    await collection().insertOne({ _id: 'after' as never });
    expect(await collection().findOne({ _id: 'after' as never })).toEqual({ _id: 'after' });
  });
});

describe('what a dropped collection held', () => {
  const { collection } = withEmbedded({ mapSizeBytes: 2 * MEGABYTE });

  it('makes room again', async () => {
    await collection('old').createIndexes([{ key: { filling: 1 } }]);
    const filling = 'x'.repeat(10_000);
    while ((await refusal(collection('old').insertOne({ filling }))) === undefined) continue;
    await collection('old').drop();
    const rows = Array.from({ length: 60 }, (_, n) => ({ _id: n as never, filling }));
    while ((await refusal(collection('new').insertMany(rows))) !== undefined) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await collection('new').countDocuments({})).toBe(60);
  });
});

it('a database that holds more than it may lets things be removed', async () => {
  const { folder, remove } = await newFolder();
  const before = await startServer({ path: folder });
  const writer = new MongoClient(before.said.uri);
  const rows = Array.from({ length: 100 }, (_, n) => ({
    _id: n as never,
    filling: 'x'.repeat(20_000),
  }));
  await writer.db('t').collection('x').insertMany(rows);
  await writer.close();
  await before.stop();

  const server = await startServer({ path: folder, mapSizeBytes: MEGABYTE });
  const client = new MongoClient(server.said.uri);
  const items = client.db('t').collection('x');
  expect(await refusal(items.insertOne({ filling: 'x'.repeat(20_000) }))).toMatchObject({
    code: 14031,
  });
  expect(await items.deleteMany({ _id: { $lt: 90 as never } })).toMatchObject({ deletedCount: 90 });
  expect(await refusal(items.insertOne({ filling: 'x'.repeat(20_000) }))).toBeUndefined();
  await client.close();
  await server.stop();
  await remove();
});

describe('writes that come together when there is no room for all', () => {
  const { collection } = withEmbedded({ mapSizeBytes: 2 * MEGABYTE });

  it('are each done or refused by themselves', async () => {
    await collection().insertMany(
      Array.from({ length: 40 }, (_, n) => ({ _id: n as never, n: 0 })),
    );
    const large = 'x'.repeat(3 * MEGABYTE);
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        refusal(
          n % 2 === 0
            ? collection().insertOne({ _id: `large ${String(n)}` as never, large })
            : collection().updateOne({ _id: n as never }, { $inc: { n: 1 } }),
        ),
      ),
    );
    expect(outcomes.map((outcome) => outcome?.code)).toEqual(
      Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? 14031 : undefined)),
    );
    expect(await collection().countDocuments({ n: 1 })).toBe(20);
    expect(await collection().countDocuments({ large: { $exists: true } })).toBe(0);
  });
});

describe('keys longer than LMDB takes', () => {
  const { collection } = withEmbedded();
  const long = (last: string): string => `${'long '.repeat(800)}${last}`;

  it('are found, ranged, sorted and kept apart as short ones are', async () => {
    await collection().createIndexes([{ key: { text: 1 } }]);
    await collection().createIndexes([{ key: { code: 1 }, unique: true, sparse: true }]);
    const texts = ['d', 'b', 'a', 'c'];
    await collection().insertMany(
      texts.map((last) => ({ _id: long(last) as never, text: long(last), code: long(last) })),
    );
    await collection().insertMany([
      { _id: 'short' as never, text: 'short' },
      { _id: 'lo' as never, text: 'lo' },
    ]);

    expect(await collection().findOne({ _id: long('b') as never })).toMatchObject({
      text: long('b'),
    });
    expect(await collection().countDocuments({ text: long('c') })).toBe(1);
    expect(await collection().countDocuments({ text: { $gt: long('a'), $lte: long('c') } })).toBe(
      2,
    );
    expect(await collection().countDocuments({ text: { $gte: 'long', $lt: 'm' } })).toBe(4);
    const sorted = await collection().find({}).sort({ text: -1 }).toArray();
    expect(sorted.map(({ text }) => String(text))).toEqual([
      'short',
      ...['d', 'c', 'b', 'a'].map(long),
      'lo',
    ]);
    const byId = await collection().find({}).sort({ _id: 1 }).toArray();
    expect(byId.map(({ _id }) => String(_id))).toEqual([
      'lo',
      ...['a', 'b', 'c', 'd'].map(long),
      'short',
    ]);

    expect(await refusal(collection().insertOne({ code: long('a') }))).toMatchObject({
      code: 11000,
    });
    await collection().updateOne({ _id: long('a') as never }, { $unset: { code: '' } });
    await collection().insertOne({ code: long('a') });
    await collection().deleteMany({ text: { $gte: 'long' } });
    expect(await collection().countDocuments({ text: { $exists: true } })).toBe(1);
  });
});

describe('large documents', () => {
  const { collection } = withEmbedded();

  it('are taken up to 16 MB and given back over several batches', async () => {
    const half = 'y'.repeat(7 * MEGABYTE);
    await collection().insertMany([1, 2, 3, 4].map((n) => ({ _id: n as never, half })));
    const found = await collection().find({}).sort({ _id: 1 }).toArray();
    expect(found.map(({ _id, half: text }) => [Number(_id), String(text).length])).toEqual(
      [1, 2, 3, 4].map((n) => [n, half.length]),
    );
  });

  it('that an update makes too large are refused and stay as they were', async () => {
    await collection('big').insertOne({ _id: 1 as never, a: 'z'.repeat(10 * MEGABYTE) });
    const grown = collection('big').updateOne({}, { $set: { b: 'z'.repeat(10 * MEGABYTE) } });
    expect([10334, 17419]).toContain((await refusal(grown))?.code);
    expect(await collection('big').findOne({}, { projection: { a: 0 } })).toEqual({ _id: 1 });
  });

  it('nested deeper than 180 levels are refused', async () => {
    let nested: mongoose.mongo.Document = {};
    for (let depth = 0; depth < 200; depth += 1) nested = { nested };
    expect(await refusal(collection().insertOne(nested))).toMatchObject({ code: 15 });
  });
});

describe('dropping', () => {
  const { collection, db } = withEmbedded();

  it('empties at once what is made again under the same name', async () => {
    for (let round = 0; round < 3; round += 1) {
      await collection().createIndexes([{ key: { n: 1 }, unique: true }]);
      await collection().insertMany(
        Array.from({ length: 500 }, (_, n) => ({ _id: n as never, n })),
      );
      expect(await collection().countDocuments({})).toBe(500);
      if (round === 1) await db().dropDatabase();
      else await collection().drop();
      expect(await collection().countDocuments({})).toBe(0);
    }
    expect(await db().listCollections().toArray()).toEqual([]);
  });
});
