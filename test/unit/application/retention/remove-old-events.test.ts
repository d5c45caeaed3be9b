import { describe, expect, test } from '@jest/globals';
import {
  makeRemoveOldEvents,
  type RemoveOldEventsDeps,
} from '../../../../src/application/retention/remove-old-events.js';
import type { WebhookEndpointId } from '../../../../src/domain/ids.js';
import { toInstant } from '../../../../src/domain/time/instant.js';
import { startInMemory } from '../../../support/in-memory-process.js';
import { buildEvent } from '../../../support/stored/build-entry.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { newId } from '../../../support/stored/ids.js';

const dayMs = 86_400_000;
const never = () => false;

/** A log of so many events, written just now by the real clock. */
async function begin(count: number) {
  const world = await startInMemory();
  const { stores, organisationId } = world;
  const row = buildRow({ organisationId });
  const events = Array.from({ length: count }, () => buildEvent(row));
  await stores.events.append(organisationId, { after: 0, events });
  const [first] = await stores.retention.oldest(organisationId, 1);
  const writtenAt = first?.writtenAt ?? toInstant(0);
  return {
    ...world,
    positions: async () =>
      (await stores.events.read(organisationId, { after: 0, limit: 10_000 })).map(
        (it) => it.position,
      ),
    after: (ms: number, changed: Partial<RemoveOldEventsDeps> = {}) =>
      makeRemoveOldEvents({
        ...stores,
        clock: { now: () => toInstant(writtenAt + ms) },
        retentionDays: 30,
        ...changed,
      }),
  };
}

describe('Events that are too old', () => {
  test('are removed but for the last, and the log says where it begins', async () => {
    const { after, positions, stores, organisationId } = await begin(5);
    expect(await after(31 * dayMs)(never)).toBe(4);
    expect(await positions()).toEqual([5]);
    expect(await stores.retention.logStartsAt(organisationId)).toBe(5);
    expect(await after(31 * dayMs)(never)).toBe(0);
  });

  test('are those written longer ago than so many days of real time', async () => {
    const { after, positions, stores, organisationId } = await begin(2);
    expect(await after(30 * dayMs)(never)).toBe(0);
    expect(await positions()).toEqual([1, 2]);
    expect(await stores.retention.logStartsAt(organisationId)).toBe(1);
  });

  test('go in steps, and none begins once the worker stops', async () => {
    const { after, positions } = await begin(2_500);
    let looks = 0;
    const stopping = () => {
      looks += 1;
      return looks > 2;
    };
    expect(await after(31 * dayMs)(stopping)).toBe(2_000);
    expect((await positions())[0]).toBe(2_001);
    expect(await after(31 * dayMs)(() => true)).toBe(0);
    expect(await after(31 * dayMs)(never)).toBe(499);
  });

  test('take what was said of their deliveries along, where these are over', async () => {
    const world = await begin(3);
    const { stores, organisationId } = world;
    const id = newId<WebhookEndpointId>();
    await stores.webhookEndpoints.insert(organisationId, {
      ...{ id, organisationId, url: 'https://receiver.test/', types: null, enabled: true },
      ...{ secrets: [], position: 3, createdAt: world.time.now() },
    });
    const logged = await stores.events.read(organisationId, { after: 0, limit: 10 });
    const events = logged.map(({ position, event }) => ({
      ...{ position, eventId: event.id, eventType: event.type },
      subscriptionId: event.subscriptionId,
    }));
    await stores.webhookDeliveries.queue(organisationId, id, { events, now: world.time.now() });
    const attempt = { at: world.time.now(), status: 204, failure: null, durationMs: 1, answer: '' };
    const outcome = { position: 1, tries: 0, replays: 0, attempt, state: 'delivered' } as const;
    await stores.webhookDeliveries.record(organisationId, id, [outcome]);
    await world.after(31 * dayMs)(never);
    const page = { state: null, after: 0, limit: 10 };
    const left = await stores.webhookDeliveries.list(organisationId, id, page);
    expect(left.map((it) => it.position)).toEqual([2, 3]);
  });
});
