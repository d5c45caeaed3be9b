import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NewWebhookEndpoint } from '../../../src/application/ports/webhook-endpoint-store.js';
import type { OrganisationId, WebhookEndpointId } from '../../../src/domain/ids.js';
import type { Stores } from '../../../src/storage/open-stores.js';
import { at } from '../../support/domain/at.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';

/** What managing and sending webhooks may rely on of any `WebhookEndpointStore`. */
export function webhookEndpointStoreContract(open: OpenStores): void {
  describe('A store of webhook endpoints', () => {
    let endpoints: Stores['webhookEndpoints'];
    let close: () => Promise<void>;
    beforeAll(async () => {
      const opened = await open();
      endpoints = opened.stores.webhookEndpoints;
      ({ close } = opened);
    });
    afterAll(() => close());

    const noon = at('2026-11-01T12:00:00Z');
    const later = at('2026-11-01T12:01:00Z');

    const insert = async (edits: Partial<NewWebhookEndpoint> = {}): Promise<NewWebhookEndpoint> => {
      const endpoint: NewWebhookEndpoint = {
        id: newId<WebhookEndpointId>(),
        organisationId: newId<OrganisationId>(),
        url: 'https://receiver.test/',
        types: null,
        enabled: true,
        secrets: [{ secret: 'whsec_a', expiresAt: null, chosenId: null }],
        position: 5,
        createdAt: at('2026-11-01T00:00:00Z'),
        ...edits,
      };
      await endpoints.insert(endpoint.organisationId, endpoint);
      return endpoint;
    };
    const fresh = { pausedUntil: null, lease: null };

    test('gives back what was inserted, to its organisation alone', async () => {
      const expiresAt = later;
      const endpoint = await insert({
        types: ['package_upgrade'],
        secrets: [
          { secret: 'whsec_b', expiresAt: null, chosenId: null },
          { secret: 'whsec_a', expiresAt, chosenId: null },
        ],
      });
      const { organisationId, id } = endpoint;
      expect(await endpoints.find(organisationId, id)).toEqual({ ...endpoint, ...fresh });
      expect(await endpoints.list(organisationId)).toEqual([{ ...endpoint, ...fresh }]);
      expect(await endpoints.list('all')).toContainEqual({ ...endpoint, ...fresh });
      expect(await endpoints.find(newId(), id)).toBeNull();
      expect(await endpoints.list(newId())).toEqual([]);
    });

    test('changes what is given and nothing else', async () => {
      const endpoint = await insert();
      const { organisationId, id } = endpoint;
      const change = { enabled: false, types: ['package_upgrade'] } as const;
      const changed = { ...endpoint, ...fresh, ...change };
      expect(await endpoints.update(organisationId, id, change)).toEqual(changed);
      expect(await endpoints.update(organisationId, id, {})).toEqual(changed);
      expect(await endpoints.update(organisationId, id, { types: null })).toMatchObject({
        types: null,
        enabled: false,
      });
      expect(await endpoints.update(newId(), id, change)).toBeNull();
    });

    test('takes a pause away with another URL only', async () => {
      const { organisationId, id } = await insert();
      await endpoints.takeLease(organisationId, id, { owner: 'a', now: noon, until: later });
      await endpoints.endLease(organisationId, id, { owner: 'a', pausedUntil: later });
      const paused = await endpoints.update(organisationId, id, { enabled: true });
      expect(paused?.pausedUntil).toBe(later);
      const moved = await endpoints.update(organisationId, id, { url: 'https://other.test/' });
      expect(moved?.pausedUntil).toBeNull();
    });

    test('disables only what still has that URL', async () => {
      const { organisationId, id } = await insert();
      expect(await endpoints.disable(organisationId, id, 'https://old.test/')).toBe(false);
      expect(await endpoints.disable(organisationId, id, 'https://receiver.test/')).toBe(true);
      expect(await endpoints.find(organisationId, id)).toMatchObject({ enabled: false });
    });

    test('replaces secrets only where the newest is still the one that was read', async () => {
      const { organisationId, id } = await insert();
      const secrets = [
        { secret: 'whsec_b', expiresAt: null, chosenId: null },
        { secret: 'whsec_a', expiresAt: noon, chosenId: null },
      ];
      const rotate = () =>
        endpoints.replaceSecrets(organisationId, id, { newest: 'whsec_a', secrets });
      expect(await Promise.all([rotate(), rotate()])).toEqual([true, false]);
      expect(await endpoints.find(organisationId, id)).toMatchObject({ secrets });
    });

    test('moves the position forward only', async () => {
      const { organisationId, id } = await insert();
      await endpoints.advance(organisationId, id, 9);
      await endpoints.advance(organisationId, id, 7);
      expect(await endpoints.find(organisationId, id)).toMatchObject({ position: 9 });
    });

    describe('lets one owner send at a time:', () => {
      const take = (key: NewWebhookEndpoint, owner: string, now = noon) =>
        endpoints.takeLease(key.organisationId, key.id, { owner, now, until: later });

      test('of many who ask at once one gets the right, and holds it as often as it asks', async () => {
        const endpoint = await insert();
        const owners = ['a', 'b', 'c', 'd'];
        const answers = await Promise.all(owners.map((owner) => take(endpoint, owner)));
        const [owner] = owners.filter((_, index) => answers[index] !== null);
        expect(answers.filter((it) => it !== null)).toHaveLength(1);
        expect(await take(endpoint, owner ?? '')).toMatchObject({ lease: { owner, until: later } });
      });

      test('another gets it when it is given back, or has run out', async () => {
        const endpoint = await insert();
        const { organisationId, id } = endpoint;
        await take(endpoint, 'a');
        await endpoints.endLease(organisationId, id, { owner: 'b', pausedUntil: null });
        expect(await take(endpoint, 'b')).toBeNull();
        expect(await take(endpoint, 'b', later)).not.toBeNull();
        await endpoints.endLease(organisationId, id, { owner: 'b', pausedUntil: null });
        expect(await take(endpoint, 'c')).not.toBeNull();
      });

      test('nobody gets it where the endpoint is disabled, gone, or another organisation’s', async () => {
        const disabled = await insert({ enabled: false });
        expect(await take(disabled, 'a')).toBeNull();
        const endpoint = await insert();
        expect(await take({ ...endpoint, organisationId: newId() }, 'a')).toBeNull();
        expect(await endpoints.remove(newId(), endpoint.id)).toBe(false);
        expect(await endpoints.remove(endpoint.organisationId, endpoint.id)).toBe(true);
        expect(await endpoints.remove(endpoint.organisationId, endpoint.id)).toBe(false);
        expect(await take(endpoint, 'a')).toBeNull();
      });
    });
  });
}
