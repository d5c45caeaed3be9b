import { type ProductGroupId, type TierId, toId } from '../../domain/ids.js';
import type { ReadOrganisationContext } from '../catalogue/organisation-context.js';
import { mostProductGroups, whenFull } from '../catalogue/limits-of-catalogue.js';
import { unknownResource } from '../catalogue/refused-write.js';
import type { ProductGroupStore } from '../ports/product-group-store.js';
import type { Clock, IdSource } from '../ports/surroundings.js';
import type { CreateGroup, CreateGroupCommand } from './group-commands.js';
import { groupNameFaults, tierFaults } from './tier-faults.js';
import { tiersOfRows } from './tiers-of-rows.js';

export type CreateGroupDeps = {
  readonly productGroups: Pick<ProductGroupStore, 'insert'>;
  readonly readContext: ReadOrganisationContext;
  readonly ids: IdSource;
  /** Real time: a catalogue is no matter of an organisation's own clock. */
  readonly clock: Clock;
};

/**
 * Makes a product group (docs/spec/product-groups-api.md §2). Called again for the same id it answers what there is by
 * now.
 */
export function makeCreateGroup(deps: CreateGroupDeps): CreateGroup {
  return async (command) => {
    const { organisationId } = command;
    const id = command.chosenId ?? toId<ProductGroupId>(deps.ids.next());
    const context = await deps.readContext(organisationId, 'fresh');
    if (context === null) return unknownResource;
    const { catalogue } = context;
    const made = catalogue.groupsById.get(id);
    if (made !== undefined) return { ok: true, group: made, catalogue };
    const faults = [
      ...groupNameFaults(command.name),
      ...tierFaults({ rows: command.tiers, standing: [], catalogue }),
    ];
    if (faults.length > 0) return { ok: false, failure: 'invalid', faults };
    const full = whenFull(catalogue.groupsById.size, mostProductGroups);
    if (full !== null) return full;
    const group = newGroup(deps, id, command);
    await deps.productGroups.insert(organisationId, group);
    const after = (await deps.readContext(organisationId, 'fresh')) ?? context;
    const { groupsById } = after.catalogue;
    return { ok: true, group: groupsById.get(id) ?? group, catalogue: after.catalogue };
  };
}

function newGroup(deps: CreateGroupDeps, id: ProductGroupId, command: CreateGroupCommand) {
  const { name, enabled, forceSameBillingInterval } = command;
  const now = deps.clock.now();
  return {
    id,
    name,
    enabled,
    forceSameBillingInterval,
    tiers: tiersOfRows(command.tiers, [], () => toId<TierId>(deps.ids.next())),
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
}
