import type { JSX } from 'preact';
import type { ProductGroup } from '../../../domain/catalogue/product-group.js';
import { page, type PageAnswer, type PageField, unknownPage } from '../../kit/page-route.js';
import { ActionLink, Badge, TableRegion } from '../../kit/parts.js';
import type { Written } from '../../kit/written.js';
import { mayAct } from '../console-route.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import type { GroupsDeps } from './groups-deps.js';

export const listQuery: readonly PageField[] = [
  { name: 'by', maxLength: 9, pattern: /^(?:name|createdAt)$/ },
  { name: 'page', maxLength: 4, pattern: /^[1-9]\d{0,3}$/ },
];

const onPage = 50;
const columns = ['name', 'createdAt'] as const;

/** The product groups of an organisation (docs/spec/pages.md §12). */
export async function answerGroups(
  { listGroups }: Pick<GroupsDeps, 'listGroups'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const { written, query, visitor } = visit;
  const by = columns.find((it) => it === query.by) ?? 'name';
  const number = Number(query.page ?? '1');
  const organisationId = visitor.at.organisation.id;
  const asked = { page: number, limit: onPage, order: { by, direction: 'asc' } as const };
  const listed = await listGroups({ organisationId, ...asked });
  if (listed === null) return unknownPage;
  const { items, totalItems } = listed.groups;
  const title = written.say('console.nav.groups');
  const create = mayAct(visit, 'edit_product_group') ? consolePaths.newGroup(organisationId) : null;
  const main = (
    <>
      {items.length === 0 ? <p>{written.say('console.groups.none')}</p> : null}
      {create === null ? null : (
        <p class="actions">
          <ActionLink kind="first" href={create}>
            {written.say('console.groups.create')}
          </ActionLink>
        </p>
      )}
      {items.length === 0 ? null : <GroupTable visit={visit} groups={items} by={by} />}
      <Pager visit={visit} by={by} number={number} hasMore={number * onPage < totalItems} />
    </>
  );
  return page({ title, main, place: 'groups' });
}

type SortedBy = (typeof columns)[number];

function GroupTable(props: {
  readonly visit: OrganisationVisit;
  readonly groups: readonly ProductGroup[];
  readonly by: SortedBy;
}): JSX.Element {
  const { visit, groups, by } = props;
  const { written, visitor } = visit;
  const { say } = written;
  const at = visitor.at.organisation.id;
  const sorted = (column: SortedBy) => (
    <th scope="col" aria-sort={column === by ? 'ascending' : 'none'}>
      <a href={`${consolePaths.groups(at)}?by=${column}`}>
        {say(`console.groups.column.${column}`)}
      </a>
    </th>
  );
  return (
    <TableRegion name={say('console.nav.groups')}>
      <table class="rows">
        <thead>
          <tr>
            {sorted('name')}
            <th scope="col">{say('console.groups.column.state')}</th>
            <th scope="col">{say('console.groups.column.tiers')}</th>
            <th scope="col">{say('console.groups.column.interval')}</th>
            {sorted('createdAt')}
          </tr>
        </thead>
        <tbody>
          {groups.map((it) => (
            <tr key={it.id}>
              <th scope="row">
                <a href={consolePaths.group(at, it.id)}>{it.name}</a>
              </th>
              <td>
                <GroupState group={it} written={written} />
              </td>
              <td>{written.number(it.tiers.length)}</td>
              <td>
                {say(it.forceSameBillingInterval ? 'console.groups.same' : 'console.groups.any')}
              </td>
              <td class="moment">{written.day(it.createdAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

/** Whether changes are made within it, by shape, word and colour. */
export function GroupState(props: {
  readonly group: Pick<ProductGroup, 'enabled'>;
  readonly written: Written;
}): JSX.Element {
  const { group, written } = props;
  return group.enabled ? (
    <Badge tone="good" icon="check" text={written.say('console.groups.on')} />
  ) : (
    <Badge tone="ends" icon="circle-x" text={written.say('console.groups.off')} />
  );
}

function Pager(props: {
  readonly visit: OrganisationVisit;
  readonly by: SortedBy;
  readonly number: number;
  readonly hasMore: boolean;
}): JSX.Element | null {
  const { visit, by, number, hasMore } = props;
  if (number === 1 && !hasMore) return null;
  const { say } = visit.written;
  const path = consolePaths.groups(visit.visitor.at.organisation.id);
  const to = (page: number) => `${path}?by=${by}&page=${String(page)}`;
  return (
    <p class="actions">
      {number > 1 ? (
        <ActionLink href={to(number - 1)}>{say('console.groups.earlier')}</ActionLink>
      ) : null}
      {hasMore ? <ActionLink href={to(number + 1)}>{say('console.groups.more')}</ActionLink> : null}
    </p>
  );
}
