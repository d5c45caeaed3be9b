// The yardstick: a bare node:http server that does one upgrade as anyone would write it with the bare driver, in the same
// documents: read, version-filtered commit, insert of the successor, answer; then, in bulk and in the background, what the
// drain sends. With `behind` it answers after its commit and inserts behind it: the very commands of the gateway alone.
// Usage: node test/bench/bare-server.mjs MONGODB_URI DATABASE [behind]
import { createServer } from 'node:http';
import mongoose from 'mongoose';

const { MongoClient, ObjectId } = mongoose.mongo;
const [uri, database, order] = process.argv.slice(2);
const client = await new MongoClient(uri, { maxPoolSize: 50 }).connect();
const db = client.db(database);
const [userProducts, changes, events] = ['user_products', 'changes', 'events'].map((name) =>
  db.collection(name),
);

/** As the worker of the gateway: so long for others to join, so many at once. */
const gatherMs = 200;
const lowestId = new ObjectId('000000000000000000000000');
const looking = (field) => ({ limit: 500, batchSize: 500, hint: { [field]: 1 } });

let waiting = [];
let isDraining = false;
// A log of its own beside the gateway's, which counts its positions in the same collection.
const organisation = new ObjectId();
let position = 0;

async function upgrade({ account_id, user_product_id }) {
  const _id = new ObjectId(user_product_id);
  const source = await userProducts.findOne({ _id });
  const now = new Date();
  const { outbox, due_organisation_id, due_bucket, next_due_at, ...rest } = source;
  const successorId = new ObjectId();
  const side = { user_product: rest, package: { id: rest.package_id, code: rest.package_code } };
  const event = {
    id: new ObjectId(),
    type: 'package_upgrade',
    occurred_at: now,
    before: side,
    after: side,
  };
  const change = { _id: new ObjectId(), state: 'applied', requested_at: now, user_product_id: _id };
  const entry = { id: new ObjectId(), created_at: now, changes: [change], events: [event] };
  const successor = {
    ...rest,
    _id: successorId,
    version: 1,
    due_organisation_id,
    due_bucket,
    next_due_at,
    recent_changes: [],
    outbox: [...(outbox ?? []), entry],
  };
  await userProducts.findOneAndUpdate(
    {
      _id,
      organisation_id: rest.organisation_id,
      account_id: new ObjectId(account_id),
      version: rest.version,
    },
    {
      $set: { state: 'deactivated', version: rest.version + 1, updated_at: now, successor },
      $unset: { outbox: '', due_organisation_id: '', due_bucket: '', next_due_at: '' },
      $push: { recent_changes: { $each: [change._id], $slice: -32 } },
    },
    { projection: { _id: 1 } },
  );
  const inserted = userProducts.insertOne(successor);
  if (order !== 'behind') await inserted;
  waiting.push({ _id, successorId, change, event, entry });
  if (!isDraining) void drain();
  return successorId.toHexString();
}

async function drain() {
  isDraining = true;
  while (waiting.length > 0) {
    await new Promise((resolve) => setTimeout(resolve, gatherMs));
    const page = waiting.splice(0, 500);
    const ids = page.map((it) => it.successorId);
    await userProducts.find({ 'outbox.id': { $gte: lowestId } }, looking('outbox.id')).toArray();
    await userProducts
      .find({ 'successor._id': { $gte: lowestId } }, looking('successor._id'))
      .toArray();
    await userProducts.find({ _id: { $in: ids } }, { projection: { _id: 1 } }).toArray();
    await changes.insertMany(page.map(({ change }) => change));
    await events.find({ organisation_id: organisation }).sort({ position: -1 }).limit(1).toArray();
    await events.insertMany(
      page.map(({ event }) => ({
        ...event,
        _id: event.id,
        event_id: event.id,
        organisation_id: organisation,
        position: (position += 1),
      })),
    );
    await userProducts.bulkWrite(
      page.flatMap(({ _id, successorId, entry }) => [
        { updateOne: { filter: { _id }, update: { $unset: { successor: '' } } } },
        {
          updateOne: {
            filter: { _id: successorId },
            update: { $pull: { outbox: { id: { $in: [entry.id] } } } },
          },
        },
      ]),
      { ordered: false },
    );
  }
  isDraining = false;
}

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    const id = await upgrade(JSON.parse(Buffer.concat(chunks).toString()));
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id }));
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${server.address().port}\n`);
});
