import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { newFolder, startServer } from './server-in-process.js';

const { MongoClient } = mongoose.mongo;
type Collection = mongoose.mongo.Collection;

const ROUNDS = 6;
const WRITERS = 12;

// A killed process leaves what it has handed to the operating system: this shows that nothing was
// acknowledged before it was there, and that what is there can be opened. Round by round one folder.
describe('a database killed at any moment', () => {
  let place: Awaited<ReturnType<typeof newFolder>>;
  beforeAll(async () => {
    place = await newFolder();
  });
  afterAll(() => place.remove());

  /** Writes until the server is gone; gives back the ids and the counts that were acknowledged. */
  const writeUntilGone = async (
    rows: Collection,
    writer: string,
  ): Promise<{ inserted: string[]; count: number }> => {
    const acknowledged = { inserted: [] as string[], count: 0 };
    for (let n = 0; ; n += 1) {
      const id = `${writer}-${String(n)}`;
      try {
        await rows.insertOne({ _id: id as never, writer });
        acknowledged.inserted.push(id);
        await rows.findOneAndUpdate(
          { _id: `counter-${writer}` as never },
          { $inc: { count: 1 } },
          { upsert: true },
        );
        acknowledged.count += 1;
      } catch {
        return acknowledged;
      }
    }
  };

  it('has every acknowledged write, and whole documents only', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const server = await startServer({ path: place.folder });
      const client = new MongoClient(server.said.uri, {
        retryWrites: false,
        retryReads: false,
        serverSelectionTimeoutMS: 200,
      });
      const rows = client.db('durable').collection(`round${String(round)}`);
      await rows.createIndexes([{ key: { writer: 1 } }]);
      const writers = Array.from({ length: WRITERS }, (_, n) =>
        writeUntilGone(rows, `w${String(n)}`),
      );
      setTimeout(() => void server.kill(), 60 + round * 70);
      const acknowledged = await Promise.all(writers);
      await server.kill();
      await client.close(true);

      const again = await startServer({ path: place.folder });
      const reader = new MongoClient(again.said.uri);
      const kept = reader.db('durable').collection(`round${String(round)}`);
      for (const [n, { inserted, count }] of acknowledged.entries()) {
        const writer = `w${String(n)}`;
        const found = new Set(
          (await kept.find({ writer }).toArray()).map(({ _id }) => String(_id)),
        );
        expect(inserted.filter((id) => !found.has(id))).toEqual([]);
        // One more may be there, whose answer was lost.
        expect(found.size - inserted.length).toBeLessThanOrEqual(1);
        const counter = await kept.findOne({ _id: `counter-${writer}` as never });
        const counted = Number(counter?.count ?? 0);
        expect([count, count + 1]).toContain(counted);
      }
      const total = await kept.countDocuments({});
      expect((await kept.find({}).toArray()).length).toBe(total);
      await reader.close();
      await again.stop();
    }
  });

  it('finishes what is in work when it is ended in good order', async () => {
    const server = await startServer({ path: place.folder });
    const client = new MongoClient(server.said.uri, {
      retryWrites: false,
      serverSelectionTimeoutMS: 200,
    });
    const rows = client.db('orderly').collection('rows');
    const writers = Array.from({ length: WRITERS }, (_, n) =>
      writeUntilGone(rows, `w${String(n)}`),
    );
    setTimeout(() => void server.stop(), 150);
    const acknowledged = await Promise.all(writers);
    await server.stop();
    await client.close(true);
    expect(server.child.exitCode).toBe(0);

    const again = await startServer({ path: place.folder });
    const reader = new MongoClient(again.said.uri);
    const found = new Set(
      (await reader.db('orderly').collection('rows').find({}).toArray()).map(({ _id }) =>
        String(_id),
      ),
    );
    expect(acknowledged.flatMap(({ inserted }) => inserted).filter((id) => !found.has(id))).toEqual(
      [],
    );
    await reader.close();
    await again.stop();
  });
});
