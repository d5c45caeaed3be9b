import type { JSX } from 'preact';
import type { ShownGroup } from '../../../application/product-groups/group-commands.js';
import {
  mostUsesCounted,
  type TierUse,
} from '../../../application/product-groups/count-tier-use.js';
import type { PreviewedTier } from '../../../application/product-groups/preview-tier.js';
import { groupWarnings } from '../../../domain/change/product-groups/group-warnings.js';
import type { PaymentPeriodId, TierId } from '../../../domain/ids.js';
import { page, type PageAnswer, type PageField, unknownPage } from '../../kit/page-route.js';
import { ActionLink, FactList, Notice } from '../../kit/parts.js';
import { mayAct } from '../console-route.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { CustomerSees } from './customer-sees.js';
import { groupAt } from './group-at.js';
import type { GroupsDeps } from './groups-deps.js';
import { Ladder } from './ladder.js';
import { ladderView } from './ladder-view.js';
import { GroupState } from './list.js';
import { TierTable } from './tier-table.js';
import { warningWords } from './warning-words.js';

type GroupPageDeps = Pick<GroupsDeps, 'findGroup' | 'countTierUse' | 'previewTier'>;

/** Whom the page shows what they see: the tier and the price plan that they are on. */
export const groupQuery: readonly PageField[] = [
  { name: 'from', maxLength: 49, pattern: /^[\da-f]{24}\.[\da-f]{24}$/ },
];

/** A product group, its tiers, and what their settings mean (docs/spec/pages.md §12). */
export async function answerGroup(
  deps: GroupPageDeps,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const shown = await groupAt(deps, visit);
  if (shown === null) return unknownPage;
  const { tiers } = shown.group;
  const organisationId = visit.visitor.at.organisation.id;
  const use = await deps.countTierUse(
    organisationId,
    tiers.map((it) => it.id),
  );
  const seen = await previewFor(deps, visit, shown);
  const main = <GroupPage {...{ visit, shown, use, seen }} />;
  return page({ title: shown.group.name, main, place: 'groups' });
}

function previewFor(
  { previewTier }: GroupPageDeps,
  { query, visitor }: OrganisationVisit,
  { group: { tiers } }: ShownGroup,
): Promise<PreviewedTier | null> {
  const [tierId, periodId = null] = (query.from ?? '').split('.');
  const tier = tiers.find((it) => it.id === tierId) ?? tiers[0];
  if (tier === undefined) return Promise.resolve(null);
  const organisationId = visitor.at.organisation.id;
  const from: { readonly tierId: TierId; readonly periodId: string | null } = {
    tierId: tier.id,
    periodId,
  };
  return previewTier({
    organisationId,
    ...from,
    periodId: from.periodId as PaymentPeriodId | null,
  });
}

type Props = {
  readonly visit: OrganisationVisit;
  readonly shown: ShownGroup;
  readonly use: TierUse;
  readonly seen: PreviewedTier | null;
};

function GroupPage({ visit, shown, use, seen }: Props): JSX.Element {
  const { written } = visit;
  const { say } = written;
  const { group } = shown;
  const isGrouped = group.tiers.length > 1;
  return (
    <>
      <GroupFacts {...{ visit, shown, use }} />
      <Warnings {...{ visit, shown, use }} />
      <section>
        <h2>{say('console.groups.tiers')}</h2>
        {group.tiers.length === 0 ? (
          <p>{say('console.groups.noTiers')}</p>
        ) : (
          <TierTable {...{ visit, shown, use }} />
        )}
        <TierActions visit={visit} shown={shown} />
      </section>
      {isGrouped ? (
        <section>
          <h2>{say('console.groups.switches')}</h2>
          <Ladder view={ladderView(group, { ...shown, written })} say={say} />
        </section>
      ) : null}
      {seen === null ? null : <CustomerSees visit={visit} shown={shown} seen={seen} />}
    </>
  );
}

type Counted = Omit<Props, 'seen'>;

function GroupFacts({ visit, shown: { group }, use }: Counted): JSX.Element {
  const { written, visitor } = visit;
  const { say, number } = written;
  const at = visitor.at.organisation.id;
  const total = [...use.counts.values()].reduce((sum, it) => sum + it, 0);
  const many = use.isAll ? number(total) : `${number(mostUsesCounted)}+`;
  return (
    <>
      <FactList
        facts={[
          {
            name: say('console.groups.column.state'),
            value: <GroupState group={group} written={written} />,
          },
          {
            name: say('console.groups.force'),
            value: say(group.forceSameBillingInterval ? 'console.groups.yes' : 'console.groups.no'),
          },
          {
            name: say('console.groups.onIt'),
            value:
              total === 0 ? (
                many
              ) : (
                <a href={consolePaths.subscriptionsOfGroup(at, group.id)}>
                  {say('console.groups.subscriptions', { count: many })}
                </a>
              ),
          },
          { name: say('console.groups.changed'), value: written.moment(group.updatedAt) },
        ]}
      />
      {mayAct(visit, 'edit_product_group') ? (
        <p class="actions">
          <ActionLink href={consolePaths.editGroup(at, group.id)}>
            {say('console.groups.editIt')}
          </ActionLink>
          <ActionLink kind="quiet" href={consolePaths.deleteGroup(at, group.id)}>
            {say('console.groups.deleteIt')}
          </ActionLink>
        </p>
      ) : null}
    </>
  );
}

function Warnings({ visit: { written }, shown, use }: Counted): JSX.Element | null {
  const { group, catalogue } = shown;
  const warnings = groupWarnings(group, { catalogue, isAnybodyOn: use.counts.size > 0 });
  if (warnings.length === 0) return null;
  return (
    <Notice tone="waits" title={written.say('console.groups.warnings')}>
      <ul>
        {warnings.map((it, place) => (
          <li key={place}>{warningWords(it, { catalogue, written })}</li>
        ))}
      </ul>
    </Notice>
  );
}

function TierActions({ visit, shown: { group } }: Omit<Props, 'seen' | 'use'>): JSX.Element | null {
  if (!mayAct(visit, 'edit_product_group')) return null;
  const { say } = visit.written;
  const at = visit.visitor.at.organisation.id;
  return (
    <p class="actions">
      <ActionLink kind="first" href={consolePaths.newTier(at, group.id)}>
        {say('console.groups.addTier')}
      </ActionLink>
      {group.tiers.length > 1 ? (
        <ActionLink href={consolePaths.groupOrder(at, group.id)}>
          {say('console.groups.setOrder')}
        </ActionLink>
      ) : null}
    </p>
  );
}
