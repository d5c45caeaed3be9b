import { page, type PageAnswer, see, unknownPage } from '../../kit/page-route.js';
import { PostForm, SubmitButton } from '../../kit/form-parts.js';
import { ActionLink } from '../../kit/parts.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { groupAt, tierAt, tierNameIn } from './group-at.js';
import type { GroupsDeps } from './groups-deps.js';
import { tiersInUsePage } from './in-use.js';
import { writeOverStanding, type WriteGroupDeps } from './write-group.js';

/** What goes with a tier, and the button that takes it away. */
export async function answerRemoveTier(
  deps: Pick<GroupsDeps, 'findGroup'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const shown = await groupAt(deps, visit);
  const tier = shown && tierAt(shown, visit);
  if (!shown || !tier) return unknownPage;
  const { group, catalogue } = shown;
  const { say } = visit.written;
  const at = visit.visitor.at.organisation.id;
  const name = tierNameIn(catalogue, tier);
  const main = (
    <>
      <p>{say('console.groups.removeText', { name, group: group.name })}</p>
      <PostForm action={consolePaths.removeTier(at, group.id, tier.id)}>
        <p class="actions">
          <SubmitButton>{say('console.groups.remove', { name })}</SubmitButton>
          <ActionLink kind="quiet" href={consolePaths.group(at, group.id)}>
            {say('console.groups.notNow')}
          </ActionLink>
        </p>
      </PostForm>
    </>
  );
  return page({ title: say('console.groups.remove', { name }), main, place: 'groups' });
}

/** Takes it away, unless somebody is on it. One that is gone is gone. */
export async function answerTierGone(
  deps: WriteGroupDeps & Pick<GroupsDeps, 'countTierUse'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const shown = await groupAt(deps, visit);
  if (shown === null) return unknownPage;
  const { group } = shown;
  const path = consolePaths.group(visit.visitor.at.organisation.id, group.id);
  if (tierAt(shown, visit) === null) return see(path);
  const written = await writeOverStanding(deps, { visit, group }, (standing) => ({
    tiers: standing.group.tiers.filter((it) => it.id !== visit.params.tier),
  }));
  if (written.ok) return see(path);
  if (written.failure !== 'tier_in_use') return unknownPage;
  return tiersInUsePage(deps, visit, { shown, tierIds: written.tierIds });
}
