import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  type BrowseDeliveries,
  makeBrowseDeliveries,
} from '../../../../src/application/webhooks/browse-deliveries.js';
import { at } from '../../../support/domain/at.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { newId } from '../../../support/stored/ids.js';

describe('Somebody who looks through deliveries', () => {
  const organisationId = newId<Parameters<BrowseDeliveries>[0]['organisationId']>();
  const id = newId<Parameters<BrowseDeliveries>[0]['id']>();
  const noon = at('2026-11-01T12:00:00Z');
  let browse: BrowseDeliveries;
  beforeEach(async () => {
    const { webhookDeliveries } = openMemoryStores();
    const events = Array.from({ length: 1_000 }, (_, index) => ({
      position: index + 1,
      eventId: newId<never>(),
      eventType: index < 2 ? ('package_upgrade' as const) : ('user_product_renewed' as const),
      subscriptionId: newId<never>(),
    }));
    await webhookDeliveries.queue(organisationId, id, { events, now: noon });
    const attempt = { at: noon, status: 200, failure: null, durationMs: 1, answer: null };
    const outcome = { tries: 0, replays: 0, state: 'delivered', attempt } as const;
    const outcomes = [1, 2, 3].map((position) => ({ ...outcome, position }));
    await webhookDeliveries.record(organisationId, id, outcomes);
    browse = makeBrowseDeliveries({ webhookDeliveries });
  });
  const page = async (edits: Partial<Parameters<BrowseDeliveries>[0]>) => {
    const all = { state: null, type: null, tried: null, behind: null, limit: 2 };
    const { deliveries, next } = await browse({ organisationId, id, ...all, ...edits });
    return [deliveries.map((it) => it.position), next];
  };

  test('sees the newest first, of every state or of one', async () => {
    expect(await page({})).toEqual([[1_000, 999], { position: 999, triedAt: null }]);
    const behind = { position: 3, triedAt: noon };
    expect(await page({ behind })).toEqual([[2, 1], null]);
    expect(await page({ state: 'delivered', limit: 5 })).toEqual([[3, 2, 1], null]);
  });

  test('sees a rare type after a bounded look, and goes on from there', async () => {
    const type = 'package_upgrade';
    const behind = { position: 201, triedAt: null };
    expect(await page({ type })).toEqual([[], behind]);
    expect(await page({ type, behind })).toEqual([[2, 1], null]);
  });

  test('sees those of a day, by their last try', async () => {
    const tried = { from: noon, to: at('2026-11-02T00:00:00Z') };
    const next = { position: 2, triedAt: noon };
    expect(await page({ tried })).toEqual([[3, 2], next]);
    expect(await page({ tried, behind: next })).toEqual([[1], null]);
    expect(await page({ tried, state: 'dead' })).toEqual([[], null]);
    expect(await page({ tried, type: 'package_upgrade', state: 'delivered' })).toEqual([
      [2, 1],
      null,
    ]);
  });
});
