import type { JSX } from 'preact';
import type { ShownGroup } from '../../../application/product-groups/group-commands.js';
import type { PreviewedTier } from '../../../application/product-groups/preview-tier.js';
import { periodsOfTier } from '../../../domain/change/product-groups/periods-left.js';
import { switchRows, SwitchTable } from '../../kit/switch-table.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { ListField } from './fields.js';
import { planName, tierNameIn } from './group-at.js';

type Props = {
  readonly visit: OrganisationVisit;
  readonly shown: ShownGroup;
  readonly seen: PreviewedTier;
};

/** What a customer on a tier sees, by the decision that the portal lists (docs/spec/pages.md §12). */
export function CustomerSees({ visit, shown, seen }: Props): JSX.Element {
  const { written, visitor } = visit;
  const { say } = written;
  const { group, catalogue } = shown;
  const name = tierNameIn(catalogue, seen.tier);
  const title = say('console.groups.sees', { name, plan: planName(seen.period, written) });
  const rows = switchRows(seen.tiers, {
    ...{ written, includesVat: null, isMadeUp: true },
    nameOf: (tier) => tierNameIn(catalogue, tier),
  });
  return (
    <section>
      <h2 id="sees">{title}</h2>
      <form
        method="get"
        action={`${consolePaths.group(visitor.at.organisation.id, group.id)}#sees`}
        class="filter"
      >
        <ListField
          id="from"
          label={say('console.groups.seesFrom')}
          options={group.tiers.flatMap((tier) => {
            const pack = catalogue.packagesById.get(tier.packageId);
            return (pack === undefined ? [] : periodsOfTier(tier, pack)).map((period) => ({
              value: `${tier.id}.${period.id}`,
              label: `${tierNameIn(catalogue, tier)}: ${planName(period, written)}`,
            }));
          })}
          picked={`${seen.tier.id}.${seen.period.id}`}
        />
        <button class="action second" type="submit">
          {say('console.groups.show')}
        </button>
      </form>
      <SwitchTable name={title} rows={rows} written={written} />
      <p class="hint">{say('console.groups.seesHow')}</p>
    </section>
  );
}
