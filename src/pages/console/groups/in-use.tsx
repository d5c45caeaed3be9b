import type { ShownGroup } from '../../../application/product-groups/group-commands.js';
import { mostUsesCounted } from '../../../application/product-groups/count-tier-use.js';
import type { TierId } from '../../../domain/ids.js';
import { page, type PageAnswer } from '../../kit/page-route.js';
import { ActionLink, Notice } from '../../kit/parts.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { tierNameIn } from './group-at.js';
import type { GroupsDeps } from './groups-deps.js';

/** Why tiers stay that somebody is on: how many that are, with the way to them (docs/spec/pages.md §12). */
export async function tiersInUsePage(
  { countTierUse }: Pick<GroupsDeps, 'countTierUse'>,
  visit: OrganisationVisit,
  { shown, tierIds }: { readonly shown: ShownGroup; readonly tierIds: readonly TierId[] },
): Promise<PageAnswer> {
  const { say, number } = visit.written;
  const { group, catalogue } = shown;
  const at = visit.visitor.at.organisation.id;
  const { counts, isAll } = await countTierUse(at, tierIds);
  const tiers = group.tiers.filter((it) => tierIds.includes(it.id));
  const many = (count: number) => (isAll ? number(count) : `${number(mostUsesCounted)}+`);
  const main = (
    <>
      <div role="alert" tabIndex={-1} data-focus="">
        <Notice tone="fault">
          <p>{say('console.groups.inUse.text')}</p>
          <ul>
            {tiers.map((tier) => (
              <li key={tier.id}>
                {say('console.groups.inUse.tier', {
                  name: tierNameIn(catalogue, tier),
                  count: many(counts.get(tier.id) ?? 0),
                })}
              </li>
            ))}
          </ul>
        </Notice>
      </div>
      <p class="actions">
        <ActionLink kind="first" href={consolePaths.subscriptionsOfGroup(at, group.id)}>
          {say('console.groups.inUse.see')}
        </ActionLink>
        <ActionLink kind="quiet" href={consolePaths.group(at, group.id)}>
          {say('console.groups.back', { name: group.name })}
        </ActionLink>
      </p>
    </>
  );
  return page({ title: say('console.groups.inUse'), main, place: 'groups', hasFault: true }, 409);
}
