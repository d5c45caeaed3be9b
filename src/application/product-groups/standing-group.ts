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
import { type TakenVersions, takesVersion } from '../catalogue/takes-version.js';
import type { GroupKey } from './group-commands.js';

type Asked = GroupKey & { readonly ifMatch: TakenVersions };
type Standing = {
  readonly ok: true;
  readonly group: ProductGroup;
  readonly context: OrganisationContext;
};

/** The group that a write is of, read anew, at a version that its caller takes. */
export async function standingGroup(
  readContext: ReadOrganisationContext,
  { organisationId, id, ifMatch }: Asked,
): Promise<Standing | UnknownResource | MovedResource> {
  const context = await readContext(organisationId, 'fresh');
  const group = context?.catalogue.groupsById.get(id);
  if (!context || !group) return unknownResource;
  return takesVersion(ifMatch, group.version) ? { ok: true, group, context } : movedResource;
}
