import type { JSX } from 'preact';
import type { ShownGroup } from '../../../application/product-groups/group-commands.js';
import type { TierUse } from '../../../application/product-groups/count-tier-use.js';
import type { Tier } from '../../../domain/catalogue/product-group.js';
import { periodsOfTier } from '../../../domain/change/product-groups/periods-left.js';
import { ColumnHeads, TableRegion } from '../../kit/parts.js';
import { mayAct } from '../console-route.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { planName, tierNameIn } from './group-at.js';
import { entryTerms } from './ladder-view.js';
import { productNameIn } from './tier-form.js';

type Props = {
  readonly visit: OrganisationVisit;
  readonly shown: ShownGroup;
  readonly use: TierUse;
};

/** The tiers of a group, the lowest first; a row leads to the form of its tier where it may be edited. */
export function TierTable({ visit, shown, use }: Props): JSX.Element {
  const { say } = visit.written;
  const heads = ['position', 'tier', 'product', 'plans', 'left', 'entered', 'onIt'] as const;
  return (
    <TableRegion name={say('console.groups.tiers')}>
      <table class="rows">
        <ColumnHeads names={heads.map((it) => say(`console.groups.tier.${it}`))} />
        <tbody>
          {shown.group.tiers.map((tier) => (
            <TierRowLine key={tier.id} {...{ visit, shown, use, tier }} />
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function TierRowLine({ visit, shown, use, tier }: Props & { readonly tier: Tier }): JSX.Element {
  const { written, visitor } = visit;
  const { group, catalogue } = shown;
  const name = tierNameIn(catalogue, tier);
  const at = visitor.at.organisation.id;
  const pack = catalogue.packagesById.get(tier.packageId);
  const plans = pack === undefined ? [] : periodsOfTier(tier, pack);
  const count = use.counts.get(tier.id) ?? 0;
  return (
    <tr>
      <td>{tier.position}</td>
      <th scope="row">
        {mayAct(visit, 'edit_product_group') ? (
          <a href={consolePaths.editTier(at, group.id, tier.id)}>{name}</a>
        ) : (
          name
        )}
      </th>
      <td>{productNameIn(catalogue, tier)}</td>
      <td>
        <ul class="plain">
          {plans.map((it) => (
            <li key={it.id}>{planName(it, written)}</li>
          ))}
        </ul>
      </td>
      <td>{written.say(`console.groups.leave.${leaveOf(tier)}`)}</td>
      <td>{entryTerms(tier, written)}</td>
      <td>{use.isAll || count === 0 ? written.number(count) : `${written.number(count)}+`}</td>
    </tr>
  );
}

/** Which ways a tier may be left. */
function leaveOf({
  upgradeable,
  downgradeable,
}: Pick<Tier, 'upgradeable' | 'downgradeable'>): 'both' | 'up' | 'down' | 'none' {
  if (upgradeable) return downgradeable ? 'both' : 'up';
  return downgradeable ? 'down' : 'none';
}
