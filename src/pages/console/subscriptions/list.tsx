import type { JSX } from 'preact';
import type { SubscriptionId } from '../../../domain/ids.js';
import { page, type PageAnswer, unknownPage } from '../../kit/page-route.js';
import { ActionLink, Notice } from '../../kit/parts.js';
import type { Written } from '../../kit/written.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { type AskedList, askedList, listAddress } from './asked.js';
import { answerFile, mostRows } from './file.js';
import { FilterForm } from './filter-form.js';
import { rowView, type SubscriptionRow } from './row-view.js';
import { SubscriptionTable } from './rows-table.js';
import type { SubscriptionListDeps } from './subscriptions-deps.js';

const shownAtOnce = 50;

type ListView = {
  readonly path: string;
  readonly shown: AskedList['shown'];
  readonly rows: readonly SubscriptionRow[];
  readonly isFirst: boolean;
  readonly next: SubscriptionId | null;
  /** So many of the page cannot be read. */
  readonly unreadable: number;
};

/** The subscriptions of the organisation, found by what they are called and what they are (docs/spec/pages.md §11). */
export async function answerSubscriptions(
  deps: SubscriptionListDeps,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const asked = askedList(visit.query);
  if (visit.query.format === 'csv') return answerFile(deps, visit, asked);
  const { written, visitor } = visit;
  const organisationId = visitor.at.organisation.id;
  const searched = await deps.searchSubscriptions({
    ...asked.query,
    ...{ organisationId, before: asked.before, limit: shownAtOnce },
  });
  if (searched === null) return unknownPage;
  const { found, context } = searched;
  const { catalogue } = context;
  const path = consolePaths.subscriptions(organisationId);
  const view: ListView = {
    ...{ path, shown: asked.shown, next: found.next },
    rows: found.items.map((it) => rowView(it, { written, catalogue })),
    isFirst: asked.before === null,
    unreadable: found.unreadable.length,
  };
  const { say } = written;
  return page({
    title: say('console.nav.subscriptions'),
    place: 'subscriptions',
    main: (
      <>
        <FilterForm {...{ path, shown: asked.shown, catalogue, say }} />
        <SubscriptionList view={view} written={written} />
      </>
    ),
  });
}

/** What was found, and the way on. */
function SubscriptionList({
  view,
  written: { say, number },
}: {
  readonly view: ListView;
  readonly written: Written;
}): JSX.Element {
  const { path, shown, rows, isFirst, next, unreadable } = view;
  return (
    <>
      {unreadable === 0 ? null : (
        <Notice tone="fault">
          <p>{say('console.subscriptions.unreadable', { count: unreadable })}</p>
        </Notice>
      )}
      {rows.length === 0 ? (
        <p class="empty">{say(emptyWords(view))}</p>
      ) : (
        <SubscriptionTable rows={rows} say={say} />
      )}
      <p class="actions">
        {next === null ? null : (
          <ActionLink href={listAddress(path, shown, { before: next })}>
            {say(rows.length === 0 ? 'console.subscriptions.lookOn' : 'console.subscriptions.next')}
          </ActionLink>
        )}
        {isFirst ? null : (
          <ActionLink kind="quiet" href={listAddress(path, shown)}>
            {say('console.subscriptions.first')}
          </ActionLink>
        )}
        {rows.length === 0 ? null : (
          <ActionLink kind="quiet" href={listAddress(path, shown, { format: 'csv' })}>
            {say('console.subscriptions.csv', { count: number(mostRows) })}
          </ActionLink>
        )}
      </p>
    </>
  );
}

function emptyWords({ shown, next, isFirst }: ListView) {
  if (next !== null) return 'console.subscriptions.noneYet';
  const isAll = Object.keys(shown).length === 0;
  return isAll && isFirst ? 'console.subscriptions.empty' : 'console.subscriptions.none';
}
