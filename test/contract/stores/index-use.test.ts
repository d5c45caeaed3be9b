import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { OrganisationId } from '../../../src/domain/ids.js';
import type { Stores } from '../../../src/storage/open-stores.js';
import { at } from '../../support/domain/at.js';
import {
  anyDocument,
  buildCreditNote,
  buildDocument,
} from '../../support/stored/build-document.js';
import { buildEntry, buildEvent } from '../../support/stored/build-entry.js';
import { buildRow } from '../../support/stored/build-row.js';
import { answersExplain, explained } from '../../support/stored/explained.js';
import { newId } from '../../support/stored/ids.js';
import { openProxiedStores, type ProxiedStores } from '../../support/stored/open-proxied-stores.js';
import type { Proxy } from '../../support/stored/open-proxy.js';

const oldestFirst = { by: 'createdAt', direction: 'asc' } as const;
const canExplain = await answersExplain();

/**
 * What stores ask, explained by the server that answers it: no query reads documents that it does not return, however
 * many there are. Not every server explains itself.
 */
(canExplain ? describe : describe.skip)('Of a full collection', () => {
  let opened: ProxiedStores;
  let proxy: Proxy;
  let stores: Stores;
  const organisationId = newId<OrganisationId>();
  const noon = at('2026-05-01T12:00:00Z');
  const living = Array.from({ length: 300 }, () =>
    buildRow({ organisationId, validTo: at('2027-01-01T00:00:00Z') }),
  );
  const over = living.map(() => buildRow({ organisationId, state: 'deactivated' }));
  const due = buildRow({ organisationId, validTo: noon });

  const documents = living.map((row) => buildDocument(row));
  const notes = documents
    .slice(0, 20)
    .map((it, index) => buildCreditNote(living[index] ?? due, it));
  const [lone = due] = living;

  beforeAll(async () => {
    opened = await openProxiedStores();
    const { outside } = opened;
    ({ proxy, stores } = opened);
    const products = [...living, ...over, due];
    const outbox = [buildEntry(due)];
    await outside.outboxes.insertSuccessors(
      products.map((product) => ({ product, outbox: product === due ? outbox : [] })),
    );
    const events = living.map((row) => buildEvent(row));
    await outside.events.append(organisationId, { after: 0, events });
    await outside.documents.append(organisationId, { after: 0, documents });
    await outside.documents.append(organisationId, { after: 0, documents: notes });
  });
  afterAll(() => opened.close());
  beforeEach(() => {
    proxy.forget();
  });

  const reads: [string, (it: Stores) => Promise<unknown>][] = [
    ['a user product', (it) => it.userProducts.find(organisationId, due.id)],
    ['a source', (it) => it.userProducts.findBySuccessor(organisationId, newId())],
    ['an account', (it) => it.userProducts.listByAccount(organisationId, due.accountId)],
    ...([5, 'all'] as const).map((bucket): [string, (it: Stores) => Promise<unknown>] => [
      `what is due in ${String(bucket)}`,
      (it) => it.userProducts.findDue(organisationId, { now: noon, limit: 500, bucket }),
    ]),
    ...([organisationId, 'all'] as const).map((of): [string, (it: Stores) => Promise<unknown>] => [
      `what is to be drained, of ${of === 'all' ? of : 'one organisation'}`,
      (it) => it.outboxes.findDrainable({ organisationId: of, limit: 500 }),
    ]),
    ['the oldest entry', (it) => it.backlog.oldestEntryAt()],
    ['a page of a walk', (it) => it.walk.page(organisationId, { after: due.id, limit: 10 })],
    ['the last position', (it) => it.events.lastPosition(organisationId)],
    ['a page of the log', (it) => it.events.read(organisationId, { after: 200, limit: 10 })],
    [
      'a page of the log of one user product',
      (it) =>
        it.events.read(organisationId, {
          after: 0,
          limit: 10,
          userProductId: living[150]?.id ?? newId(),
        }),
    ],
    ['the last number', (it) => it.documents.lastSequence(organisationId, 'invoice')],
    [
      'a series',
      (it) => it.documents.series(organisationId, { type: 'invoice', after: 9, limit: 9 }),
    ],
    [
      'the documents of user products',
      (it) => takeAll(it.documents.ofUserProducts(organisationId, [lone.id, due.id, newId()])),
    ],
    ['documents by their ids', (it) => it.documents.findMany(organisationId, [newId()])],
    ...(
      [
        ['all documents', {}],
        ['the documents of an account', { accountId: lone.accountId }],
        ['those of a subscription', { subscriptionId: lone.subscriptionId }],
        ['those of a user product', { userProductId: lone.id }],
        ['one by its number', { type: 'invoice', sequence: 7 }],
      ] as const
    ).map(([name, filter]): [string, (it: Stores) => Promise<unknown>] => [
      name,
      (it) =>
        it.documents.list(
          organisationId,
          { ...anyDocument, ...filter },
          { order: oldestFirst, page: 1, limit: 30 },
        ),
    ]),
    ['changes', (it) => it.changes.listByAccount(organisationId, due.accountId)],
    [
      'a page of all changes',
      (it) => it.changeWalk.page(organisationId, { after: null, limit: 9 }),
    ],
    ['a package', (it) => it.catalogues.listPackages(newId())],
    ['uses of tiers', (it) => it.catalogueUse.usesOfTiers(organisationId, [newId()], 10)],
    ['tiers in use', (it) => it.catalogueUse.tiersInUse(organisationId, [newId()])],
    [
      'periods in use',
      (it) => it.catalogueUse.periodsInUse(organisationId, [due.soldPeriod.periodId, newId()]),
    ],
    ['a chain', (it) => it.chains.find(organisationId, due.subscriptionId)],
    ['product groups', (it) => it.productGroups.list(newId())],
    ['a cart', (it) => it.carts.find(organisationId, newId())],
    ['an account to be shown', (it) => it.accounts.find(organisationId, newId())],
    ['an account by id', (it) => it.accounts.exists(organisationId, newId())],
    ['clients', (it) => it.clients.list(newId())],
  ];

  test.each(reads)('a query for %s reads nothing in vain', async (_, read) => {
    await read(stores);
    const finds = proxy.commands().filter((it) => 'find' in it);
    expect(finds.length).toBeGreaterThan(0);
    for (const find of finds) {
      const { nReturned, totalDocsExamined } = await explained(opened.direct, find);
      expect(totalDocsExamined).toBeLessThanOrEqual(nReturned);
    }
  });
});

async function takeAll(parts: AsyncIterable<unknown>): Promise<readonly unknown[]> {
  const taken: unknown[] = [];
  for await (const part of parts) taken.push(part);
  return taken;
}
