import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import mongoose from 'mongoose';
import {
  anyDocument,
  anyFilter,
  anySort,
  anySortedDocument,
  anyUpdate,
} from './arbitrary-operations.js';
import { independentServer } from '../support/independent-server.js';
import { newFolder, startServer, type StartedServer } from './server-in-process.js';

const { MongoClient } = mongoose.mongo;
type Document = mongoose.mongo.Document;
type Collection = mongoose.mongo.Collection;

const uri = independentServer();
const SEED = 20_261_121;

const withoutNull = (row: Document): Document =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

/** What a server answered, or by which code it refused. */
const outcome = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof mongoose.mongo.MongoServerError) return { refused: true };
    throw error;
  }
};

if (uri === null) {
  describe('random operations', () => {
    it.todo(
      'give equal answers on the independent server, when INDEPENDENT_MONGODB_URI says where it is',
    );
  });
} else {
  describe('random operations give equal answers on the independent server', () => {
    let embedded: StartedServer;
    let folder: Awaited<ReturnType<typeof newFolder>>;
    let clients: InstanceType<typeof MongoClient>[];
    let both: Collection[];

    beforeAll(async () => {
      folder = await newFolder();
      embedded = await startServer({ path: folder.folder });
      clients = [embedded.said.uri, uri].map((address) => new MongoClient(address));
      both = clients.map((client) => client.db('differential').collection('items'));
      // Ours answers by indexes, the other one by looking at every document.
      await both[0]?.createIndexes([
        { key: { a: 1 } },
        { key: { b: -1 }, sparse: true },
        { key: { 'a.k': 1 }, sparse: true },
        { key: { 'c.k': 1 } },
        { key: { 'c.v': -1 } },
        { key: { 'c.0.k': 1 }, sparse: true },
      ]);
    });
    afterAll(async () => {
      await Promise.all(clients.map((client) => client.close()));
      await embedded.stop();
      await folder.remove();
    });

    const fill = async (documents: readonly Document[]): Promise<void> => {
      await Promise.all(
        both.map(async (collection) => {
          await collection.deleteMany({});
          await collection.insertMany(
            documents.map((document, _id) => ({ _id: _id as never, ...document })),
          );
        }),
      );
    };
    const onBoth = async (work: (collection: Collection) => Promise<unknown>): Promise<void> => {
      const [ours, theirs] = await Promise.all(both.map((collection) => outcome(work(collection))));
      expect(ours).toEqual(theirs);
    };
    const documents = fc.array(anyDocument, { minLength: 1, maxLength: 12 });
    const sortedDocuments = fc.array(anySortedDocument, { minLength: 1, maxLength: 12 });

    it('for filters', async () => {
      await fc.assert(
        fc.asyncProperty(
          documents,
          fc.array(anyFilter, { minLength: 4, maxLength: 8 }),
          async (rows, filters) => {
            await fill(rows);
            for (const filter of filters) {
              await onBoth((collection) => collection.find(filter).sort({ _id: 1 }).toArray());
            }
          },
        ),
        { numRuns: 150, seed: SEED },
      );
    });

    it('for sorts', async () => {
      await fc.assert(
        fc.asyncProperty(sortedDocuments, anySort, async (rows, sort) => {
          await fill(rows);
          await onBoth((collection) =>
            collection
              .find({})
              .sort({ ...sort, _id: 1 })
              .toArray(),
          );
        }),
        { numRuns: 150, seed: SEED },
      );
    });

    it('for updates', async () => {
      await fc.assert(
        fc.asyncProperty(
          documents,
          fc.array(anyUpdate, { minLength: 1, maxLength: 5 }),
          async (rows, updates) => {
            // Adding to null is refused by MongoDB ("must be an array"), and done by the other server.
            await fill(rows.map(withoutNull));
            for (const [at, update] of updates.entries()) {
              await onBoth((collection) =>
                collection.findOneAndUpdate({ _id: (at % rows.length) as never }, update, {
                  returnDocument: 'after',
                }),
              );
            }
          },
        ),
        { numRuns: 150, seed: SEED },
      );
    });
  });
}
