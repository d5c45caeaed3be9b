import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SubscriptionFilter } from '../../../src/application/ports/subscription-search.js';
import type {
  AccountId,
  OrganisationId,
  PaymentPeriodId,
  SubscriptionId,
  TierId,
} from '../../../src/domain/ids.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import type { Stores } from '../../../src/storage/open-stores.js';
import { at } from '../../support/domain/at.js';
import { buildPackage } from '../../support/domain/build-package.js';
import { buildPending } from '../../support/domain/build-user-product.js';
import { buildChange } from '../../support/stored/build-entry.js';
import { buildEndingCommit } from '../../support/stored/build-commit.js';
import { buildRow, fullRow, nextOf, successorOf } from '../../support/stored/build-row.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';

const everything: SubscriptionFilter = {
  named: null,
  state: null,
  onPackage: null,
  tierIds: null,
  due: null,
  failedSince: null,
  isSetAside: false,
};
const noon = at('2026-05-01T12:00:00Z');
const nextDay = at('2026-05-02T12:00:00Z');

/** What use cases may rely on of any `SubscriptionSearch`. */
export function subscriptionSearchContract(open: OpenStores): void {
  describe('A search for subscriptions', () => {
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
    const pageOf = (
      organisationId: OrganisationId,
      filter: Partial<SubscriptionFilter> = {},
      page: { before?: SubscriptionId | null; limit?: number } = {},
    ) =>
      stores.subscriptionSearch.page(
        organisationId,
        { ...everything, ...filter },
        { before: null, limit: 50, ...page },
      );
    const found = async (organisationId: OrganisationId, filter: Partial<SubscriptionFilter>) =>
      (await pageOf(organisationId, filter)).items.map((it) => it.product.id);

    test('without a word finds all of the organisation, newest first, page by page', async () => {
      const organisationId = newId<OrganisationId>();
      const rows: UserProduct[] = [];
      for (let made = 0; made < 5; made += 1) rows.push(await insert({ organisationId }));
      await insert({});
      const newest = rows
        .map((it) => it.subscriptionId)
        .toSorted()
        .toReversed();
      const first = await pageOf(organisationId, {}, { limit: 2 });
      expect(first.items.map((it) => it.product.subscriptionId)).toEqual(newest.slice(0, 2));
      expect(first.next).toBe(newest[1]);
      const second = await pageOf(organisationId, {}, { limit: 3, before: first.next });
      expect(second.items.map((it) => it.product.subscriptionId)).toEqual(newest.slice(2));
      expect(second.next).toBeNull();
    });

    test('finds a subscription by all that it may be called, in its organisation alone', async () => {
      const organisationId = newId<OrganisationId>();
      const accountId = newId<AccountId>();
      const customerNumber = `C ${accountId}`;
      await stores.accounts.insertMany(organisationId, [{ id: accountId, customerNumber }]);
      const row = await insert({
        organisationId,
        accountId,
        orderId: 'O-7',
        subscriptionNumber: 'S-7',
      });
      const change = buildChange(row);
      await stores.changes.write(organisationId, [{ write: 'open', change }]);
      await insert({ organisationId, orderId: 'O-8', subscriptionNumber: 'S-8' });
      const names = [
        accountId,
        customerNumber,
        'S-7',
        'O-7',
        row.id,
        row.id.toUpperCase(),
        change.id,
      ];
      for (const named of names) {
        expect([named, await found(organisationId, { named })]).toEqual([named, [row.id]]);
        expect(await found(newId(), { named })).toEqual([]);
      }
      const [item] = (await pageOf(organisationId, { named: 'S-7' })).items;
      expect(item).toEqual({ product: row, isSetAside: false, customerNumber });
      expect(await found(organisationId, { named: 'S-7', state: 'frozen' })).toEqual([]);
      expect(await found(organisationId, { named: 'S' })).toEqual([]);
    });

    test('takes a subscription by its last user product, before that is inserted and after', async () => {
      const organisationId = newId<OrganisationId>();
      const row = await insert({ organisationId });
      const successor = await end(row, { state: 'frozen' });
      const { id } = successor.product;
      const asked = async () => [
        await found(organisationId, {}),
        await found(organisationId, { named: row.id }),
        await found(organisationId, { state: 'frozen' }),
        await found(organisationId, { state: 'deactivated' }),
      ];
      expect(await asked()).toEqual([[id], [id], [id], []]);
      await stores.outboxes.insertSuccessors([successor]);
      expect(await asked()).toEqual([[id], [id], [id], []]);
      await stores.outboxes.releaseInserted({ organisationId, limit: 10 });
      expect(await asked()).toEqual([[id], [id], [id], []]);
    });

    test('takes what is on a package, on one of some tiers, or due in a time', async () => {
      const organisationId = newId<OrganisationId>();
      const tierId = newId<TierId>();
      const row = await insert({ organisationId, tierId, validTo: noon });
      const other = await insert({ organisationId, packageId: newId(), validTo: nextDay });
      const onPackage = {
        id: row.packageId,
        periodIds: [row.soldPeriod.periodId, newId<PaymentPeriodId>()],
      };
      expect(await found(organisationId, { onPackage })).toEqual([row.id]);
      expect(await found(organisationId, { tierIds: [tierId, newId()] })).toEqual([row.id]);
      expect(await found(organisationId, { tierIds: [] })).toEqual([]);
      expect(await found(organisationId, { due: { from: noon, before: nextDay } })).toEqual([
        row.id,
      ]);
      const laterOnly = {
        from: at('2026-05-01T12:00:00.001Z'),
        before: at('2026-05-03T00:00:00Z'),
      };
      expect(await found(organisationId, { due: laterOnly })).toEqual([other.id]);
      expect(await found(organisationId, { due: laterOnly, onPackage })).toEqual([]);
    });

    test('takes what is set aside, and what a change of has failed', async () => {
      const organisationId = newId<OrganisationId>();
      const row = await insert({ organisationId });
      const failing = await insert({ organisationId });
      await insert({ organisationId });
      await stores.userProducts.block(organisationId, row.id, row.version);
      const changes = [
        buildChange(failing, { state: 'failed', closedAt: noon }),
        buildChange(row, { state: 'applied', closedAt: noon }),
      ];
      await stores.changes.write(
        organisationId,
        changes.map((change) => ({ write: 'open', change })),
      );
      expect(await found(organisationId, { isSetAside: true })).toEqual([row.id]);
      expect(await found(organisationId, { failedSince: noon })).toEqual([failing.id]);
      expect(await found(organisationId, { failedSince: nextDay })).toEqual([]);
      expect(await found(organisationId, { failedSince: noon, named: row.id })).toEqual([]);
      const { subscriptionSearch: search } = stores;
      expect(await search.countSetAside(organisationId, 9)).toBe(1);
      expect(await search.countSetAside(newId(), 9)).toBe(0);
      expect(await search.countFailedChanges(organisationId, { since: noon, limit: 9 })).toBe(1);
      expect(await search.countFailedChanges(organisationId, { since: nextDay, limit: 9 })).toBe(0);
    });

    test('lists what ends before a time, the earliest first, with what waits', async () => {
      const organisationId = newId<OrganisationId>();
      const pendingChange = buildPending(buildPackage({ number: 10 }));
      await insert({ organisationId, validTo: nextDay, state: 'cancelled' });
      await insert({ organisationId, validTo: noon, pendingChange });
      await insert({ organisationId, validTo: noon, state: 'deactivated' });
      const list = (before: typeof noon, limit = 9) =>
        stores.subscriptionSearch.listComingEnds(organisationId, { before, limit });
      const waiting = {
        dueAt: noon,
        state: 'activated',
        subscriptionType: 'recurring',
        pendingKind: pendingChange.kind,
      };
      expect(await list(nextDay)).toEqual([waiting]);
      const all = await list(at('2026-05-02T12:00:00.001Z'));
      expect(all).toEqual([
        waiting,
        { dueAt: nextDay, state: 'cancelled', subscriptionType: 'recurring', pendingKind: null },
      ]);
      expect(await list(at('2027-01-01T00:00:00Z'), 1)).toEqual([waiting]);
    });
  });
}
