import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Stores } from '../../../src/storage/open-stores.js';

import { buildCommit, buildEndingCommit } from '../../support/stored/build-commit.js';
import { buildChange, buildEntry, buildEvent, closeOf } from '../../support/stored/build-entry.js';
import { buildRow } from '../../support/stored/build-row.js';
import { newId } from '../../support/stored/ids.js';
import { openProxiedStores, type ProxiedStores } from '../../support/stored/open-proxied-stores.js';
import type { Proxy } from '../../support/stored/open-proxy.js';

describe('What goes over the wire', () => {
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

  const row = buildRow();
  const { organisationId } = row;
  const many = Array.from({ length: 300 }, () => buildRow({ organisationId }));

  test('of a change is one command to read and one to commit; the successor is one more behind it', async () => {
    await outside.userProducts.insert(organisationId, { product: row, outbox: [] });
    const write = buildEndingCommit(row);
    await stores.userProducts.find(organisationId, row.id);
    await stores.userProducts.commit(organisationId, write);
    await stores.userProducts.insert(organisationId, write.successor);
    expect(proxy.names()).toEqual(['find', 'findAndModify', 'insert']);
  });

  test('of a page of due rows is one command to find it and one to commit it', async () => {
    await outside.outboxes.insertSuccessors(many.map((product) => ({ product, outbox: [] })));
    const page = { now: row.validTo ?? row.validFrom, limit: 1_000, bucket: 'all' } as const;
    const due = await stores.userProducts.findDue(organisationId, page);
    expect(due.length).toBeGreaterThanOrEqual(300);
    await stores.userProducts.commitMany(
      organisationId,
      due.map(({ product }) => buildCommit(product)),
    );
    expect(proxy.names()).toEqual(['find', 'update']);
  });

  test('of a drain is two commands to look, one to ask for successors, one for each thing written', async () => {
    const rows = await stores.outboxes.findDrainable({ organisationId, limit: 500 });
    expect(proxy.names()).toEqual(['find', 'find']);
    expect(rows.length).toBeGreaterThanOrEqual(300);
    proxy.forget();
    const change = buildChange(row);
    await stores.outboxes.insertSuccessors([{ product: buildRow(), outbox: [buildEntry(row)] }]);
    await stores.changes.write(organisationId, [{ write: 'open', change }, closeOf(change)]);
    await stores.events.append(organisationId, { after: 0, events: [buildEvent(row)] });
    await stores.outboxes.markDrained(
      rows.map(({ product, outbox }) => ({
        userProductId: product.id,
        entryIds: outbox.map((it) => it.id),
        successorId: newId(),
      })),
    );
    expect(proxy.names()).toEqual(['find', 'insert', 'insert', 'update', 'insert', 'update']);
  });

  test('of nothing is nothing', async () => {
    await stores.userProducts.commitMany(organisationId, []);
    await stores.outboxes.insertSuccessors([]);
    await stores.outboxes.markDrained([]);
    await stores.changes.write(organisationId, []);
    await stores.events.append(organisationId, { after: 0, events: [] });
    await stores.accounts.insertMany(organisationId, []);
    await stores.catalogues.savePackages(organisationId, []);
    expect(proxy.names()).toEqual([]);
  });
});
