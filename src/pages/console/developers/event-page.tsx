import type { JSX } from 'preact';
import { describeEvent } from '../../../application/events/describe-event.js';
import type { LoggedEvent } from '../../../application/ports/event-log.js';
import { type EventId, parseId } from '../../../domain/ids.js';
import type { TimeZone } from '../../../domain/time/instant.js';
import { type PageAnswer, page, unknownPage } from '../../kit/page-route.js';
import { ColumnHeads, FactList, Notice, TableRegion } from '../../kit/parts.js';
import type { Written } from '../../kit/written.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import type { DeveloperPagesDeps } from './developer-pages-deps.js';
import { flat, sideFields } from './event-fields.js';

/** One event: both sides beside each other, what differs marked, and its document. */
export async function answerEvent(
  { findEvent }: Pick<DeveloperPagesDeps, 'findEvent'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const { organisation } = visit.visitor.at;
  const id = parseId<EventId>(visit.params.id ?? '');
  const found = id === null ? null : await findEvent({ organisationId: organisation.id, id });
  if (found === null) return unknownPage;
  const { say } = visit.written;
  return page({
    title: found.event.type,
    place: 'events',
    main: (
      <>
        <FactList facts={eventFacts(found, visit)} />
        {found.erased === true ? (
          <Notice tone="plain">
            <p>{say('console.developers.event.erasedText')}</p>
          </Notice>
        ) : (
          <EventParts found={found} zone={organisation.timeZone} written={visit.written} />
        )}
      </>
    ),
  });
}

function eventFacts({ position, event }: LoggedEvent, { written, visitor }: OrganisationVisit) {
  const { say, number, moment } = written;
  const { id: at } = visitor.at.organisation;
  return [
    { name: say('console.developers.event.id'), value: <code>{event.id}</code> },
    { name: say('console.developers.event.position'), value: number(position) },
    { name: say('console.developers.event.sequence'), value: number(event.sequence) },
    { name: say('console.developers.event.at'), value: moment(event.occurredAt) },
    {
      name: say('console.developers.event.product'),
      value: <a href={consolePaths.subscription(at, event.userProductId)}>{event.userProductId}</a>,
    },
    {
      name: say('console.developers.event.account'),
      value: <a href={consolePaths.account(at, event.accountId)}>{event.accountId}</a>,
    },
    {
      name: say('console.developers.event.change'),
      value: event.changeId ?? say('console.developers.nothing'),
    },
  ];
}

function EventParts(props: {
  readonly found: LoggedEvent;
  readonly zone: TimeZone;
  readonly written: Written;
}): JSX.Element {
  const { found, zone, written } = props;
  const { say } = written;
  const { before, after, document, settlement } = describeEvent(found.event, zone);
  return (
    <>
      <section>
        <h2>{say('console.developers.event.sides')}</h2>
        <Sides before={before} after={after} written={written} />
      </section>
      {document === null ? null : (
        <Fields title={say('console.developers.event.document')} value={document} />
      )}
      {settlement === null ? null : (
        <Fields title={say('console.developers.event.settlement')} value={settlement} />
      )}
    </>
  );
}

function Sides(props: {
  readonly before: unknown;
  readonly after: unknown;
  readonly written: Written;
}): JSX.Element {
  const { say } = props.written;
  const fields = sideFields(props.before, props.after);
  const names = [
    say('console.developers.event.field'),
    say('console.developers.event.before'),
    say('console.developers.event.after'),
  ];
  return (
    <TableRegion name={say('console.developers.event.sides')}>
      <table class="sides">
        <ColumnHeads names={names} />
        <tbody>
          {fields.map((it) => (
            <tr key={it.path} class={it.differs ? 'differs' : undefined}>
              <th scope="row">
                {it.differs ? (
                  <span class="mark">{`≠ ${say('console.developers.event.differs')} `}</span>
                ) : null}
                {it.path}
              </th>
              <td>{it.before ?? '–'}</td>
              <td>{it.after ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function Fields({
  title,
  value,
}: {
  readonly title: string;
  readonly value: unknown;
}): JSX.Element {
  const facts = [...flat(value)].map(([name, text]) => ({ name, value: text }));
  return (
    <section>
      <h2>{title}</h2>
      <FactList facts={facts} />
    </section>
  );
}
