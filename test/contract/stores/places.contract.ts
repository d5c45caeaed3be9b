import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { WebhookEndpointId } from '../../../src/domain/ids.js';
import { toInstant } from '../../../src/domain/time/instant.js';
import type { Stores } from '../../../src/storage/open-stores.js';
import { at } from '../../support/domain/at.js';
import { newId, seedOrganisation } from '../../support/organisation.js';
import type { OpenStores } from './open-stores.js';

const noon = at('2026-11-01T12:00:00Z');
const july = { validFrom: '2026-07-01T00:00:00+02:00', validTo: '2026-08-01T00:00:00+02:00' };
const later = (seconds: number) => toInstant(noon + seconds * 1_000);

/** What a limit may rely on of any `Places`. */
export function placesContract(open: OpenStores): void {
  describe('Places', () => {
    let stores: Stores;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ stores, close } = await open());
    });
    afterAll(() => close());

    /** An organisation whose webhook endpoints a test asks places for. */
    const begin = async (most = 3) => {
      const { organisation } = await seedOrganisation(stores);
      const { id } = organisation;
      const take = (now = noon) => stores.webhookPlaces.take(id, id, { most, now });
      const insert = () =>
        stores.webhookEndpoints.insert(id, {
          id: newId<WebhookEndpointId>(),
          organisationId: id,
          url: 'https://receiver.test/',
          types: null,
          enabled: true,
          secrets: [{ secret: 'whsec_a', expiresAt: null, chosenId: null }],
          position: 0,
          createdAt: noon,
        });
      return { id, take, insert };
    };

    test('are never more than there are, however many ask at once', async () => {
      const { take } = await begin();
      const asked = await Promise.all(Array.from({ length: 12 }, () => take()));
      expect(asked.filter((it) => it === 'taken')).toHaveLength(3);
      expect(asked.filter((it) => it === 'full')).toHaveLength(9);
    });

    test('count what was there before anybody asked', async () => {
      const { take, insert } = await begin();
      await insert();
      await insert();
      const asked = await Promise.all(Array.from({ length: 4 }, () => take()));
      expect(asked.toSorted()).toEqual(['full', 'full', 'full', 'taken']);
    });

    test('that are freed are there again', async () => {
      const { id, take } = await begin(1);
      expect([await take(), await take()]).toEqual(['taken', 'full']);
      await stores.webhookPlaces.free(id, id);
      expect([await take(), await take()]).toEqual(['taken', 'full']);
    });

    test('that nobody used are found again after a minute, not before', async () => {
      const { take, insert } = await begin(2);
      await take();
      await insert();
      await take();
      expect(await take(later(59))).toBe('full');
      expect(await take(later(61))).toBe('taken');
      expect(await take(later(62))).toBe('full');
    });

    test('that are used stay taken for ever', async () => {
      const { take, insert } = await begin(1);
      await take();
      await insert();
      expect(await take(later(3_600))).toBe('full');
    });

    test('are counted anew where they are forgotten', async () => {
      const { id, take, insert } = await begin(2);
      await take();
      await insert();
      await insert();
      await stores.webhookPlaces.forget(id, [id]);
      expect(await take()).toBe('full');
    });

    test('are no one’s who is not there', async () => {
      const [organisationId, accountId] = [newId<never>(), newId<never>()];
      const asked = { most: 1, now: noon };
      expect(await stores.webhookPlaces.take(organisationId, organisationId, asked)).toBe(
        'no_owner',
      );
      expect(await stores.productPlaces.take(organisationId, accountId, asked)).toBe('no_owner');
      await stores.productPlaces.free(organisationId, accountId);
      await stores.productPlaces.forget(organisationId, [accountId]);
    });

    test('of an account count its own user products, and are no other organisation’s', async () => {
      const seeded = await seedOrganisation(stores);
      const other = await seedOrganisation(stores);
      const { accountId } = await seeded.subscribe({ code: 'basic', ...july });
      await seeded.subscribe({ code: 'basic', ...july });
      const take = (of: typeof seeded) =>
        stores.productPlaces.take(of.organisation.id, accountId, { most: 2, now: noon });
      expect(await take(other)).toBe('no_owner');
      await stores.productPlaces.free(other.organisation.id, accountId);
      expect([await take(seeded), await take(seeded)]).toEqual(['taken', 'full']);
      await stores.productPlaces.forget(other.organisation.id, [accountId]);
      expect(await take(seeded)).toBe('full');
      await stores.productPlaces.free(seeded.organisation.id, accountId);
      expect([await take(seeded), await take(seeded)]).toEqual(['taken', 'full']);
    });
  });
}
