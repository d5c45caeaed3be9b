import type { Catalogue } from '../../domain/catalogue/catalogue.js';
import type { ProductGroup } from '../../domain/catalogue/product-group.js';
import { isSameValue } from '../../domain/is-same-value.js';
import { type TierId, toId } from '../../domain/ids.js';
import type { ReadOrganisationContext } from '../catalogue/organisation-context.js';
import type { PathFault } from '../catalogue/path-fault.js';
import { untilWritten, type UntilWrittenDeps } from '../catalogue/until-written.js';
import type { CatalogueUse } from '../ports/catalogue-use.js';
import type { ProductGroupStore } from '../ports/product-group-store.js';
import type { Clock, IdSource } from '../ports/surroundings.js';
import type { ReplaceGroup, ReplaceGroupCommand } from './group-commands.js';
import { standingGroup } from './standing-group.js';
import { groupNameFaults, tierFaults } from './tier-faults.js';
import { tiersLeft, tiersOfRows } from './tiers-of-rows.js';

export type ReplaceGroupDeps = UntilWrittenDeps & {
  readonly productGroups: Pick<ProductGroupStore, 'replace'>;
  readonly catalogueUse: Pick<CatalogueUse, 'tiersInUse'>;
  readonly readContext: ReadOrganisationContext;
  readonly ids: IdSource;
  /** Real time: a catalogue is no matter of an organisation's own clock. */
  readonly clock: Clock;
};

/**
 * Makes a product group what is given (docs/spec/product-groups-api.md §2). A tier that is in use keeps its package and
 * stays; looking and writing are two steps, and who is assigned in between is on a tier that is gone.
 */
export function makeReplaceGroup(deps: ReplaceGroupDeps): ReplaceGroup {
  return (command) =>
    untilWritten(deps, async () => {
      const standing = await standingGroup(deps.readContext, command);
      if (!standing.ok) return standing;
      const { group, context } = standing;
      const faults = faultsOf(command, group, context.catalogue);
      if (faults.length > 0) return { ok: false, failure: 'invalid', faults };
      const next = nextGroup(deps, group, command);
      if (next === null) return { ok: true, group, catalogue: context.catalogue };
      const { organisationId } = command;
      const left = tiersLeft(group.tiers, next.tiers);
      const tierIds = await deps.catalogueUse.tiersInUse(organisationId, left);
      if (tierIds.length > 0) return { ok: false, failure: 'tier_in_use', tierIds };
      if (!(await deps.productGroups.replace(organisationId, next))) return 'lost';
      const after = (await deps.readContext(organisationId, 'fresh')) ?? context;
      return { ok: true, group: next, catalogue: after.catalogue };
    });
}

function faultsOf(
  { name, tiers }: ReplaceGroupCommand,
  group: ProductGroup,
  catalogue: Catalogue,
): readonly PathFault[] {
  const rows = tiers ?? [];
  return [...groupNameFaults(name), ...tierFaults({ rows, standing: group.tiers, catalogue })];
}

/** Null: it is like that already. */
function nextGroup(
  { ids, clock }: ReplaceGroupDeps,
  group: ProductGroup,
  command: ReplaceGroupCommand,
): ProductGroup | null {
  const { name, enabled, tiers } = command;
  const next = {
    ...group,
    name,
    enabled,
    forceSameBillingInterval: command.forceSameBillingInterval ?? group.forceSameBillingInterval,
    tiers:
      tiers === null
        ? group.tiers
        : tiersOfRows(tiers, group.tiers, () => toId<TierId>(ids.next())),
  };
  if (isSameValue(group, next)) return null;
  return { ...next, version: group.version + 1, updatedAt: clock.now() };
}
