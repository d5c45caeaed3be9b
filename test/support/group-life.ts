import type { ChangeOptions } from '../../src/application/product-groups/list-change-options.js';
import type { ApplyTierResult } from '../../src/application/product-groups/apply-tier.js';
import type { Surroundings } from '../../src/composition/change-surroundings.js';
import type { Stores } from '../../src/storage/open-stores.js';
import type { UseCases } from '../../src/composition/compose-use-cases.js';
import { type BillingTerms, paywayBilling } from '../../src/domain/catalogue/billing-terms.js';
import type { ProductGroup, Tier } from '../../src/domain/catalogue/product-group.js';
import type { BillingDocument } from '../../src/domain/billing/billing-document.js';
import { numberOf } from '../../src/domain/billing/billing-document.js';
import type { UserProduct } from '../../src/domain/user-product/user-product.js';
import { brokenPromises, readLog } from './broken-promises.js';
import { foundByVerify } from './found-by-verify.js';
import { at, makePackage, type SeededOrganisation, seedOrganisation } from './organisation.js';
import { makeTestTime, startProcess } from './process.js';
import { seedGroup, type TierOfCode } from './seeded-group.js';

/** What a group sells: one monthly plan each, in minor units of SEK. */
export type SoldTier = TierOfCode & {
  readonly price: number;
  readonly billing?: Partial<BillingTerms>;
};

type Options = {
  readonly tiers: readonly SoldTier[];
  /** The tier that the subscription begins on. */
  readonly on: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly edits?: Partial<Pick<UserProduct, 'quantity' | 'hasDocuments' | 'createdFrom'>>;
  readonly timeZone?: string;
  readonly changed?: Partial<Surroundings>;
};

/** One subscription within a product group, in an organisation with a test clock. */
export type GroupLife = {
  readonly seeded: SeededOrganisation;
  readonly useCases: UseCases;
  readonly group: ProductGroup;
  readonly tierOf: (code: string) => Tier;
  moveTo(iso: string): Promise<void>;
  current(): Promise<UserProduct>;
  /** All that the customer has and had, oldest first. */
  all(): Promise<readonly UserProduct[]>;
  apply(code: string, named?: { quantity?: number; quote?: string }): Promise<ApplyTierResult>;
  options(quantity?: number): Promise<ChangeOptions>;
  /** Every document that was written, as `RE-0000000001 30.00`, in the order of their dates and numbers. */
  documents(): Promise<readonly BillingDocument[]>;
  /** The types of events since the last look. */
  news(): Promise<readonly string[]>;
  /** What `verify` says, before what waits is drained. */
  verified(): Promise<readonly string[]>;
  /** Every promise that is broken, `verify`'s too: none. */
  broken(): Promise<readonly string[]>;
};

/** Begins a life at `validFrom`; its tiers stand in the order given, position 1, 2, 3 … */
export async function beginGroupLife(stores: Stores, options: Options): Promise<GroupLife> {
  const packages = options.tiers.map(({ code, price, billing = {} }) =>
    makePackage(code, { price, periods: [{ billing: { ...paywayBilling, ...billing } }] }),
  );
  const { timeZone = 'Europe/Stockholm', validFrom, validTo, on } = options;
  const seeded = await seedOrganisation(stores, { packages, live: false, timeZone });
  const organisationId = seeded.organisation.id;
  const tiers = options.tiers.map(({ price, billing, ...tier }) => tier);
  const grouped = await seedGroup(stores, seeded, tiers);
  const { group, tierOf } = grouped;
  const first = await seeded.subscribe({
    ...{ code: on, validFrom, validTo },
    edits: { hasDocuments: true, createdFrom: 'api', ...options.edits, tierId: tierOf(on).id },
  });
  const { accountId } = first;
  const useCases = startProcess(stores, makeTestTime(at(validFrom)), options.changed);
  const all = async () =>
    (await useCases.listUserProducts({ organisationId, accountId }))?.userProducts ?? [];
  const current = async (): Promise<UserProduct> => {
    const last = (await all()).at(-1);
    if (last === undefined) throw new Error('the account has no user product');
    return last;
  };
  const moveTo = async (iso: string): Promise<void> => {
    const answer = await useCases.setTestClock({ organisationId, at: at(iso) });
    if (!answer.ok) throw new Error(answer.failure);
  };
  await moveTo(validFrom);
  let read = 0;

  return {
    ...{ seeded, useCases, group, tierOf, moveTo, current, all },
    apply: async (code, named) => useCases.applyTier(grouped.apply(await current(), code, named)),
    options: async (quantity) => {
      const { id: userProductId } = await current();
      const key = { organisationId, accountId, userProductId };
      const listed = await useCases.listChangeOptions({ ...key, quantity: quantity ?? null });
      if (!listed.ok) throw new Error(listed.failure);
      return listed;
    },
    documents: async () => {
      await useCases.drainOutbox(organisationId);
      const series = async (type: BillingDocument['type']) =>
        stores.documents.series(organisationId, { type, after: 0, limit: 1_000 });
      const written = [...(await series('credit_note')), ...(await series('invoice'))];
      return written.toSorted((a, b) => a.createdAt - b.createdAt);
    },
    news: async () => {
      await useCases.drainOutbox(organisationId);
      const log = await readLog(stores, organisationId);
      const fresh = log.slice(read);
      read = log.length;
      return fresh.map(({ event }) => event.type);
    },
    verified: () => foundByVerify(stores, useCases, organisationId),
    broken: async () => {
      await useCases.drainOutbox(organisationId);
      const broken = await brokenPromises(stores, organisationId, accountId);
      return [...broken, ...(await foundByVerify(stores, useCases, organisationId))];
    },
  };
}

/** A document in a word: `CN-0000000001 5.00`. */
export function documentText(document: BillingDocument): string {
  return `${numberOf(document) ?? 'no number'} ${(document.netMinor / 100).toFixed(2)}`;
}
