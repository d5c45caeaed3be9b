import type {
  CreateGroupCommand,
  TierRow,
} from '../../../../src/application/product-groups/group-commands.js';
import { makeCreateGroup } from '../../../../src/application/product-groups/create-group.js';
import type { ProductGroup } from '../../../../src/domain/catalogue/product-group.js';
import type { TierId } from '../../../../src/domain/ids.js';
import { buildPackage } from '../../../support/domain/build-package.js';
import { buildTier } from '../../../support/domain/build-product-group.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { startEditing } from '../catalogue/editing-world.js';

/** A row of package `100 × number` at position `number`, but for what is given. */
export function buildTierRow(number: number, edits: Partial<TierRow> = {}): TierRow {
  return { ...buildTier({ number }), id: null, ...edits };
}

/** An organisation with packages 100, 200 and 300, and what its product groups need at noon. */
export async function startGroups() {
  const packages = [100, 200, 300].map((number) => buildPackage({ number }));
  const world = await startEditing(packages);
  const { deps, organisationId, stores } = world;

  const create = (given: Partial<CreateGroupCommand> = {}) =>
    makeCreateGroup(deps)({
      organisationId,
      chosenId: null,
      name: 'SaaS Packages',
      enabled: true,
      forceSameBillingInterval: false,
      tiers: [buildTierRow(1), buildTierRow(2)],
      ...given,
    });

  return {
    ...world,
    create,
    /** A group of two tiers, on packages 100 and 200. */
    made: async (given: Partial<CreateGroupCommand> = {}): Promise<ProductGroup> => {
      const created = await create(given);
      if (!created.ok) throw new Error('the group was refused');
      return created.group;
    },
    /** A living user product on that tier. */
    subscribe: async (tierId: TierId | undefined) => {
      const product = buildRow({ organisationId, tierId: tierId ?? null });
      await stores.userProducts.insert(organisationId, { product, outbox: [] });
    },
    stored: () => stores.productGroups.list(organisationId),
  };
}

export type GroupWorld = Awaited<ReturnType<typeof startGroups>>;
