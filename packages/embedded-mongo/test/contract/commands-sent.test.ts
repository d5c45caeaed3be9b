import { describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { withEmbedded } from './with-embedded.js';

// What the driver and mongoose really send, from connecting to closing: each must be a command that
// is served, so a new version that begins to send another one fails here first.
describe('the commands a client of ours sends', () => {
  const { server } = withEmbedded();

  it('are all served', async () => {
    const sent = new Set<string>();
    const failed: string[] = [];
    const connection = mongoose.createConnection(server().said.uri, {
      dbName: 'sent',
      monitorCommands: true,
    });
    await connection.asPromise();
    const client = connection.getClient();
    client.on('commandStarted', ({ commandName }) => sent.add(commandName));
    client.on('commandFailed', ({ commandName }) => failed.push(commandName));

    const schema = new mongoose.Schema(
      {
        organisation_id: mongoose.Schema.Types.ObjectId,
        code: String,
        at: Date,
        price: Number,
        rows: [{ id: String }],
      },
      { optimisticConcurrency: true },
    );
    schema.index({ organisation_id: 1, code: 1 }, { unique: true });
    schema.index({ 'rows.0.id': 1 }, { sparse: true });
    const Thing = connection.model('Thing', schema);
    await Thing.init();
    await Thing.createCollection();
    const organisation_id = new mongoose.Types.ObjectId();
    const thing = await Thing.create({
      organisation_id,
      code: 'a',
      price: 5_000_000_000,
      rows: [{ id: 'x' }],
    });
    thing.price = 20;
    await thing.save();
    expect((await Thing.findById(thing._id).lean())?.price).toBe(20);
    await Thing.insertMany([
      { organisation_id, code: 'b' },
      { organisation_id, code: 'c' },
    ]);
    await Thing.updateMany({ organisation_id }, { $set: { price: 1 } });
    await Thing.findOneAndUpdate(
      { code: 'b' },
      { $inc: { price: 1 } },
      { returnDocument: 'after' },
    ).lean();
    await Thing.bulkWrite([
      { updateOne: { filter: { code: 'c' }, update: { $set: { price: 3 } } } },
      { deleteOne: { filter: { code: 'a' } } },
    ]);
    expect(await Thing.countDocuments({ organisation_id })).toBe(2);
    expect(await Thing.estimatedDocumentCount()).toBe(2);
    expect(await Thing.distinct('code')).toEqual(['b', 'c']);
    expect(await Thing.exists({ code: 'b' })).not.toBeNull();
    const seen: string[] = [];
    for await (const { code } of Thing.find().sort({ code: 1 }).batchSize(1).lean().cursor())
      seen.push(String(code));
    expect(seen).toEqual(['b', 'c']);
    await Thing.aggregate([{ $group: { _id: '$organisation_id', n: { $sum: 1 } } }]);
    await Thing.syncIndexes();
    await Thing.listIndexes();
    await connection.db?.admin().buildInfo();
    await connection.db?.admin().ping();
    await Thing.deleteMany({});
    await Thing.collection.drop();
    await connection.dropDatabase();
    await connection.close();

    // Making what is there already is an answer of its own (48), which mongoose passes over.
    expect(failed.filter((name) => name !== 'create')).toEqual([]);
    expect([...sent].sort()).toEqual([
      'aggregate',
      'buildinfo',
      'count',
      'create',
      'createIndexes',
      'delete',
      'distinct',
      'drop',
      'dropDatabase',
      'endSessions',
      'find',
      'findAndModify',
      'getMore',
      'insert',
      'listIndexes',
      'ping',
      'update',
    ]);
  });
});
