import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeForgetOldAnswers } from '../../src/application/idempotency/forget-old-answers.js';
import type { DeliveryOutcome } from '../../src/application/ports/webhook-delivery-store.js';
import { makeSkipEvents } from '../../src/application/webhooks/skip-events.js';
import type { EventId, OrganisationId, WebhookEndpointId } from '../../src/domain/ids.js';
import { toInstant } from '../../src/domain/time/instant.js';
import type { Stores } from '../../src/storage/open-stores.js';
import { at, newId, seedOrganisation } from '../support/organisation.js';
import { buildEvent } from '../support/stored/build-entry.js';
import { buildRow } from '../support/stored/build-row.js';
import { onlyFor, openTestStores, type TestStores } from '../support/stores.js';

const now = at('2026-11-01T12:00:00Z');
const dayMs = 86_400_000;
const never = (): boolean => false;

describe('What is kept only for a time', () => {
  let opened: TestStores;
  let stores: Stores;
  beforeAll(async () => {
    opened = await openTestStores();
    ({ stores } = opened);
  });
  afterAll(() => opened.close());

  const keyRecord = (keyHash: string, heldAt: number) => ({
    keyHash,
    commandHash: 'command',
    chosenId: newId(),
    heldAt,
    isFree: false,
    answer: null,
  });

  test('answers to keys go a day after they were asked for, and not before', async () => {
    const { organisation } = await seedOrganisation(stores);
    const own = onlyFor(stores, organisation);
    for (const [key, heldAt] of [
      ['old', now - dayMs - 1],
      ['young', now - dayMs],
    ] as const) {
      await stores.idempotency.claim(organisation.id, keyRecord(key, heldAt), 0);
    }
    const forget = makeForgetOldAnswers({ ...own, clock: { now: () => now } });
    expect(await forget(never)).toBe(1);
    expect(await forget(never)).toBe(0);
    const claim = (key: string) =>
      stores.idempotency.claim(organisation.id, keyRecord(key, now), 0);
    expect(await claim('young')).toMatchObject({ keyHash: 'young' });
    expect(await claim('old')).toBeNull();
  });

  /** An endpoint at the log's beginning, with three deliveries: delivered, dead and waiting. */
  const endpointOf = async (organisationId: OrganisationId): Promise<WebhookEndpointId> => {
    const id = newId<WebhookEndpointId>();
    await stores.webhookEndpoints.insert(organisationId, {
      id,
      organisationId,
      url: 'https://receiver.test/',
      types: null,
      enabled: true,
      secrets: [{ secret: 'whsec_a', expiresAt: null, chosenId: null }],
      position: 0,
      createdAt: now,
    });
    const { subscriptionId } = buildRow({ organisationId });
    const events = [1, 2, 3].map((position) => ({
      position,
      eventId: newId<EventId>(),
      eventType: 'user_product_renewed' as const,
      subscriptionId,
    }));
    await stores.webhookDeliveries.queue(organisationId, id, { events, now });
    const attempt = { at: now, status: 200, failure: null, durationMs: 1, answer: null };
    const over = { tries: 0, replays: 0, attempt };
    const outcomes: readonly DeliveryOutcome[] = [
      { ...over, position: 1, state: 'delivered' },
      { ...over, position: 2, state: 'dead' },
    ];
    await stores.webhookDeliveries.record(organisationId, id, outcomes);
    return id;
  };
  const positions = async (organisationId: OrganisationId, id: WebhookEndpointId) => {
    const all = { state: null, after: 0, limit: 10 };
    const deliveries = await stores.webhookDeliveries.list(organisationId, id, all);
    return deliveries.map((it) => it.position);
  };

  test('deliveries that are over go with their events; what waits stays', async () => {
    const organisationId = newId<OrganisationId>();
    const id = await endpointOf(organisationId);
    await stores.webhookDeliveries.removeFinishedBelow(organisationId, id, 2);
    expect(await positions(organisationId, id)).toEqual([2, 3]);
    await stores.webhookDeliveries.removeFinishedBelow(organisationId, id, 9);
    expect(await positions(organisationId, id)).toEqual([3]);
  });

  test('after a restore nothing that is in the log is sent: every endpoint begins at its end', async () => {
    const organisationId = newId<OrganisationId>();
    const ids = [await endpointOf(organisationId), await endpointOf(organisationId)];
    const row = buildRow({ organisationId });
    const events = [1, 2, 3, 4].map((sequence) => buildEvent(row, { sequence }));
    await stores.events.append(organisationId, { after: 0, events });
    expect(await makeSkipEvents(stores)(organisationId)).toEqual({ ok: true, endpoints: 2 });
    for (const id of ids) {
      expect(await stores.webhookEndpoints.find(organisationId, id)).toMatchObject({ position: 4 });
      expect(await positions(organisationId, id)).toEqual([]);
    }
    const due = { now: toInstant(now + dayMs), except: [], limit: 10 };
    const [first = newId<WebhookEndpointId>()] = ids;
    expect(await stores.webhookDeliveries.findDue(organisationId, first, due)).toEqual([]);
  });
});
