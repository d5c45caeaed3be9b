import { describe, expect, it } from '@jest/globals';
import { refusalOf, type Suite } from './suite.js';

/** Groups, indexes and collections. */
export function describeAdministration({ items, db, ids }: Suite): void {
  describe('aggregate', () => {
    it('matches, groups, sorts and counts', async () => {
      await items().insertMany([
        { org: 'a', n: 1 },
        { org: 'b', n: 2 },
        { org: 'a', n: 3 },
      ]);
      expect(
        await items()
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
        await items()
          .aggregate([{ $match: { org: 'a' } }, { $count: 'many' }])
          .toArray(),
      ).toEqual([{ many: 2 }]);
    });

    it('groups by value and type, a missing field with null', async () => {
      await items().insertMany([{ k: 1 }, { k: '1' }, { k: null }, {}, { k: 1 }]);
      const groups = await items()
        .aggregate([{ $group: { _id: '$k', n: { $sum: 1 } } }, { $sort: { _id: 1 } }])
        .toArray();
      expect(groups).toEqual([
        { _id: null, n: 2 },
        { _id: 1, n: 2 },
        { _id: '1', n: 1 },
      ]);
    });
  });

  describe('indexes and collections', () => {
    it('are made, listed and dropped', async () => {
      await items().insertOne({ a: 1 });
      await items().createIndexes([
        { key: { a: 1, b: -1 }, unique: true, sparse: true, name: 'mine' },
      ]);
      await items().createIndexes([
        { key: { a: 1, b: -1 }, unique: true, sparse: true, name: 'mine' },
      ]);
      const listed = await items().indexes();
      expect(Object.fromEntries(listed.map(({ name, key }) => [name, key as unknown]))).toEqual({
        _id_: { _id: 1 },
        mine: { a: 1, b: -1 },
      });
      await items().dropIndex('mine');
      expect((await items().indexes()).map(({ name }) => name)).toEqual(['_id_']);
      const collections = await db().listCollections({}, { nameOnly: true }).toArray();
      expect(collections.map(({ name }) => name)).toContain('items');
    });

    it('refuse a unique index over what is doubled already, and leave no trace of it', async () => {
      await items().insertMany([{ a: 1 }, { a: 1 }]);
      expect((await refusalOf(items().createIndexes([{ key: { a: 1 }, unique: true }]))).code).toBe(
        11000,
      );
      expect((await items().indexes()).map(({ name }) => name)).toEqual(['_id_']);
    });

    it('find the same with and without an index', async () => {
      await items().insertMany(
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
        { list: [1, 1] },
        { list: { $in: [[2, 2], 3] } },
      ];
      const before = await Promise.all(filters.map((filter) => ids(filter)));
      await items().createIndexes([{ key: { a: 1, list: 1 } }]);
      await items().createIndexes([{ key: { list: 1 } }]);
      expect(await Promise.all(filters.map((filter) => ids(filter)))).toEqual(before);
    });
  });
}
