import { beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { refusal, withEmbedded } from './with-embedded.js';

const { Decimal128, Double, Long, Timestamp, Code, ObjectId } = mongoose.mongo;

type Refusal = readonly [code: number, codeName: string];

describe('what the embedded database refuses, it refuses by name', () => {
  const { db, collection } = withEmbedded();

  beforeAll(async () => {
    await collection().insertMany([1, 2].map((n) => ({ _id: n as never, n, list: [n] })));
  });

  it.each<readonly [string, Record<string, unknown>, ...Refusal]>([
    ['an unknown command', { fooBar: 1 }, 59, 'CommandNotFound'],
    [
      'a transaction number',
      { find: 'items', txnNumber: Long.fromNumber(1) },
      20,
      'IllegalOperation',
    ],
    ['an unknown field', { find: 'items', foo: 1 }, 40415, 'Location40415'],
    [
      'an unknown field of an update',
      { update: 'items', updates: [{ q: {}, u: {}, foo: 1 }] },
      40415,
      'Location40415',
    ],
    ['a collation', { find: 'items', collation: { locale: 'sv' } }, 238, 'NotImplemented'],
    ['a tailable cursor', { find: 'items', tailable: true }, 238, 'NotImplemented'],
    ['variables', { find: 'items', let: { a: 1 } }, 238, 'NotImplemented'],
    ['an unknown operator', { find: 'items', filter: { n: { $foo: 1 } } }, 2, 'BadValue'],
    ['$all', { find: 'items', filter: { list: { $all: [1] } } }, 238, 'NotImplemented'],
    ['$mod', { find: 'items', filter: { n: { $mod: [2, 1] } } }, 238, 'NotImplemented'],
    ['$type', { find: 'items', filter: { n: { $type: 'int' } } }, 238, 'NotImplemented'],
    ['an unknown operator at the top', { find: 'items', filter: { $foo: 1 } }, 2, 'BadValue'],
    ['$expr', { find: 'items', filter: { $expr: { $eq: ['$n', 1] } } }, 238, 'NotImplemented'],
    ['$where', { find: 'items', filter: { $where: 'true' } }, 238, 'NotImplemented'],
    ['$text', { find: 'items', filter: { $text: { $search: 'x' } } }, 238, 'NotImplemented'],
    [
      'a geographical query',
      { find: 'items', filter: { n: { $near: [0, 0] } } },
      238,
      'NotImplemented',
    ],
    [
      'a computed projection',
      { find: 'items', projection: { n: { $slice: 1 } } },
      238,
      'NotImplemented',
    ],
    [
      'a positional projection',
      { find: 'items', projection: { 'list.$': 1 } },
      238,
      'NotImplemented',
    ],
    [
      'sorting by score',
      { find: 'items', sort: { n: { $meta: 'textScore' } } },
      238,
      'NotImplemented',
    ],
    ['natural order', { find: 'items', sort: { $natural: 1 } }, 238, 'NotImplemented'],
    ['a hint without its index', { find: 'items', hint: 'none' }, 2, 'BadValue'],
    [
      'a change stream',
      { aggregate: 'items', pipeline: [{ $changeStream: {} }], cursor: {} },
      40573,
      'Location40573',
    ],
    [
      'an unknown stage',
      { aggregate: 'items', pipeline: [{ $foo: {} }], cursor: {} },
      40324,
      'Location40324',
    ],
    [
      'a stage that is not served',
      { aggregate: 'items', pipeline: [{ $lookup: {} }], cursor: {} },
      238,
      'NotImplemented',
    ],
    [
      'a computed group',
      { aggregate: 'items', pipeline: [{ $group: { _id: { $year: '$at' } } }], cursor: {} },
      238,
      'NotImplemented',
    ],
    [
      'an accumulator that is not served',
      { aggregate: 'items', pipeline: [{ $group: { _id: 1, n: { $push: '$n' } } }], cursor: {} },
      238,
      'NotImplemented',
    ],
    [
      'writing to more than one server',
      { insert: 'items', documents: [{}], writeConcern: { w: 2 } },
      2,
      'BadValue',
    ],
    ['a snapshot', { find: 'items', readConcern: { level: 'snapshot' } }, 238, 'NotImplemented'],
    ['a capped collection', { create: 'capped', capped: true, size: 1000 }, 238, 'NotImplemented'],
    ['a validator', { create: 'valid', validator: { n: 1 } }, 238, 'NotImplemented'],
    ['an existing collection', { create: 'items' }, 48, 'NamespaceExists'],
    [
      'a forgotten cursor',
      { getMore: Long.fromNumber(99), collection: 'items' },
      43,
      'CursorNotFound',
    ],
    ['dropping the id index', { dropIndexes: 'items', index: '_id_' }, 72, 'InvalidOptions'],
    ['dropping an unknown index', { dropIndexes: 'items', index: 'none' }, 27, 'IndexNotFound'],
    ['indexes of no collection', { listIndexes: 'none' }, 26, 'NamespaceNotFound'],
    ['explain of a count', { explain: { count: 'items' } }, 238, 'NotImplemented'],
    ['a collection name with a dollar', { find: 'a$b' }, 73, 'InvalidNamespace'],
  ])('%s', async (_name, command, ...[code, codeName]) => {
    expect(await refusal(db().command(command))).toEqual({ code, codeName });
  });

  it.each<[string, Record<string, unknown>]>([
    ['partial', { partialFilterExpression: { n: 1 } }],
    ['expiring', { expireAfterSeconds: 60 }],
    ['collated', { collation: { locale: 'sv' } }],
    ['hidden', { hidden: true }],
    ['weighted', { weights: { n: 1 } }],
  ])('a %s index', async (_name, option) => {
    const indexes = [{ key: { n: 1 }, name: 'n', ...option }];
    expect(await refusal(db().command({ createIndexes: 'items', indexes }))).toEqual({
      code: 238,
      codeName: 'NotImplemented',
    });
  });

  it.each(['text', '2dsphere', 'hashed'])('a %s index', async (kind) => {
    const indexes = [{ key: { n: kind }, name: 'n' }];
    expect(await refusal(db().command({ createIndexes: 'items', indexes }))).toEqual({
      code: 238,
      codeName: 'NotImplemented',
    });
  });

  it('an index of the same name with another key (86), and of the same key with another name (85)', async () => {
    await db().command({ createIndexes: 'named', indexes: [{ key: { a: 1 }, name: 'one' }] });
    const otherKey = { createIndexes: 'named', indexes: [{ key: { b: 1 }, name: 'one' }] };
    const otherName = { createIndexes: 'named', indexes: [{ key: { a: 1 }, name: 'two' }] };
    expect(await refusal(db().command(otherKey))).toMatchObject({ code: 86 });
    expect(await refusal(db().command(otherName))).toMatchObject({ code: 85 });
  });

  it('an index over two arrays of one document (171)', async () => {
    await collection('parallel').createIndexes([{ key: { a: 1, b: 1 } }]);
    expect(await refusal(collection('parallel').insertOne({ a: [1, 2], b: [1, 2] }))).toMatchObject(
      { code: 171 },
    );
    expect(await collection('parallel').countDocuments({})).toBe(0);
  });

  it.each<[string, Record<string, unknown>]>([
    ['$bit', { $bit: { n: { and: 1 } } }],
    ['$mul', { $mul: { n: 2 } }],
    ['$min', { $min: { n: 2 } }],
    ['$rename', { $rename: { n: 'm' } }],
    ['$currentDate', { $currentDate: { at: true } }],
    ['$addToSet', { $addToSet: { list: 1 } }],
    ['$pop', { $pop: { list: 1 } }],
    ['$pullAll', { $pullAll: { list: [1] } }],
    ['a timestamp', { $currentDate: { at: { $type: 'timestamp' } } }],
    ['a position to push at', { $push: { list: { $each: [1], $position: 0 } } }],
    ['an order to push in', { $push: { list: { $each: [1], $sort: 1 } } }],
    ['a positional path', { $set: { 'list.$': 1 } }],
    ['all elements at once', { $set: { 'list.$[]': 1 } }],
  ])('%s in an update', async (_name, update) => {
    expect(await refusal(collection().updateOne({ _id: 1 as never }, update))).toMatchObject({
      code: 238,
    });
  });

  it('array filters and update pipelines', async () => {
    const filtered = collection().updateOne({}, { $set: { n: 1 } }, { arrayFilters: [{ x: 1 }] });
    expect(await refusal(filtered)).toMatchObject({ code: 238 });
    expect(await refusal(collection().updateOne({}, [{ $set: { n: 1 } }]))).toMatchObject({
      code: 238,
    });
  });

  const unkept: readonly [string, unknown][] = [
    ['a long', Long.fromNumber(5)],
    ['a big integer', 5n],
    ['a decimal', Decimal128.fromString('1.5')],
    ['a double with an integer value', new Double(1)],
    ['a timestamp', new Timestamp({ t: 1, i: 1 })],
    ['code', new Code('1')],
    ['a DBRef', { $ref: 'x', $id: new ObjectId() }],
  ];

  it.each(unkept)('%s in a document, in a filter and in an update', async (_name, value) => {
    const refused = [
      await refusal(collection().insertOne({ nested: { value } })),
      await refusal(
        collection()
          .findOne({ n: value })
          .then((found) => found),
      ),
      await refusal(collection().updateOne({ _id: 1 as never }, { $set: { n: value } })),
      await refusal(collection().findOneAndUpdate({ _id: 1 as never }, { $set: { n: value } })),
    ];
    expect(refused).toEqual(refused.map(() => ({ code: 238, codeName: 'NotImplemented' })));
  });

  it('an integer that would leave what a double holds exactly', async () => {
    await collection('large').insertOne({ _id: 1 as never, n: Number.MAX_SAFE_INTEGER });
    expect(await refusal(collection('large').updateOne({}, { $inc: { n: 1 } }))).toMatchObject({
      code: 238,
    });
    expect(await collection('large').findOne({})).toEqual({ _id: 1, n: Number.MAX_SAFE_INTEGER });
  });
});
