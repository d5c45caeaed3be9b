import type { JSX } from 'preact';
import type { EventType } from '../../../domain/events/domain-event.js';
import type { EventId } from '../../../domain/ids.js';
import { ColumnHeads, TableRegion } from '../../kit/parts.js';
import type { Written } from '../../kit/written.js';
import { FactsLine } from './refusal-words.js';
import { shapeOf } from './timeline-picture.js';
import type { TimelineRow } from './timeline-rows.js';

/** Which of its events a timeline may be looked at for. */
export const timelineFilters = {
  changes: [
    'package_upgrade',
    'package_upgrade_scheduled',
    'package_downgrade',
    'package_downgrade_completed',
    'package_change',
    'package_change_completed',
    'package_change_cancelled',
    'package_change_failed',
    'package_change_undone',
  ],
  renewals: ['user_product_renewed'],
  documents: ['invoice.created', 'credit_note.created', 'credit_note.send_requested'],
  edits: [
    'user_product_created',
    'user_product_updated',
    'user_product_cancelled',
    'user_product_uncancelled',
    'user_product_deactivated',
  ],
} as const satisfies Record<string, readonly EventType[]>;

export type TimelineFilter = keyof typeof timelineFilters;
export const timelineFilterNames = Object.keys(timelineFilters) as readonly TimelineFilter[];

export type TimelineView = {
  readonly picture: JSX.Element | null;
  readonly rows: readonly TimelineRow[];
  readonly filter: TimelineFilter | null;
  /** Where the filters lead; by null all is shown. */
  readonly filterHref: (filter: TimelineFilter | null) => string;
  readonly eventHref: (id: EventId) => string;
  /** Null: nothing is older. */
  readonly older: string | null;
  /** The change that may be undone, and where; null: none. */
  readonly undo: { readonly changeId: string; readonly href: string } | null;
};

type Props = { readonly view: TimelineView; readonly written: Written };

/** The life of a subscription as a picture and as a table, newest first (docs/spec/pages.md §13). */
export function TimelineSection({ view, written }: Props): JSX.Element {
  const { say } = written;
  const { picture, rows, older } = view;
  const title = say('console.subscription.timeline.title');
  return (
    <section id="timeline">
      <h2>{title}</h2>
      {picture}
      <Filters view={view} written={written} />
      {rows.length === 0 ? (
        <p class="empty">{say('console.subscription.timeline.empty')}</p>
      ) : (
        <TableRegion name={title}>
          <table class="timeline-rows">
            <ColumnHeads
              names={[
                say('console.subscription.timeline.when'),
                say('console.subscription.timeline.what'),
                say('console.subscription.timeline.why'),
                say('console.subscription.timeline.money'),
                say('console.subscription.timeline.who'),
                say('console.subscription.timeline.position'),
              ]}
            />
            <tbody>
              {rows.map((row) => (
                <EventRow key={row.id} {...{ row, view, written }} />
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
      {older === null ? null : (
        <p>
          <a href={older}>{say('console.subscription.timeline.older')}</a>
        </p>
      )}
    </section>
  );
}

function Filters({ view, written: { say } }: Props): JSX.Element {
  const { filter, filterHref } = view;
  const current = (it: TimelineFilter | null) => (it === filter ? 'true' : undefined);
  return (
    <ul class="filter-links" aria-label={say('console.subscription.timeline.filters')}>
      <li>
        <a href={filterHref(null)} aria-current={current(null)}>
          {say('console.subscription.filter.all')}
        </a>
      </li>
      {timelineFilterNames.map((it) => (
        <li key={it}>
          <a href={filterHref(it)} aria-current={current(it)}>
            {say(`console.subscription.filter.${it}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function EventRow({
  row,
  view,
  written: { say },
}: Props & { readonly row: TimelineRow }): JSX.Element {
  const { when, sign, what, money, who, position, change } = row;
  const { undo, eventHref } = view;
  const isIt = change?.id === undo?.changeId && change?.state === 'applied';
  // Its documents are no changes.
  const mayUndo = undo !== null && isIt && sign !== 'money';
  return (
    <tr>
      <td class="day">{when}</td>
      <th scope="row">
        <span class={`sign ${sign}`} aria-hidden="true">
          {shapeOf(sign)}
        </span>{' '}
        {what}
        {mayUndo ? (
          <>
            {' '}
            <a href={undo.href}>{say('console.subscription.act.undoApplied')}</a>
          </>
        ) : null}
      </th>
      <td class="why">
        <Why row={row} say={say} />
      </td>
      <td class="amount">{money}</td>
      <td class="who">{who}</td>
      <td>
        {position === null ? (
          say('console.subscription.timeline.waits')
        ) : (
          <a href={eventHref(row.id)}>{position}</a>
        )}
      </td>
    </tr>
  );
}

/** The rule, and on opening each requirement with what it was checked on. */
function Why({
  row: { why },
  say,
}: {
  readonly row: TimelineRow;
  readonly say: Written['say'];
}): JSX.Element | null {
  if (why === null) return null;
  if (why.requirements.length === 0) return <>{why.rule}</>;
  return (
    <details>
      <summary>{why.rule}</summary>
      <ul class="rules">
        {why.requirements.map(({ code, passed, facts }) => (
          <li key={code}>
            <span aria-hidden="true">{passed ? '✓' : '✕'}</span>{' '}
            {say(passed ? 'console.subscription.held' : 'console.subscription.failed')}:{' '}
            <code>{code}</code> <FactsLine facts={facts} />
          </li>
        ))}
      </ul>
    </details>
  );
}
