import { assignTier, type AssignRefusalReason } from '../../domain/user-product/assign-tier.js';
import { type ChangeId, type TierId, toId } from '../../domain/ids.js';
import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../catalogue/organisation-context.js';
import { transitionIds } from '../commit/build-commit.js';
import { unguarded, type WriteGuards } from '../commit/guards.js';
import type { UserProductKey } from '../commit/load-user-product.js';
import type { WriteByRule } from '../commit/write-by-rule.js';
import { unknownTarget, unknownUserProduct, type WriteResult } from '../commit/write-result.js';
import type { IdSource } from '../ports/surroundings.js';

type AssignTierCommand = UserProductKey & {
  /** Null: on none. */
  readonly tierId: TierId | null;
};

type AssignTierResult = WriteResult<AssignRefusalReason>;
export type AssignTier = (
  command: AssignTierCommand,
  guards?: WriteGuards,
) => Promise<AssignTierResult>;

export type AssignTierDeps = {
  readonly readContext: ReadOrganisationContext;
  readonly writeByRule: WriteByRule;
  readonly ids: IdSource;
};

/**
 * Puts a user product on a tier of a product group, or takes it off (docs/spec/product-groups-api.md §3). A tier that the
 * cache does not know is read once before it is unknown (docs/architecture.md §8).
 */
export function makeAssignTier(deps: AssignTierDeps): AssignTier {
  return async ({ tierId, ...key }, guards = unguarded) => {
    const context = await contextWith(deps, key, tierId);
    if (context === null) return unknownUserProduct;
    const { catalogue } = context;
    const changeId = toId<ChangeId>(deps.ids.next());
    const tier = tierId === null ? null : catalogue.tiersById.get(tierId)?.tier;
    const result = await deps.writeByRule({ key, context, changeId, guards }, (product, at) => {
      const order = { product, at, catalogue, ids: transitionIds(deps.ids), changeId };
      return assignTier(order, tier);
    });
    const isUnknown = !result.ok && result.failure === 'refused' && tier === undefined;
    return isUnknown && result.refusals[0].reason === 'tier_unknown' ? unknownTarget : result;
  };
}

async function contextWith(
  { readContext }: AssignTierDeps,
  { organisationId }: Pick<UserProductKey, 'organisationId'>,
  tierId: TierId | null,
): Promise<OrganisationContext | null> {
  const cached = await readContext(organisationId);
  const isKnown = tierId === null || cached?.catalogue.tiersById.has(tierId) === true;
  return isKnown ? cached : readContext(organisationId, 'fresh');
}
