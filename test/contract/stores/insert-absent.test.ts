import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mongo } from 'mongoose';
import { insertAbsent, isIdTaken } from '../../../src/storage/stores/duplicate-key.js';
import { openDatabase, type TestDatabase } from '../../support/database.js';

type Numbered = { _id: number; code: string };

describe('Inserting what is absent', () => {
  let database: TestDatabase;
  let collection: mongo.Collection<Numbered>;
  beforeAll(async () => {
    database = await openDatabase();
    collection = database.connection.collection<Numbered>('numbered');
    await collection.createIndexes([{ key: { code: 1 }, name: 'code', unique: true }]);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await collection.deleteMany({});
    await collection.insertOne({ _id: 1, code: 'one' });
  });

  test('inserts it and answers what was there, by its place in the list', async () => {
    const given = [
      { _id: 2, code: 'two' },
      { _id: 1, code: 'another' },
      { _id: 3, code: 'three' },
    ];
    expect(await insertAbsent(collection, given)).toEqual([1]);
    expect(await collection.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, code: 'one' },
      { _id: 2, code: 'two' },
      { _id: 3, code: 'three' },
    ]);
  });

  test('throws where another key than the id is taken, and never calls that done', async () => {
    await expect(insertAbsent(collection, [{ _id: 2, code: 'one' }])).rejects.toThrow(/E11000/);
    const both = [
      { _id: 1, code: 'one' },
      { _id: 2, code: 'one' },
    ];
    await expect(insertAbsent(collection, both)).rejects.toThrow(/E11000/);
  });

  /** What a server says that has its own words, and does not say which key is taken. */
  const inOtherWords = new mongo.MongoServerError({
    code: 11_000,
    message: 'Duplicate key violation on the requested collection: Index "_id_"',
  });

  test('knows a taken id where the server has other words and names no key', async () => {
    const taken = { _id: 1, code: 'two' };
    expect(await isIdTaken(collection, inOtherWords, taken)).toBe(true);
    expect(await isIdTaken(collection, inOtherWords, { _id: 2, code: 'one' })).toBe(false);
  });

  test('believes the key that a server names, whatever its sentence says', async () => {
    const named = (field: string) =>
      Object.assign(new mongo.MongoServerError({ code: 11_000, message: 'no' }), {
        keyPattern: { [field]: 1 },
      });
    expect(await isIdTaken(collection, named('_id'), { _id: 7, code: 'x' })).toBe(true);
    expect(await isIdTaken(collection, named('code'), { _id: 1, code: 'one' })).toBe(false);
  });

  test('takes no other error for a taken id', async () => {
    const other = new mongo.MongoServerError({ code: 112, message: 'E11000 index: _id_ ' });
    expect(await isIdTaken(collection, other, { _id: 1, code: 'one' })).toBe(false);
    expect(await isIdTaken(collection, new Error('E11000'), { _id: 1, code: 'one' })).toBe(false);
  });

  test('is not misled by a key that reads like a message', async () => {
    const code = 'x index: _id_ dup key: { _id: 1 }';
    await collection.insertOne({ _id: 2, code });
    const document = { _id: 3, code };
    const error: unknown = await collection.insertOne(document).then(
      () => null,
      (it: unknown) => it,
    );
    expect(error).not.toBeNull();
    expect(await isIdTaken(collection, error, document)).toBe(false);
    await expect(insertAbsent(collection, [document])).rejects.toThrow(/E11000/);
  });
});
