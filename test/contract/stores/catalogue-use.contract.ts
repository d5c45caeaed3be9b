import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OrganisationId, PaymentPeriodId, TierId } from '../../../src/domain/ids.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import type { Stores } from '../../../src/storage/open-stores.js';
import { buildPackage } from '../../support/domain/build-package.js';
import { buildPending } from '../../support/domain/build-user-product.js';
import { buildEndingCommit } from '../../support/stored/build-commit.js';
import { buildRow, successorOf } from '../../support/stored/build-row.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';

/** What use cases may rely on of any `CatalogueUse`. */
export function catalogueUseContract(open: OpenStores): void {
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
  const aimedAt = (tierId: TierId): UserProduct['pendingChange'] => {
    const pending = buildPending(buildPackage({ number: 10 }));
    return { ...pending, target: { ...pending.target, tierId } };
  };
  const isUsed = async (organisationId: OrganisationId, tierId: TierId): Promise<boolean> => {
    const used = await stores.catalogueUse.tiersInUse(organisationId, [newId(), tierId]);
    return used.includes(tierId);
  };

  describe('A tier', () => {
    test.each(['activated', 'cancelled', 'frozen', 'pending', 'deactivated'] as const)(
      'is in use while a user product on it is not over: %s',
      async (state) => {
        const tierId = newId<TierId>();
        const { organisationId } = await insert({ tierId, state });
        expect(await isUsed(organisationId, tierId)).toBe(state !== 'deactivated');
        expect(await isUsed(newId(), tierId)).toBe(false);
      },
    );

    test('is in use while a pending change aims at it', async () => {
      const tierId = newId<TierId>();
      const { organisationId } = await insert({ pendingChange: aimedAt(tierId) });
      expect(await isUsed(organisationId, tierId)).toBe(true);
      expect(await isUsed(newId(), tierId)).toBe(false);
    });

    test.each([
      ['is on it', (tierId: TierId) => ({ tierId })],
      ['aims at it', (tierId: TierId) => ({ pendingChange: aimedAt(tierId) })],
    ])('is in use where a successor %s that is not inserted yet', async (_, edits) => {
      const tierId = newId<TierId>();
      const row = await insert({});
      const write = buildEndingCommit(row);
      const product = successorOf(row, edits(tierId));
      await stores.userProducts.commit(row.organisationId, {
        ...write,
        successor: { product, outbox: [] },
      });
      expect(await isUsed(row.organisationId, tierId)).toBe(true);
    });

    test('is told beside others in the order that they are asked for', async () => {
      const ids = Array.from({ length: 25 }, () => newId<TierId>());
      const organisationId = newId<OrganisationId>();
      const used = ids.filter((_, place) => place % 8 === 0).toReversed();
      for (const tierId of used) await insert({ organisationId, tierId });
      expect(await stores.catalogueUse.tiersInUse(organisationId, ids)).toEqual(used.toReversed());
      expect(await stores.catalogueUse.tiersInUse(organisationId, [])).toEqual([]);
    });
  });

  describe('The uses of tiers', () => {
    test('are living user products on them and pending changes that aim at them, at most so many of either', async () => {
      const [on, aimed, other] = [newId<TierId>(), newId<TierId>(), newId<TierId>()];
      const organisationId = newId<OrganisationId>();
      await insert({ organisationId, tierId: on });
      await insert({ organisationId, tierId: on, state: 'frozen' });
      await insert({ organisationId, tierId: on, state: 'deactivated' });
      await insert({ organisationId, tierId: other, pendingChange: aimedAt(aimed) });
      const uses = (most: number) =>
        stores.catalogueUse.usesOfTiers(organisationId, [on, aimed], most);
      expect(await uses(10)).toEqual([on, on, aimed]);
      expect(await uses(1)).toEqual([on, aimed]);
      expect(await stores.catalogueUse.usesOfTiers(newId(), [on, aimed], 10)).toEqual([]);
    });
  });

  describe('A payment period', () => {
    const sold = (periodId: PaymentPeriodId) => ({ ...buildRow().soldPeriod, periodId });

    test.each(['activated', 'deactivated'] as const)(
      'is in use where a user product is on it, or was: %s',
      async (state) => {
        const periodId = newId<PaymentPeriodId>();
        const { organisationId } = await insert({ soldPeriod: sold(periodId), state });
        const ids = [newId<PaymentPeriodId>(), periodId];
        expect(await stores.catalogueUse.periodsInUse(organisationId, ids)).toEqual([periodId]);
        expect(await stores.catalogueUse.periodsInUse(newId(), ids)).toEqual([]);
      },
    );

    test('is in use where a successor is on it that is not inserted yet', async () => {
      const periodId = newId<PaymentPeriodId>();
      const row = await insert({});
      const write = buildEndingCommit(row);
      const product = successorOf(row, { soldPeriod: sold(periodId) });
      await stores.userProducts.commit(row.organisationId, {
        ...write,
        successor: { product, outbox: [] },
      });
      expect(await stores.catalogueUse.periodsInUse(row.organisationId, [periodId])).toEqual([
        periodId,
      ]);
    });
  });
}
