import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Cart } from '../../../src/application/ports/cart-store.js';
import type { AccountId, OrganisationId } from '../../../src/domain/ids.js';
import type { Stores } from '../../../src/storage/open-stores.js';
import { at } from '../../support/domain/at.js';
import { buildCart } from '../../support/stored/build-cart.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';

/** What use cases may rely on of any `CartStore`. */
export function cartStoreContract(open: OpenStores): void {
  describe('A store of carts', () => {
    let stores: Stores;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ stores, close } = await open());
    });
    afterAll(() => close());

    const insert = async (edits: Partial<Cart> = {}, organisationId = newId<OrganisationId>()) => {
      const cart = buildCart(edits);
      expect(await stores.carts.insert(organisationId, cart)).toBe('inserted');
      return { organisationId, cart };
    };

    test('gives back what was inserted, to its organisation alone', async () => {
      const full = { startAt: at('2026-04-01T00:00:00Z'), quantity: 7 };
      for (const edits of [{}, full, { status: 'completed' } as const]) {
        const { organisationId, cart } = await insert(edits);
        expect(await stores.carts.find(organisationId, cart.id)).toEqual(cart);
        expect(await stores.carts.find(newId(), cart.id)).toBeNull();
        expect(await stores.carts.find(organisationId, newId())).toBeNull();
      }
    });

    test('leaves one alone that is there already, and never takes over another organisation’s', async () => {
      const { organisationId, cart } = await insert();
      const other = { ...cart, quantity: 9 };
      expect(await stores.carts.insert(organisationId, other)).toBe('present');
      await expect(stores.carts.insert(newId(), other)).rejects.toThrow(/duplicate key/i);
      expect(await stores.carts.find(organisationId, cart.id)).toEqual(cart);
    });

    test('completes one for good, and no other organisation’s', async () => {
      const { organisationId, cart } = await insert();
      await stores.carts.complete(newId(), cart.id);
      expect(await stores.carts.find(organisationId, cart.id)).toEqual(cart);
      for (const completed of [1, 2].map(() => ({ ...cart, status: 'completed' }))) {
        await stores.carts.complete(organisationId, cart.id);
        expect(await stores.carts.find(organisationId, cart.id)).toEqual(completed);
      }
    });

    test('counts the open ones of an account that were made after an instant, up to so many', async () => {
      const accountId = newId<AccountId>();
      const [first, second] = [at('2026-04-16T00:00:00Z'), at('2026-04-17T00:00:00Z')];
      const { organisationId } = await insert({ accountId, createdAt: first });
      for (const edits of [
        { accountId, createdAt: second },
        { accountId, createdAt: second },
        { accountId, createdAt: second, status: 'completed' } as const,
        { createdAt: second },
      ]) {
        await insert(edits, organisationId);
      }
      const count = (madeAfter: typeof first, most = 10, id = organisationId) =>
        stores.carts.countOpen(id, accountId, { madeAfter, most });
      expect(await count(at('2026-04-15T00:00:00Z'))).toBe(3);
      expect(await count(first)).toBe(2);
      expect(await count(first, 1)).toBe(1);
      expect(await count(second)).toBe(0);
      expect(await count(first, 10, newId())).toBe(0);
    });

    test('removes the open ones of an organisation that were made before an instant', async () => {
      const [first, second] = [at('2026-04-16T00:00:00Z'), at('2026-04-17T00:00:00Z')];
      const { organisationId, cart: old } = await insert({ createdAt: first });
      const { cart: bought } = await insert(
        { createdAt: first, status: 'completed' },
        organisationId,
      );
      const { cart: young } = await insert({ createdAt: second }, organisationId);
      const other = await insert({ createdAt: first });
      expect(await stores.carts.removeOpenBefore(organisationId, first)).toBe(0);
      expect(await stores.carts.removeOpenBefore(organisationId, second)).toBe(1);
      expect(await stores.carts.find(organisationId, old.id)).toBeNull();
      for (const it of [bought, young]) {
        expect(await stores.carts.find(organisationId, it.id)).toEqual(it);
      }
      expect(await stores.carts.find(other.organisationId, other.cart.id)).toEqual(other.cart);
    });

    test('loses those of an account that is erased, and no others', async () => {
      const accountId = newId<AccountId>();
      const { organisationId, cart } = await insert({ accountId });
      await insert({ accountId, status: 'completed' }, organisationId);
      const { cart: kept } = await insert({}, organisationId);
      expect(await stores.erasure.removeCarts(newId(), accountId)).toBe(0);
      expect(await stores.erasure.removeCarts(organisationId, accountId)).toBe(2);
      expect(await stores.carts.find(organisationId, cart.id)).toBeNull();
      expect(await stores.carts.find(organisationId, kept.id)).toEqual(kept);
    });
  });
}
