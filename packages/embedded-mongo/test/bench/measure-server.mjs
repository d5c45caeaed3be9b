// Measures the embedded database alone, over its socket, with the driver in this process:
//   node packages/embedded-mongo/test/bench/measure-server.mjs [seconds per measurement]
// Each line is what an upgrade or a drain asks of it; every write it counts was acknowledged, so it was flushed.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import mongoose from 'mongoose';
import { start } from '../../dist/index.js';

const { MongoClient, ObjectId } = mongoose.mongo;
const SECONDS = Number(process.argv[2] ?? 3);
const ROWS = 20_000;
const BATCH = 1_000;

const folder = await mkdtemp(path.join(tmpdir(), 'bench-'));
const server = await start({ path: folder });
const client = new MongoClient(server.uri, { maxPoolSize: 64 });
const db = client.db('bench');
const products = db.collection('user_products');
const changes = db.collection('changes');
const organisation = new ObjectId();
const accounts = Array.from({ length: 1_000 }, () => new ObjectId());
const any = (list) => list[Math.floor(Math.random() * list.length)];

const userProduct = () => {
  const now = new Date();
  return {
    _id: new ObjectId(),
    organisation_id: organisation,
    account_id: any(accounts),
    schema_version: 1,
    version: 1,
    last_sequence: 1,
    package_code: 'adeprimo_basic',
    period_id: new ObjectId(),
    subscription_type: 'recurring',
    state: 'activated',
    provision_service: 'tulo',
    valid_from: now,
    valid_to: now,
    due_bucket: Math.floor(Math.random() * 64),
    next_due_at: new Date(now.getTime() + Math.floor(Math.random() * 1e9)),
    subscription_id: new ObjectId(),
    period: {
      type: 'recurring',
      payment_method: 'invoice',
      price: 20_000,
      currency: 'SEK',
      iteration_type: 'month',
      iteration_length: 1,
    },
    recent_changes: [],
    outbox: [],
  };
};

const report = (name, count, startedAt) => {
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(
    `${name.padEnd(58)} ${Math.round(count / seconds)
      .toLocaleString('en')
      .padStart(9)}/s`,
  );
};

const during = async (concurrency, once) => {
  const end = performance.now() + SECONDS * 1000;
  let count = 0;
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (performance.now() < end) {
        await once();
        count += 1;
      }
    }),
  );
  return count;
};

await products.createIndexes([
  { key: { organisation_id: 1, account_id: 1 } },
  { key: { 'outbox.0.id': 1 }, sparse: true },
  { key: { 'successor._id': 1 }, sparse: true },
  { key: { organisation_id: 1, due_bucket: 1, next_due_at: 1 }, sparse: true },
]);

const rows = Array.from({ length: ROWS }, userProduct);
let startedAt = performance.now();
for (let at = 0; at < rows.length; at += BATCH)
  await products.insertMany(rows.slice(at, at + BATCH));
report(`insert in batches of ${BATCH}, 4 indexes (rows)`, rows.length, startedAt);

startedAt = performance.now();
report(
  'find by id, 32 connections',
  await during(32, () => products.findOne({ _id: any(rows)._id })),
  startedAt,
);

const upgrade = async () => {
  const { _id } = any(rows);
  const found = await products.findOne({ _id, organisation_id: organisation });
  const changeId = new ObjectId();
  await products.findOneAndUpdate(
    { _id, organisation_id: organisation, account_id: found.account_id, version: found.version },
    {
      $set: { state: 'activated', package_code: 'adeprimo_digital', valid_to: new Date() },
      $unset: { pending_change: '' },
      $inc: { version: 1, last_sequence: 1 },
      $push: {
        recent_changes: { $each: [changeId], $slice: -32 },
        outbox: {
          $each: [
            {
              id: changeId,
              change: { _id: changeId, behaviour: 'immediate' },
              events: [{ name: 'package_upgrade' }],
            },
          ],
          $slice: -32,
        },
      },
    },
    { returnDocument: 'after' },
  );
  await changes.insertOne({
    _id: changeId,
    organisation_id: organisation,
    account_id: found.account_id,
    user_product_id: _id,
    requested_at: new Date(),
  });
};
for (const connections of [1, 16, 32]) {
  startedAt = performance.now();
  report(
    `find, find-and-modify, insert, ${connections} connections`,
    await during(connections, upgrade),
    startedAt,
  );
}

const versions = new Map(
  (await products.find({}, { projection: { version: 1 } }).toArray()).map((row) => [
    String(row._id),
    row.version,
  ]),
);
startedAt = performance.now();
let updated = 0;
const end = startedAt + SECONDS * 1000;
for (let at = 0; performance.now() < end; at = (at + BATCH) % rows.length) {
  const page = rows.slice(at, at + BATCH);
  const result = await products.bulkWrite(
    page.map(({ _id, account_id }) => ({
      updateOne: {
        filter: {
          _id,
          organisation_id: organisation,
          account_id,
          version: versions.get(String(_id)),
        },
        update: {
          $set: {
            valid_to: new Date(),
            version: versions.get(String(_id)) + 1,
            next_due_at: new Date(),
          },
          $unset: { successor: '' },
          $push: { recent_changes: { $each: [new ObjectId()], $slice: -32 } },
        },
      },
    })),
    { ordered: false },
  );
  for (const { _id } of page) versions.set(String(_id), versions.get(String(_id)) + 1);
  updated += result.modifiedCount;
}
report(`update in batches of ${BATCH}, unordered (rows)`, updated, startedAt);

const buckets = Array.from({ length: 64 }, (_, bucket) => bucket);
startedAt = performance.now();
report(
  'page of 100 due in 64 buckets, in order',
  await during(4, () =>
    products
      .find({
        organisation_id: organisation,
        due_bucket: { $in: buckets },
        next_due_at: { $lte: new Date(Date.now() + 1e9) },
      })
      .sort({ next_due_at: 1 })
      .limit(100)
      .toArray(),
  ),
  startedAt,
);

await client.close();
await server.close();
await rm(folder, { recursive: true });
