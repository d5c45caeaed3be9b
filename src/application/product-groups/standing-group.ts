import type { ProductGroup } from '../../domain/catalogue/product-group.js';
import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../catalogue/organisation-context.js';
import {
  type MovedResource,
  movedResource,
  type UnknownResource,
  unknownResource,
} from '../catalogue/refused-write.js';
import type { GroupKey } from './group-commands.js';

type Asked = GroupKey & { readonly expectedVersion: number | null };
type Standing = {
  readonly ok: true;
  readonly group: ProductGroup;
  readonly context: OrganisationContext;
};

/** The group that a write is of, read anew, at the version that is expected where one is. */
export async function standingGroup(
  readContext: ReadOrganisationContext,
  { organisationId, id, expectedVersion }: Asked,
): Promise<Standing | UnknownResource | MovedResource> {
  const context = await readContext(organisationId, 'fresh');
  const group = context?.catalogue.groupsById.get(id);
  if (!context || !group) return unknownResource;
  const isExpected = expectedVersion === null || expectedVersion === group.version;
  return isExpected ? { ok: true, group, context } : movedResource;
}
