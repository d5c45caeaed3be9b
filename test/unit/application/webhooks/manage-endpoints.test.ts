import { beforeEach, describe, expect, test } from '@jest/globals';
import type { EventId, WebhookEndpointId } from '../../../../src/domain/ids.js';
import { newId } from '../../../support/organisation.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { makeWebhookWorld, type WebhookWorld } from './webhook-world.js';

const url = 'https://receiver.test/hook';
const unknown = { ok: false, failure: 'unknown_endpoint' };

const stores = openMemoryStores();
let world: WebhookWorld;
beforeEach(async () => {
  world = await makeWebhookWorld(stores);
});

const stored = ({ organisationId, id }: Parameters<WebhookWorld['findEndpoint']>[0]) =>
  stores.webhookEndpoints.find(organisationId, id);

describe('An endpoint', () => {
  test('is registered at the end of the log, and its secret is told this once', async () => {
    await world.happen(3);
    const { key, secret, endpoint } = await world.add(url, ['package_upgrade', 'package_upgrade']);
    expect(secret).toMatch(/^whsec_/);
    expect(endpoint).toEqual({
      ...key,
      url,
      types: ['package_upgrade'],
      enabled: true,
      createdAt: world.time.now(),
    });
    expect(await stored(key)).toMatchObject({ position: 3, secrets: [{ secret }] });
    expect(await world.listEndpoints(world.organisationId)).toEqual([endpoint]);
    expect(await world.findEndpoint(key)).toEqual({ ok: true, endpoint });
  });

  test.each([
    [{ url: 'http://receiver.test/' }, 'url_not_https'],
    [{ url: 'https://10.0.0.1/' }, 'address_not_allowed'],
    [{ types: ['package_upgrade', 'toString'] }, 'unknown_event_type'],
    [{ types: [] }, 'unknown_event_type'],
  ])('with %j is refused: %s', async (edits, failure) => {
    const { organisationId } = world;
    const wanted = { organisationId, url, types: null, enabled: true, ...edits };
    expect(await world.registerEndpoint(wanted)).toEqual({ ok: false, failure });
    const { key } = await world.add(url);
    expect(await world.updateEndpoint({ ...key, ...edits })).toEqual({ ok: false, failure });
  });

  test('is signed with the secret that it is given', async () => {
    const wanted = { organisationId: world.organisationId, url, types: null, enabled: true };
    const added = await world.registerEndpoint({ ...wanted, secret: 'whsec_given' });
    expect(added).toMatchObject({ ok: true, secret: 'whsec_given' });
  });

  test('is one of fifty at most', async () => {
    for (let count = 0; count < 50; count += 1) await world.add(url);
    const wanted = { organisationId: world.organisationId, url, types: null, enabled: true };
    const refused = { ok: false, failure: 'too_many_endpoints' };
    expect(await world.registerEndpoint(wanted)).toEqual(refused);
  });

  test('is one of fifty at most, however many are registered at once', async () => {
    const wanted = { organisationId: world.organisationId, url, types: null, enabled: true };
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => world.registerEndpoint(wanted)),
    );
    expect(answers.filter((it) => it.ok)).toHaveLength(50);
    const [first] = await world.listEndpoints(world.organisationId);
    if (first === undefined) throw new TypeError('there are fifty');
    await world.removeEndpoint({ organisationId: world.organisationId, id: first.id });
    const again = await Promise.all([1, 2, 3].map(() => world.registerEndpoint(wanted)));
    expect(again.filter((it) => it.ok)).toHaveLength(1);
    expect(await world.listEndpoints(world.organisationId)).toHaveLength(50);
  });

  test('is changed in what is given alone', async () => {
    const { key, endpoint } = await world.add(url, ['package_upgrade']);
    const paused = { ok: true, endpoint: { ...endpoint, enabled: false } };
    expect(await world.updateEndpoint({ ...key, enabled: false })).toEqual(paused);
    const everything = { ok: true, endpoint: { ...paused.endpoint, types: null } };
    expect(await world.updateEndpoint({ ...key, types: null })).toEqual(everything);
  });

  test('is removed with what waits for it', async () => {
    const { key } = await world.add(url);
    await world.happen(1);
    await world.replay({ ...key, after: null, before: null });
    expect(await world.removeEndpoint(key)).toEqual({ ok: true });
    expect(await world.removeEndpoint(key)).toEqual(unknown);
    expect(await world.listDeliveries({ ...key, state: null, after: 0, limit: 1 })).toEqual(
      unknown,
    );
  });

  test('of another organisation is unknown, whatever is asked of it', async () => {
    const { key } = await world.add(url);
    const other = {
      ...key,
      organisationId: (await makeWebhookWorld(stores)).organisationId,
    };
    const nobody = { ...key, id: newId<WebhookEndpointId>() };
    for (const it of [other, nobody]) {
      expect(await world.findEndpoint(it)).toEqual(unknown);
      expect(await world.updateEndpoint({ ...it, enabled: false })).toEqual(unknown);
      expect(await world.rotateSecret({ ...it, overlapHours: null })).toEqual(unknown);
      expect(await world.replay({ ...it, after: null, before: null })).toEqual(unknown);
      expect(await world.removeEndpoint(it)).toEqual(unknown);
    }
    expect(await stored(key)).toMatchObject({ enabled: true });
  });
});

