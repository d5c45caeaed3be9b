import type { ApplyTier } from '../../src/application/product-groups/apply-tier.js';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import type { ProductGroup, Tier } from '../../src/domain/catalogue/product-group.js';
import { toClientId } from '../../src/domain/ids.js';
import type { UserProduct } from '../../src/domain/user-product/user-product.js';
import { at, newId, type SeededOrganisation, seedOrganisation } from './organisation.js';

/** A tier of the package with that code, changed to at once with a share given back, but for what is given. */
export type TierOfCode = Partial<Omit<Tier, 'id' | 'packageId' | 'periodIds'>> & {
  readonly code: string;
};

type Named = { readonly quantity?: number; readonly quote?: string };

/** A product group of an organisation's packages. */
export type SeededGroup = {
  readonly group: ProductGroup;
  readonly tierOf: (code: string) => Tier;
  /** A request to change that user product to the tier of a package. */
  readonly apply: (product: UserProduct, code: string, named?: Named) => Parameters<ApplyTier>[0];
};

/** A group whose tiers stand in the order given, position 1, 2, 3 …, each with all recurring periods of its package. */
export async function seedGroup(
  stores: Pick<ChangeStores, 'productGroups'>,
  seeded: SeededOrganisation,
  wanted: readonly TierOfCode[],
): Promise<SeededGroup> {
  const tiers = wanted.map((it, index) => tierFor(seeded, it, index + 1));
  const group = groupOf(tiers);
  await stores.productGroups.insert(seeded.organisation.id, group);
  const tierOf = (code: string): Tier => {
    const pack = seeded.package(code);
    const found = tiers.find((it) => it.packageId === pack.id);
    if (found === undefined) throw new Error(`no tier ${code}`);
    return found;
  };
  return {
    group,
    tierOf,
    apply: ({ organisationId, accountId, id: userProductId }, code, named = {}) => ({
      ...{ organisationId, accountId, userProductId },
      named: { tierId: tierOf(code).id, periodId: null, quantity: named.quantity ?? null },
      requestedBy: toClientId('test'),
      sendsCreditNote: true,
      ...(named.quote === undefined ? {} : { quote: named.quote }),
    }),
  };
}

/** Where many tests begin: on the middle one of three tiers, the lower of which waits for the end of the period. */
export type OnMiddleTier = {
  readonly seeded: SeededOrganisation;
  readonly group: SeededGroup;
  readonly product: UserProduct;
};

/** A subscription to basic for April 2026, between lite and digital, in an organisation of its own. */
export async function seedOnMiddleTier(
  stores: ChangeStores,
  { hasDocuments = true } = {},
): Promise<OnMiddleTier> {
  const seeded = await seedOrganisation(stores);
  const group = await seedGroup(stores, seeded, [
    { code: 'lite', changeTiming: 'end_of_period' },
    { code: 'basic' },
    { code: 'digital' },
  ]);
  const product = await seeded.subscribe({
    ...{
      code: 'basic',
      validFrom: '2026-04-01T00:00:00+02:00',
      validTo: '2026-05-01T00:00:00+02:00',
    },
    edits: { hasDocuments, createdFrom: 'api', tierId: group.tierOf('basic').id },
  });
  return { seeded, group, product };
}

function tierFor(
  seeded: SeededOrganisation,
  { code, ...edits }: TierOfCode,
  position: number,
): Tier {
  const pack = seeded.package(code);
  return {
    id: newId(),
    packageId: pack.id,
    periodIds: pack.periods.filter((it) => it.type === 'recurring').map((it) => it.id),
    position,
    label: null,
    upgradeable: true,
    downgradeable: true,
    changeTiming: 'immediately',
    creditType: 'pro_rata',
    ...edits,
  };
}

function groupOf(tiers: readonly Tier[]): ProductGroup {
  const createdAt = at('2026-01-01T00:00:00Z');
  const times = { version: 1, createdAt, updatedAt: createdAt };
  return {
    ...{ id: newId(), name: 'Group', enabled: true, forceSameBillingInterval: false, tiers },
    ...times,
  };
}
