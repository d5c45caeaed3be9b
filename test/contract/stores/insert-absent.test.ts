import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { mongo } from 'mongoose';
import { insertAbsent, isDuplicateId } from '../../../src/storage/stores/duplicate-key.js';
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

  test('is not misled by a key that reads like a message', async () => {
    const code = 'x index: _id_ dup key: { _id: 1 }';
    await collection.insertOne({ _id: 2, code });
    const insert = () => collection.insertOne({ _id: 3, code });
    const error: unknown = await insert().then(
      () => null,
      (it: unknown) => it,
    );
    expect(error).not.toBeNull();
    expect(isDuplicateId(error)).toBe(false);
  });
});