describe('Rotating a secret', () => {
  test('leaves two valid, for a day where nothing else is said', async () => {
    const { key, secret: first } = await world.add(url);
    await world.rotateSecret({ ...key, overlapHours: 1 });
    const rotated = await world.rotateSecret({ ...key, overlapHours: null });
    const secrets = (await stored(key))?.secrets ?? [];
    expect(secrets).toHaveLength(2);
    expect(rotated).toEqual({ ok: true, secret: secrets[0]?.secret });
    expect(secrets.map((it) => it.secret)).not.toContain(first);
    expect(secrets.map((it) => it.expiresAt)).toEqual([null, world.time.now() + 24 * 3_600_000]);
  });

  test.each([-1, 169, 0.5])('is refused for %d hours', async (overlapHours) => {
    const { key } = await world.add(url);
    const refused = { ok: false, failure: 'overlap_not_allowed' };
    expect(await world.rotateSecret({ ...key, overlapHours })).toEqual(refused);
  });

  test('twice at once is done twice, one after the other', async () => {
    const { key } = await world.add(url);
    const rotate = () => world.rotateSecret({ ...key, overlapHours: 1 });
    const both = await Promise.all([rotate(), rotate()]);
    const told = both.map((it) => (it.ok ? it.secret : it.failure));
    const secrets = (await stored(key))?.secrets.map((it) => it.secret);
    expect(secrets?.toSorted()).toEqual(told.toSorted());
  });
});

describe('A replay', () => {
  test('queues what lies between two events, and neither of them', async () => {
    const events = await world.happen(5);
    const { key } = await world.add(url);
    const [first, , , , last] = events.map((it) => it.id);
    const range = { ...key, after: first ?? null, before: last ?? null };
    expect(await world.replay(range)).toEqual({ ok: true, queued: 3 });
    expect(await world.replay(range)).toEqual({ ok: true, queued: 3 });
    const listed = await world.listDeliveries({ ...key, state: 'pending', after: 0, limit: 2 });
    expect(listed).toMatchObject({ ok: true, next: 3, deliveries: [{ position: 2 }, {}] });
    const rest = await world.listDeliveries({ ...key, state: 'pending', after: 3, limit: 2 });
    expect(rest).toMatchObject({ ok: true, next: null, deliveries: [{ position: 4 }] });
  });

  test('queues the types that are wanted alone, and nothing that is still to come by itself', async () => {
    await world.happen(2);
    await world.happen(1, undefined, { type: 'package_upgrade' });
    const { key } = await world.add(url, ['package_upgrade']);
    await world.happen(1, undefined, { type: 'package_upgrade' });
    const all = { ...key, after: null, before: null };
    expect(await world.replay(all)).toEqual({ ok: true, queued: 1 });
  });

  test('from an event that is not in the log is refused', async () => {
    const { key } = await world.add(url);
    const refused = { ok: false, failure: 'unknown_event' };
    const id = newId<EventId>();
    expect(await world.replay({ ...key, after: id, before: null })).toEqual(refused);
    expect(await world.replay({ ...key, after: null, before: id })).toEqual(refused);
  });

  test('of more than 10,000 places in the log is refused', async () => {
    const { key } = await world.add(url);
    const { organisationId, id } = key;
    await stores.webhookEndpoints.advance(organisationId, id, 10_001);
    const refused = { ok: false, failure: 'replay_too_large' };
    expect(await world.replay({ ...key, after: null, before: null })).toEqual(refused);
  });
});
