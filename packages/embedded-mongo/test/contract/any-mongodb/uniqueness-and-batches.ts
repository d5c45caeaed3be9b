import { describe, expect, it } from '@jest/globals';
import { refusalOf, type Suite } from './suite.js';

/** What may exist once, and many writes in one. */
export function describeUniquenessAndBatches({ items, lacks, ids }: Suite): void {
  describe('unique indexes', () => {
    it('refuse a second one on insert, update and find-and-modify alike (11000)', async () => {
      await items().createIndexes([{ key: { org: 1, code: 1 }, unique: true }]);
      await items().insertMany([
        { _id: 1 as never, org: 'o', code: 'a' },
        { _id: 2 as never, org: 'o', code: 'b' },
      ]);
      const refused = [
        await refusalOf(items().insertOne({ org: 'o', code: 'a' })),
        await refusalOf(items().updateOne({ _id: 2 as never }, { $set: { code: 'a' } })),
        await refusalOf(items().findOneAndUpdate({ _id: 2 as never }, { $set: { code: 'a' } })),
      ];
      for (const error of refused) {
        expect(error.code).toBe(11000);
        expect(error.message).toContain(
          'E11000 duplicate key error collection: contract.items index: org_1_code_1',
        );
        if (lacks('keyPattern and keyValue of a duplicate')) continue;
        const { keyPattern, keyValue } = error as unknown as Record<string, unknown>;
        expect({ keyPattern, keyValue }).toEqual({
          keyPattern: { org: 1, code: 1 },
          keyValue: { org: 'o', code: 'a' },
        });
      }
      expect(await items().countDocuments({ code: 'a' })).toBe(1);
    });

    it('refuse a second document with the same id', async () => {
      await items().insertOne({ _id: 1 as never });
      expect((await refusalOf(items().insertOne({ _id: 1 as never }))).code).toBe(11000);
    });

    it('let an id be used again once its document is gone', async () => {
      await items().createIndexes([{ key: { code: 1 }, unique: true }]);
      await items().insertOne({ _id: 1 as never, code: 'a' });
      await items().updateOne({ _id: 1 as never }, { $set: { code: 'b' } });
      await items().insertOne({ _id: 2 as never, code: 'a' });
      await items().deleteOne({ _id: 2 as never });
      await items().insertOne({ _id: 3 as never, code: 'a' });
      expect(await ids({})).toEqual([1, 3]);
    });

    it('let a sparse one have many documents without the field', async () => {
      await items().createIndexes([{ key: { code: 1 }, unique: true, sparse: true }]);
      await items().insertMany([{ a: 1 }, { a: 2 }, { code: 'x' }]);
      expect(await items().countDocuments({ code: { $exists: false } })).toBe(2);
    });
  });

  describe('batches', () => {
    const rows = [1, 2, 2, 3].map((n) => ({ _id: n as never }));

    it('in order stop at the first refusal and keep what came before', async () => {
      const error = await refusalOf(items().insertMany(rows));
      expect(error.code).toBe(11000);
      if (!lacks('counts beside the errors of an insert'))
        expect(error).toMatchObject({ insertedCount: 2 });
      expect(await ids({})).toEqual([1, 2]);
    });

    it('without order do all others', async () => {
      const error = await refusalOf(items().insertMany(rows, { ordered: false }));
      expect(error.code).toBe(11000);
      if (!lacks('counts beside the errors of an insert'))
        expect(error).toMatchObject({ insertedCount: 3 });
      expect(await ids({})).toEqual([1, 2, 3]);
    });

    it('of updates count beside their errors', async () => {
      await items().insertMany([1, 2, 3].map((n) => ({ _id: n as never, n, s: 'x' })));
      const error = await refusalOf(
        items().bulkWrite(
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
        (await items().find({}).sort({ _id: 1 }).toArray()).map(({ n }) => n as unknown),
      ).toEqual([2, 2, 4]);
    });

    it('of a thousand version-filtered updates change those that still match', async () => {
      await items().insertMany(
        Array.from({ length: 1_000 }, (_, n) => ({ _id: n as never, version: n % 2 })),
      );
      const result = await items().bulkWrite(
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
}
