import type { ReadOrganisationContext } from '../catalogue/organisation-context.js';
import { untilWritten, type UntilWrittenDeps } from '../catalogue/until-written.js';
import type { CatalogueUse } from '../ports/catalogue-use.js';
import type { ProductGroupStore } from '../ports/product-group-store.js';
import type { DeleteGroup } from './group-commands.js';
import { standingGroup } from './standing-group.js';

export type DeleteGroupDeps = UntilWrittenDeps & {
  readonly productGroups: Pick<ProductGroupStore, 'remove'>;
  readonly catalogueUse: Pick<CatalogueUse, 'tiersInUse'>;
  readonly readContext: ReadOrganisationContext;
};

/** Takes a product group away, where none of its tiers is in use (docs/spec/product-groups-api.md §2). */
export function makeDeleteGroup(deps: DeleteGroupDeps): DeleteGroup {
  return (command) =>
    untilWritten(deps, async () => {
      const standing = await standingGroup(deps.readContext, command);
      if (!standing.ok) return standing;
      const { organisationId } = command;
      const { group } = standing;
      const tiers = group.tiers.map((it) => it.id);
      const tierIds = await deps.catalogueUse.tiersInUse(organisationId, tiers);
      if (tierIds.length > 0) return { ok: false, failure: 'tier_in_use', tierIds };
      if (!(await deps.productGroups.remove(organisationId, group))) return 'lost';
      await deps.readContext(organisationId, 'fresh');
      return { ok: true };
    });
}
