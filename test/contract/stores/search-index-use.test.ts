import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { SubscriptionFilter } from '../../../src/application/ports/subscription-search.js';
import type {
  EventId,
  OperatorId,
  OrganisationId,
  TierId,
  WebhookEndpointId,
} from '../../../src/domain/ids.js';
import type { Stores } from '../../../src/storage/open-stores.js';
import { at } from '../../support/domain/at.js';
import { buildAuditEntry } from '../../support/domain/build-audit-entry.js';
import { buildChange, buildEvent } from '../../support/stored/build-entry.js';
import { buildRow } from '../../support/stored/build-row.js';
import { answersExplain, explained } from '../../support/stored/explained.js';
import { newId } from '../../support/stored/ids.js';
import { openProxiedStores, type ProxiedStores } from '../../support/stored/open-proxied-stores.js';

const canExplain = await answersExplain();
const noon = at('2026-05-01T12:00:00Z');
const later = at('2026-05-01T13:00:00Z');
const everything: SubscriptionFilter = {
  ...{ named: null, state: null, onPackage: null, tierIds: null, due: null },
  ...{ failedSince: null, isSetAside: false },
};

/** What pages of the console look for, of an organisation that has much else: nothing is read in vain. */
(canExplain ? describe : describe.skip)('Of a full collection', () => {
  let opened: ProxiedStores;
  const organisationId = newId<OrganisationId>();
  const tierId = newId<TierId>();
  const endpointId = newId<WebhookEndpointId>();
  const secondId = newId<WebhookEndpointId>();
  const who = `operator:${newId<OperatorId>()}` as const;
  const wanted = buildRow({
    ...{ organisationId, tierId, subscriptionNumber: 'S-1', orderId: 'O-1' },
    validTo: noon,
  });
  const others = Array.from({ length: 200 }, () =>
    buildRow({ organisationId, validTo: at('2027-01-01T00:00:00Z') }),
  );
  const rows = [wanted, ...others];

  beforeAll(async () => {
    opened = await openProxiedStores();
    const { outside } = opened;
    await outside.outboxes.insertSuccessors(rows.map((product) => ({ product, outbox: [] })));
    await outside.accounts.insertMany(
      organisationId,
      rows.map((it) => ({ id: it.accountId, customerNumber: it === wanted ? 'C-1' : it.id })),
    );
    await outside.userProducts.block(organisationId, wanted.id, 'any');
    await outside.changes.write(
      organisationId,
      rows.map((row) => ({
        write: 'open',
        change: buildChange(row, { state: row === wanted ? 'failed' : 'applied', closedAt: noon }),
      })),
    );
    const events = rows.map((row) => buildEvent(row));
    await outside.events.append(organisationId, { after: 0, events });
    await Promise.all(
      others.map((_, place) =>
        outside.audit.insert(
          organisationId,
          buildAuditEntry({
            organisationId,
            ...(place < 5 ? { who, action: 'edit_product_group' } : {}),
          }),
        ),
      ),
    );
    await fillDeliveries(outside);
  });
  afterAll(() => opened.close());
  beforeEach(() => {
    opened.proxy.forget();
  });

  /** Half of them are tried; each endpoint has some. */
  async function fillDeliveries({ webhookDeliveries: it }: Stores) {
    const queued = rows.map(({ subscriptionId }, place) => ({
      ...{ position: place + 1, eventId: newId<EventId>(), subscriptionId },
      eventType: 'user_product_renewed' as const,
    }));
    const attempt = { at: noon, status: 200, failure: null, durationMs: 1, answer: null };
    const outcomes = queued.slice(0, 100).map(({ position }) => ({
      ...{ position, tries: 0, replays: 0, state: 'delivered' as const },
      attempt: { ...attempt, at: position <= 5 ? later : noon },
    }));
    for (const id of [endpointId, secondId]) {
      await it.queue(organisationId, id, { events: queued, now: noon });
      await it.record(organisationId, id, outcomes);
    }
  }

  const explainAsked = () =>
    Promise.all(
      opened.proxy
        .commands()
        .filter((it) => 'find' in it || 'aggregate' in it)
        .map((it) => explained(opened.direct, it)),
    );

  const page = { before: null, limit: 10 };
  const endpointIds = [endpointId, secondId];
  const found = (filter: Partial<SubscriptionFilter>) => (it: Stores) =>
    it.subscriptionSearch.page(organisationId, { ...everything, ...filter }, page);
  const reads: [string, (it: Stores) => Promise<unknown>][] = [
    ['a customer number', found({ named: 'C-1' })],
    ['a subscription number', found({ named: 'S-1' })],
    ['an order', found({ named: 'O-1' })],
    ['an id', found({ named: wanted.id })],
    ['what is set aside', found({ isSetAside: true })],
    ['what a change of has failed', found({ failedSince: noon })],
    ['what is on a tier', found({ tierIds: [tierId] })],
    ['what is due', found({ due: { from: noon, before: later } })],
    [
      'coming ends',
      (it) => it.subscriptionSearch.listComingEnds(organisationId, { before: later, limit: 9 }),
    ],
    ['how many are set aside', (it) => it.subscriptionSearch.countSetAside(organisationId, 9)],
    [
      'how many changes have failed',
      (it) => it.subscriptionSearch.countFailedChanges(organisationId, { since: noon, limit: 9 }),
    ],
    ['who is on tiers', (it) => it.catalogueUse.usesOfTiers(organisationId, [tierId, newId()], 10)],
    [
      'the newest of a subscription',
      (it) =>
        it.subscriptionEvents.newest(organisationId, { userProductIds: [wanted.id], limit: 9 }),
    ],
    [
      'the newest of several user products',
      (it) => {
        const userProductIds = others.slice(0, 20).map(({ id }) => id);
        return it.subscriptionEvents.newest(organisationId, { userProductIds, limit: 3 });
      },
    ],
    [
      'the log, backwards',
      (it) => it.events.readBack(organisationId, { after: 0, before: 150, limit: 10 }),
    ],
    [
      'how many events there are',
      (it) => it.events.count(organisationId, { after: 50, upTo: 60, types: null }),
    ],
    ['the audit', (it) => it.audit.list(organisationId, { before: null, limit: 10 })],
    [
      'the audit of an action',
      (it) =>
        it.audit.list(organisationId, { before: null, limit: 10, action: 'edit_product_group' }),
    ],
    [
      'the audit of somebody',
      (it) => it.audit.list(organisationId, { before: null, limit: 10, who }),
    ],
    [
      'what was tried of late at an endpoint',
      (it) =>
        it.webhookDeliveries.listTried(organisationId, endpointId, {
          ...{ from: noon, to: at('2026-05-02T00:00:00Z'), behind: null, limit: 3 },
        }),
    ],
    [
      'what was tried since then',
      (it) =>
        it.webhookDeliveries.triedSince(organisationId, {
          ...{ endpointIds: [endpointId], since: noon, limit: 3 },
        }),
    ],
    [
      'what was tried since then at several endpoints',
      (it) =>
        it.webhookDeliveries.triedSince(organisationId, { endpointIds, since: noon, limit: 3 }),
    ],
    [
      'the oldest that waits at several endpoints',
      (it) => it.webhookDeliveries.oldestWaiting(organisationId, { endpointIds, limit: 3 }),
    ],
    [
      'the oldest that waits',
      (it) =>
        it.webhookDeliveries.oldestWaiting(organisationId, { endpointIds: [endpointId], limit: 3 }),
    ],
  ];

  const ofType = { type: 'package_upgrade' } as const;
  const parts: [string, (it: Stores) => Promise<unknown>][] = [
    [
      'the events',
      (it) => it.events.readBack(organisationId, { ...ofType, after: 50, before: 61, limit: 9 }),
    ],
    [
      'how many events there are',
      (it) => it.events.count(organisationId, { after: 50, upTo: 60, types: [ofType.type] }),
    ],
  ];

  test.each(parts)(
    'a search for %s of one type reads that part of the log alone',
    async (...it) => {
      await it[1](opened.stores);
      const explanations = await explainAsked();
      expect(explanations.map((each) => each.totalDocsExamined)).toEqual([10]);
    },
  );

  test.each(reads)('a search for %s reads nothing in vain', async (_, read) => {
    await read(opened.stores);
    const explanations = await explainAsked();
    expect(explanations.length).toBeGreaterThan(0);
    for (const { nReturned, totalDocsExamined } of explanations) {
      expect(totalDocsExamined).toBeLessThanOrEqual(nReturned);
    }
  });
});
