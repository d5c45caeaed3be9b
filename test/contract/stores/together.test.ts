import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { OutcomeUnknownError } from '../../../src/application/ports/failures.js';
import type { OrganisationId } from '../../../src/domain/ids.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import type { Stores } from '../../../src/storage/open-stores.js';

import { buildCommit } from '../../support/stored/build-commit.js';
import { buildRow } from '../../support/stored/build-row.js';
import { newId } from '../../support/stored/ids.js';
import { openProxiedStores, type ProxiedStores } from '../../support/stored/open-proxied-stores.js';
import type { Proxy } from '../../support/stored/open-proxy.js';

const count = 12;

describe('Commands that meet', () => {
  let opened: ProxiedStores;
  let proxy: Proxy;
  let stores: Stores;
  let outside: Stores;
  beforeAll(async () => {
    opened = await openProxiedStores();
    ({ proxy, stores, outside } = opened);
  });
  afterAll(() => opened.close());
  beforeEach(() => {
    proxy.forget();
  });

  const seed = async (organisationId: OrganisationId = newId()): Promise<UserProduct[]> => {
    const rows = Array.from({ length: count }, () => buildRow({ organisationId }));
    const { outboxes } = outside;
    await outboxes.insertSuccessors(rows.map((product) => ({ product, outbox: [] })));
    proxy.forget();
    return rows;
  };
  const idsOf = (read: readonly ({ readonly product: UserProduct } | null)[]) =>
    read.map((it) => it?.product.id ?? null);

  test('to read by id are few, and each reader gets its own row', async () => {
    const rows = await seed();
    const asked = [...rows, buildRow({ organisationId: rows[0]?.organisationId ?? newId() })];
    const read = await Promise.all(
      asked.map((it) => stores.userProducts.find(it.organisationId, it.id)),
    );
    expect(idsOf(read)).toEqual([...rows.map((it) => it.id), null]);
    expect(proxy.names()).toEqual(['find', 'find', 'find']);
  });

  test('to read never give a row to another organisation', async () => {
    const own = await seed();
    const others = await seed();
    const strange = own.map((it, index) =>
      stores.userProducts.find(others[index]?.organisationId ?? newId(), it.id),
    );
    const right = others.map((it) => stores.userProducts.find(it.organisationId, it.id));
    expect(idsOf(await Promise.all(strange))).toEqual(own.map(() => null));
    expect(idsOf(await Promise.all(right))).toEqual(others.map((it) => it.id));
  });

  test('to commit are few, and a row that has moved is lost alone', async () => {
    const rows = await seed();
    const moved = rows.slice(-2);
    for (const it of moved) await outside.userProducts.commit(it.organisationId, buildCommit(it));
    const results = await Promise.all(
      rows.map((it) => stores.userProducts.commit(it.organisationId, buildCommit(it))),
    );
    expect(results).toEqual([...rows.slice(2).map(() => 'done'), 'lost', 'lost']);
    // What did not match whole was looked up by one more command.
    expect(proxy.names()).toEqual(['findAndModify', 'findAndModify', 'update', 'find']);
    for (const { organisationId, id } of rows) {
      const row = await stores.userProducts.find(organisationId, id);
      expect([row?.product.version, row?.outbox.length]).toEqual([2, 1]);
    }
  });

  test('of one row commit one of them', async () => {
    const [row] = await seed();
    if (row === undefined) throw new Error('no row');
    const { organisationId } = row;
    const commits = Array.from({ length: count }, () =>
      stores.userProducts.commit(organisationId, buildCommit(row)),
    );
    const results = await Promise.all(commits);
    expect(results.filter((it) => it === 'done')).toHaveLength(1);
    const written = await stores.userProducts.find(organisationId, row.id);
    expect([written?.product.version, written?.recentChanges.length]).toEqual([2, 1]);
  });

  test('commit all that can be where one cannot', async () => {
    const rows = await seed();
    const writes = rows.map((it) => buildCommit(it));
    const tooLarge = buildCommit(rows[5] ?? buildRow(), {
      next: { ...(writes[5]?.next ?? buildRow()), packageCode: 'x'.repeat(17_000_000) },
    });
    const results = await Promise.allSettled(
      writes.map((it, index) =>
        stores.userProducts.commit(it.next.organisationId, index === 5 ? tooLarge : it),
      ),
    );
    expect(results.map((it) => (it.status === 'fulfilled' ? it.value : 'failed'))).toEqual(
      rows.map((_, index) => (index === 5 ? 'failed' : 'done')),
    );
  });

  test('of an end of period go alone: nothing could be looked up', async () => {
    const rows = await seed();
    await Promise.all(
      rows
        .slice(0, 4)
        .map((it) =>
          stores.userProducts.commit(it.organisationId, buildCommit(it, { changeId: null })),
        ),
    );
    expect(proxy.names()).toEqual(Array.from({ length: 4 }, () => 'findAndModify'));
  });

  test('are unknown to all whose reply was lost', async () => {
    const rows = await seed();
    const commit = (it: UserProduct) =>
      stores.userProducts.commit(it.organisationId, buildCommit(it));
    proxy.loseReply('update', 'lost');
    const results = await Promise.allSettled(rows.map(commit));
    const unknown = results.filter(
      (it) => it.status === 'rejected' && it.reason instanceof OutcomeUnknownError,
    );
    expect(unknown).toHaveLength(count - 2);
  });

  test('to insert are few, and one that is there is left alone', async () => {
    const [present] = await seed();
    if (present === undefined) throw new Error('no row');
    const { organisationId } = present;
    const absent = Array.from({ length: count }, () => buildRow({ organisationId }));
    const changed = { ...present, packageCode: 'other' };
    const results = await Promise.all(
      [...absent, changed].map((product) =>
        stores.userProducts.insert(organisationId, { product, outbox: [] }),
      ),
    );
    expect(results).toEqual([...absent.map(() => 'inserted'), 'present']);
    // Which of them is there was asked: not every server says so.
    expect(proxy.names()).toEqual(['insert', 'insert', 'insert', 'find']);
    const row = await stores.userProducts.find(organisationId, present.id);
    expect(row?.product.packageCode).toBe(present.packageCode);
  });
});
