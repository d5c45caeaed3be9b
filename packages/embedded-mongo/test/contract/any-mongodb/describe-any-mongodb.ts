import { afterAll, beforeAll, beforeEach, describe } from '@jest/globals';
import mongoose from 'mongoose';
import { describeAdministration } from './administration.js';
import { describeFinding } from './finding.js';
import type { Gap, Suite } from './suite.js';
import { describeUniquenessAndBatches } from './uniqueness-and-batches.js';
import { describeUpdating } from './updating.js';

const { MongoClient } = mongoose.mongo;

/** A MongoDB to hold to the contract: its address, how to end it, and what it is known to lack. */
export type AnyMongodb = {
  readonly uri: string;
  readonly stop: () => Promise<void>;
  readonly lacks: readonly Gap[];
};

/** What the product's stores rely on, whoever serves it. Each row is MongoDB's manual's word. */
export function describeAnyMongodb(name: string, start: () => Promise<AnyMongodb>): void {
  describe(`${name} as a MongoDB`, () => {
    let server: AnyMongodb;
    let client: mongoose.mongo.MongoClient;
    const db: Suite['db'] = () => client.db('contract');
    const items: Suite['items'] = () => db().collection('items');
    const suite: Suite = {
      db,
      items,
      lacks: (gap) => server.lacks.includes(gap),
      ids: async (filter) =>
        (await items().find(filter).sort({ _id: 1 }).toArray()).map(({ _id }) => _id as unknown),
    };

    beforeAll(async () => {
      server = await start();
      client = new MongoClient(server.uri, { maxPoolSize: 60 });
    });
    beforeEach(async () => {
      // Some servers, and older ones, refuse to drop what is not there.
      if (await db().listCollections({ name: items().collectionName }).hasNext())
        await items().drop();
    });
    afterAll(async () => {
      await client.close();
      await server.stop();
    });

    describeFinding(suite);
    describeUpdating(suite);
    describeUniquenessAndBatches(suite);
    describeAdministration(suite);
  });
}
