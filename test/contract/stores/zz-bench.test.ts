/* eslint-disable */
import { test } from '@jest/globals';
import { openDatabase } from '../../support/database.js';
import { openStores } from '../../../src/storage/open-stores.js';
import { buildCommit, buildEndingCommit } from '../../support/stored/build-commit.js';
import { buildRow, nextOf } from '../../support/stored/build-row.js';
import { buildEntry } from '../../support/stored/build-entry.js';
import { newId } from '../../support/stored/ids.js';
import { at } from '../../support/domain/at.js';
const time = async <T>(name: string, f: () => Promise<T>) => {
  const s = performance.now();
  const r = await f();
  console.log(name, (performance.now() - s).toFixed(1), 'ms', typeof r === 'number' ? r : '');
  return r;
};
test('bench', async () => {
  const db = await openDatabase();
  const s = openStores(db);
  await s.database.ensureIndexes();
  const organisationId = newId<any>();
  const rows: any[] = [];
  for (let i = 0; i < 20; i++) {
    const page = Array.from({ length: 1000 }, (_, k) =>
      buildRow({
        organisationId,
        validTo: at(k === 0 ? '2026-05-01T00:00:00Z' : '2027-05-01T00:00:00Z'),
        ...(i % 2 ? { state: 'deactivated' as const } : {}),
      }),
    );
    rows.push(...page);
    await s.outboxes.insertSuccessors(page.map((product) => ({ product, outbox: [] })));
  }
  const explain = async (name: string, filter: any, o: any) => {
    const r: any = await db.connection
      .db!.command({
        explain: { find: 'user_products', filter, ...o },
        verbosity: 'executionStats',
      })
      .catch((e: any) => ({ e: e.message }));
    console.log(
      name,
      JSON.stringify(r.executionStats ?? r),
      JSON.stringify(r.queryPlanner?.winningPlan).slice(0, 300),
    );
  };
  const org = new (await import('mongoose')).mongo.ObjectId(organisationId);
  const low = new (await import('mongoose')).mongo.ObjectId('000000000000000000000000');
  const id = new (await import('mongoose')).mongo.ObjectId(rows[500].id);
  const now = new Date('2026-06-01');
  const buckets = Array.from({ length: 64 }, (_, b) => b);
  await explain(
    'due all',
    {
      organisation_id: org,
      due_organisation_id: org,
      due_bucket: { $in: buckets },
      next_due_at: { $lte: now },
    },
    { sort: { next_due_at: 1 }, limit: 500 },
  );
  await explain(
    'due bucket',
    { organisation_id: org, due_organisation_id: org, due_bucket: 3, next_due_at: { $lte: now } },
    { sort: { next_due_at: 1 }, limit: 500 },
  );
  await explain('drain', { organisation_id: org, 'outbox.id': { $gte: low } }, { limit: 500 });
  await explain('drain all', { 'outbox.id': { $gte: low } }, { limit: 500 });
  await explain('succ', { organisation_id: org, 'successor._id': { $gte: low } }, { limit: 500 });
  await explain('bysucc', { 'successor._id': id, organisation_id: org }, { limit: 1 });
  await explain('find', { _id: id, organisation_id: org }, { limit: 1 });
  await explain(
    'walk',
    { organisation_id: org, _id: { $gt: id } },
    { sort: { _id: 1 }, limit: 500 },
  );
  for (let k = 0; k < 3; k++) {
    await time(
      'findDue all',
      async () =>
        (
          await s.userProducts.findDue(organisationId, {
            now: at('2026-06-01T00:00:00Z'),
            limit: 500,
            bucket: 'all',
          })
        ).length,
    );
    await time(
      'findDrainable none',
      async () => (await s.outboxes.findDrainable({ organisationId: 'all', limit: 500 })).length,
    );
  }
  await time('1000 sequential finds', async () => {
    for (let k = 0; k < 1000; k++) await s.userProducts.find(organisationId, rows[k].id);
    return 1;
  });
  const writes = rows
    .slice(0, 1000)
    .map((r) => buildCommit(r, { next: nextOf(r, { validTo: at('2028-01-01T00:00:00Z') }) }));
  await time('commitMany 1000', () => s.userProducts.commitMany(organisationId, writes));
  const ending = rows.slice(1000, 2000).map((r) => buildEndingCommit(r));
  await time('commitMany 1000 with successors', () =>
    s.userProducts.commitMany(organisationId, ending),
  );
  const page = await time('findDrainable 500', () =>
    s.outboxes.findDrainable({ organisationId: 'all', limit: 500 }),
  );
  await time(
    'insertSuccessors',
    () =>
      s.outboxes.insertSuccessors(page.flatMap((r) => (r.successor ? [r.successor] : []))) as any,
  );
  await time(
    'markDrained 500',
    () =>
      s.outboxes.markDrained(
        page.map((r) => ({
          userProductId: r.product.id,
          entryIds: r.outbox.map((e) => e.id),
          successorId: r.successor?.product.id ?? null,
        })),
      ) as any,
  );
  await time('500 commits one by one', async () => {
    for (const r of rows.slice(2000, 2500))
      await s.userProducts.commit(organisationId, buildCommit(r));
  });
  await time('500 commits in parallel', async () => {
    await Promise.all(
      rows.slice(2500, 3000).map((r) => s.userProducts.commit(organisationId, buildCommit(r))),
    );
  });
  await db.close();
}, 120000);
