import type { ShownGroup } from '../../../application/product-groups/group-commands.js';
import { PostForm, SubmitButton } from '../../kit/form-parts.js';
import { versionIn } from '../../kit/keyed-form.js';
import { page, type PageAnswer, type PageField, see, unknownPage } from '../../kit/page-route.js';
import { ActionLink, Notice } from '../../kit/parts.js';
import { auditedAct } from '../audited-act.js';
import type { CommonConsoleDeps } from '../console-deps.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { versionField } from './edit-group.js';
import { FaultSummary, LineField } from './fields.js';
import { groupAt } from './group-at.js';
import { factsOfGroup } from './group-facts.js';
import type { GroupsDeps } from './groups-deps.js';
import { tiersInUsePage } from './in-use.js';

type DeleteGroupPageDeps = Pick<GroupsDeps, 'findGroup' | 'deleteGroup' | 'countTierUse'> &
  Pick<CommonConsoleDeps, 'audited'>;

const longestTyped = 2_000;

export const deleteGroupFields: readonly PageField[] = [
  { name: 'typed', maxLength: longestTyped },
  versionField,
];

/** What goes with a group, and the form that asks for its name. */
export async function answerDeleteGroup(
  deps: Pick<GroupsDeps, 'findGroup'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const shown = await groupAt(deps, visit);
  return shown === null ? unknownPage : deletePage(visit, shown, 200);
}

/** Takes it away as it was when the form was shown, if its name is typed and nobody is on it. */
export async function answerGroupGone(
  deps: DeleteGroupPageDeps,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const shown = await groupAt(deps, visit);
  if (shown === null) return unknownPage;
  const { group } = shown;
  const version = versionIn(visit.form.version);
  if (version !== group.version) return deletePage(visit, shown, 412);
  if ((visit.form.typed ?? '').trim() !== group.name.trim()) return deletePage(visit, shown, 422);
  const organisationId = visit.visitor.at.organisation.id;
  const about = { ids: { product_group: group.id }, before: factsOfGroup(group) };
  const gone = await deps.audited(auditedAct(visit, 'edit_product_group', about), () =>
    deps.deleteGroup({ organisationId, id: group.id, ifMatch: [version] }),
  );
  if (gone.ok) return see(consolePaths.groups(organisationId));
  if (gone.failure === 'not_found') return unknownPage;
  if (gone.failure === 'version_mismatch') return answerMoved(deps, visit);
  return tiersInUsePage(deps, visit, { shown, tierIds: gone.tierIds });
}

async function answerMoved(
  deps: Pick<GroupsDeps, 'findGroup'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const fresh = await groupAt(deps, visit);
  return fresh === null ? unknownPage : deletePage(visit, fresh, 412);
}

function deletePage(
  { written: { say }, visitor, form }: OrganisationVisit,
  { group }: ShownGroup,
  status: 200 | 412 | 422,
): PageAnswer {
  const at = visitor.at.organisation.id;
  const { name, id, version, tiers } = group;
  const fault = status === 422 ? say('console.groups.fault.otherName', { name }) : undefined;
  const title = say('console.groups.delete', { name });
  const main = (
    <>
      <FaultSummary faults={fault === undefined ? {} : { typed: fault }} say={say} />
      {status === 412 ? (
        <div role="alert" tabIndex={-1} data-focus="">
          <Notice tone="waits">
            <p>{say('moved.action')}</p>
          </Notice>
        </div>
      ) : null}
      <p>{say('console.groups.deleteText', { count: tiers.length })}</p>
      <PostForm action={consolePaths.deleteGroup(at, id)} hidden={{ version: String(version) }}>
        <LineField
          id="typed"
          label={say('console.groups.typeName', { name })}
          value={form.typed ?? ''}
          maxLength={longestTyped}
          {...(fault === undefined ? {} : { fault })}
        />
        <p class="actions">
          <SubmitButton>{title}</SubmitButton>
          <ActionLink kind="quiet" href={consolePaths.group(at, id)}>
            {say('console.groups.notNow')}
          </ActionLink>
        </p>
      </PostForm>
    </>
  );
  return page({ title, main, place: 'groups', hasFault: status !== 200 }, status);
}
