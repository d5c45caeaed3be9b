import { paywayBilling } from '../../src/domain/catalogue/billing-terms.js';
import type { AccountId, CartId, PaymentPeriodId, UserProductId } from '../../src/domain/ids.js';
import type { SubscriptionOrder } from '../../src/domain/user-product/subscription-order.js';
import { buildProductGroup, buildTier } from './domain/build-product-group.js';
import { startInMemory } from './in-memory-process.js';
import { makePackage } from './organisation.js';
import { newId } from './stored/ids.js';

const perUnit = {
  ...paywayBilling,
  chargeModel: 'per_unit',
  minQuantity: 2,
  maxQuantity: 9,
} as const;

/** An account at noon on 16 April that may buy `starter` (10.00 EUR a month, on a tier) and `seats` (4.00, by the unit). */
export async function startCheckout() {
  const world = await startInMemory({ now: '2026-04-16T12:00:00+02:00' });
  const { stores, organisationId, useCases } = world;
  const accountId = newId<AccountId>();
  await stores.accounts.insertMany(organisationId, [{ id: accountId, customerNumber: null }]);
  const starter = makePackage('starter', { price: 1_000, currency: 'EUR' });
  const seats = makePackage('seats', {
    price: 400,
    currency: 'EUR',
    periods: [{ billing: perUnit }],
  });
  const arrears = makePackage('arrears', {
    price: 700,
    currency: 'EUR',
    periods: [{ billing: { ...paywayBilling, payInAdvance: false } }],
  });
  const packages = [starter, seats, arrears];
  await stores.catalogues.savePackages(organisationId, packages);
  const [starterPeriod, seatsPeriod, arrearsPeriod] = packages.map(
    (it) => it.periods[0]?.id ?? newId<PaymentPeriodId>(),
  ) as [PaymentPeriodId, PaymentPeriodId, PaymentPeriodId];
  const tier = buildTier({
    number: 1,
    id: newId(),
    packageId: starter.id,
    periodIds: [starterPeriod],
  });
  await stores.productGroups.insert(
    organisationId,
    buildProductGroup({ id: newId(), tiers: [tier] }),
  );
  await world.context();

  const orderOf = (edits: Partial<SubscriptionOrder> = {}): SubscriptionOrder => ({
    packageId: null,
    periodId: starterPeriod,
    quantity: null,
    startAt: null,
    ...edits,
  });
  const command = (edits: Partial<SubscriptionOrder>) => ({
    organisationId,
    accountId,
    order: orderOf(edits),
  });

  return {
    ...world,
    accountId,
    starter,
    seats,
    starterPeriod,
    seatsPeriod,
    arrearsPeriod,
    tier,
    orderOf,
    subscribeTo: (
      edits: Partial<SubscriptionOrder> = {},
      chosenId: UserProductId | null = null,
      account = accountId,
    ) => useCases.createSubscription({ ...command(edits), accountId: account, chosenId }),
    fill: (edits: Partial<SubscriptionOrder> = {}, chosenId: CartId | null = null) =>
      useCases.createCart({ ...command(edits), chosenId }),
    /** A cart that is open, as its key. */
    filled: async (edits: Partial<SubscriptionOrder> = {}) => {
      const made = await useCases.createCart({ ...command(edits), chosenId: null });
      if (!made.ok) throw new Error(JSON.stringify(made));
      return { organisationId, id: made.cart.id, ifMatch: null };
    },
    archive: async () => {
      const periods = starter.periods.map((it) => ({ ...it, enabled: false }));
      await stores.catalogues.savePackages(organisationId, [{ ...starter, periods }]);
      world.time.set((world.time.now() + 3_000) as ReturnType<typeof world.time.now>);
    },
    /** From now on `starter` is sold by the day. */
    sellByTheDay: async () => {
      const interval = { unit: 'day', length: 1 } as const;
      const periods = starter.periods.map((it) => ({ ...it, interval }));
      await stores.catalogues.savePackages(organisationId, [{ ...starter, periods }]);
      world.time.set((world.time.now() + 3_000) as ReturnType<typeof world.time.now>);
    },
    rows: () => stores.userProducts.listByAccount(organisationId, accountId, () => undefined),
    /** The numbers of all invoices, once what waits is drained. */
    invoices: async () => {
      await useCases.drainOutbox(organisationId);
      return stores.documents.series(organisationId, { type: 'invoice', after: 0, limit: 100 });
    },
  };
}

/** What is wrong, as `path code`. */
export function faultsOf(result: object): readonly string[] {
  const { faults = [] } = result as { faults?: readonly { path: unknown[]; code: string }[] };
  return faults.map(({ path, code }) => `${path.join('.')} ${code}`);
}

export type CheckoutWorld = Awaited<ReturnType<typeof startCheckout>>;
