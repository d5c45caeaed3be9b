import type {
  GroupKey,
  ReplaceGroup,
  ShownGroup,
  TierRow,
} from '../../../application/product-groups/group-commands.js';
import type { ProductGroup } from '../../../domain/catalogue/product-group.js';
import { auditedAct } from '../audited-act.js';
import type { CommonConsoleDeps } from '../console-deps.js';
import type { OrganisationVisit } from '../visitor.js';
import { factsOfGroup } from './group-facts.js';
import type { GroupsDeps } from './groups-deps.js';

export type WriteGroupDeps = Pick<CommonConsoleDeps, 'audited'> &
  Pick<GroupsDeps, 'findGroup' | 'replaceGroup'>;

export type GroupWritten = Awaited<ReturnType<ReplaceGroup>>;

/** What is to be written of a group; absent: as it stands. */
type GroupEdit = Partial<Pick<ProductGroup, 'name' | 'enabled' | 'forceSameBillingInterval'>> & {
  readonly tiers?: readonly TierRow[];
};

/** Writes over the version that is given, and over no other; told in the audit. */
export function writeOverVersion(
  deps: WriteGroupDeps,
  visit: OrganisationVisit,
  { group, edit }: { readonly group: ProductGroup; readonly edit: GroupEdit },
): Promise<GroupWritten> {
  return audited(deps, { visit, group }, () =>
    replaceWith(deps, { ...keyOf(visit, group), edit, group }),
  );
}

/** How often a write is tried anew that somebody else has overtaken: it is thought over each time. */
const mostTries = 5;

/** Writes what comes of the group as it stands, whoever has written it in between. Null: nothing is to be written. */
export function writeOverStanding(
  deps: WriteGroupDeps,
  { visit, group }: { readonly visit: OrganisationVisit; readonly group: ProductGroup },
  editOf: (standing: ShownGroup) => GroupEdit,
): Promise<GroupWritten> {
  const key = keyOf(visit, group);
  return audited(deps, { visit, group }, async () => {
    let written: GroupWritten = { ok: false, failure: 'version_mismatch' };
    for (let tries = 0; tries < mostTries && isOvertaken(written); tries += 1) {
      const standing = await deps.findGroup(key);
      if (standing === null) return { ok: false, failure: 'not_found' };
      const edit = editOf(standing);
      written = await replaceWith(deps, { ...key, edit, group: standing.group });
    }
    return written;
  });
}

function isOvertaken(written: GroupWritten): boolean {
  return !written.ok && written.failure === 'version_mismatch';
}

function keyOf({ visitor }: OrganisationVisit, { id }: ProductGroup): GroupKey {
  return { organisationId: visitor.at.organisation.id, id };
}

function replaceWith(
  { replaceGroup }: WriteGroupDeps,
  given: GroupKey & { readonly group: ProductGroup; readonly edit: GroupEdit },
): Promise<GroupWritten> {
  const { organisationId, id, group, edit } = given;
  const { name = group.name, enabled = group.enabled, tiers = null } = edit;
  const { forceSameBillingInterval = group.forceSameBillingInterval } = edit;
  return replaceGroup({
    ...{ organisationId, id, name, enabled, forceSameBillingInterval, tiers },
    ifMatch: [group.version],
  });
}

function audited(
  deps: WriteGroupDeps,
  { visit, group }: { readonly visit: OrganisationVisit; readonly group: ProductGroup },
  run: () => Promise<GroupWritten>,
): Promise<GroupWritten> {
  const about = { ids: { product_group: group.id }, before: factsOfGroup(group) };
  return deps.audited(auditedAct(visit, 'edit_product_group', about), run, (done) => ({
    after: factsOfGroup(done.group),
  }));
}
