import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OrganisationId, SubscriptionId } from '../../../src/domain/ids.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import type { ChainPageQuery } from '../../../src/application/ports/chain-store.js';
import type { Stores } from '../../../src/storage/open-stores.js';
import { buildRow, fullRow, nextOf, successorOf } from '../../support/stored/build-row.js';
import { buildEndingCommit } from '../../support/stored/build-commit.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';

/** What use cases may rely on of any `ChainStore`. */
export function chainStoreContract(open: OpenStores): void {
  describe('The subscriptions of an organisation', () => {
    let stores: Stores;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ stores, close } = await open());
    });
    afterAll(() => close());

    const insert = async (edits: Partial<UserProduct>): Promise<UserProduct> => {
      const product = buildRow(edits);
      await stores.userProducts.insert(product.organisationId, { product, outbox: [] });
      return product;
    };
    /** Ends the row by a change; its successor waits in it. */
    const end = async (row: UserProduct, edits: Partial<UserProduct> = {}) => {
      const { endedBy } = fullRow();
      const successor = { product: successorOf(row, edits), outbox: [] };
      const next = nextOf(row, { state: 'deactivated', endedBy });
      await stores.userProducts.commit(row.organisationId, {
        ...buildEndingCommit(row),
        next,
        successor,
      });
      return successor;
    };
    const pageOf = (organisationId: OrganisationId, given: Partial<ChainPageQuery> = {}) =>
      stores.chains.page(organisationId, {
        page: 1,
        limit: 30,
        state: null,
        direction: 'asc',
        ...given,
      });
    const byId = (a: UserProduct, b: UserProduct) => (a.subscriptionId < b.subscriptionId ? -1 : 1);
    const found = (rows: readonly UserProduct[]) =>
      rows.map(({ subscriptionId: id, accountId }) => ({ id, accountId }));

    test('are listed by their ids, page by page, either way', async () => {
      const organisationId = newId<OrganisationId>();
      const rows: UserProduct[] = [];
      for (let made = 0; made < 5; made += 1) rows.push(await insert({ organisationId }));
      await insert({});
      const all = found(rows.toSorted(byId));
      expect(await pageOf(organisationId)).toEqual({ items: all, totalItems: 5 });
      const third = { page: 3, limit: 2 };
      expect(await pageOf(organisationId, third)).toEqual({ items: all.slice(4), totalItems: 5 });
      expect((await pageOf(organisationId, { ...third, direction: 'desc' })).items).toEqual(
        all.slice(0, 1),
      );
      expect(await pageOf(organisationId, { page: 4, limit: 2 })).toEqual({
        items: [],
        totalItems: 5,
      });
    });

    test('are counted where none are wanted', async () => {
      const { organisationId } = await insert({});
      expect(await pageOf(organisationId, { limit: 0 })).toEqual({ items: [], totalItems: 1 });
    });

    test('stand there once, before their successor is inserted and after', async () => {
      const row = await insert({});
      const { organisationId, subscriptionId } = row;
      const successor = await end(row);
      const once = { items: found([row]), totalItems: 1 };
      expect(await pageOf(organisationId)).toEqual(once);
      await stores.outboxes.insertSuccessors([successor]);
      expect((await pageOf(organisationId)).items).toEqual(once.items);
      await stores.outboxes.releaseInserted({ organisationId, limit: 10 });
      expect(await pageOf(organisationId)).toEqual(once);
      expect(await stores.chains.find(organisationId, subscriptionId)).toEqual(once.items[0]);
    });

    test('are taken by what the last of their user products is', async () => {
      const organisationId = newId<OrganisationId>();
      const cancelled = await insert({ organisationId, state: 'cancelled' });
      const ended = await insert({ organisationId });
      await end(ended, { state: 'frozen' });
      const inState = async (state: UserProduct['state']) =>
        (await pageOf(organisationId, { state })).items;
      expect(await inState('cancelled')).toEqual(found([cancelled]));
      expect(await inState('frozen')).toEqual(found([ended]));
      expect(await inState('deactivated')).toEqual([]);
    });

    test('are found by their id in their organisation alone, also by a row that follows', async () => {
      const subscriptionId = newId<SubscriptionId>();
      const row = await insert({ subscriptionId });
      const chain = { id: subscriptionId, accountId: row.accountId };
      expect(await stores.chains.find(row.organisationId, subscriptionId)).toEqual(chain);
      expect(await stores.chains.find(newId(), subscriptionId)).toBeNull();
      expect(await stores.chains.find(row.organisationId, newId())).toBeNull();
    });
  });
}
