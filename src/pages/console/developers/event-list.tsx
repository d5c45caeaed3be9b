import type { JSX } from 'preact';
import type { LoggedEvent } from '../../../application/ports/event-log.js';
import { eventTypes, parseEventTypes } from '../../../application/webhooks/event-types.js';
import { parseId, type UserProductId } from '../../../domain/ids.js';
import { TextField, SubmitButton } from '../../kit/form-parts.js';
import { SelectField } from '../../kit/more-fields.js';
import { type PageAnswer, type PageField, page } from '../../kit/page-route.js';
import { ActionLink, TableRegion } from '../../kit/parts.js';
import type { Written } from '../../kit/written.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import type { DeveloperPagesDeps } from './developer-pages-deps.js';
import { withQuery } from './filter-links.js';

const pageSize = 50;

export const eventQuery: readonly PageField[] = [
  { name: 'type', maxLength: 50, pattern: /^[a-z_.]*$/ },
  { name: 'product', maxLength: 24, pattern: /^[\da-f]{24}$/i },
  { name: 'from', maxLength: 15, pattern: /^\d{1,15}$/ },
  { name: 'order', maxLength: 6, pattern: /^(?:newest|oldest)$/ },
];

/** The organisation's log, from either end. */
export async function answerEvents(
  { browseEvents }: Pick<DeveloperPagesDeps, 'browseEvents'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const { id: at } = visit.visitor.at.organisation;
  const { query, written } = visit;
  const [type = null] = query.type === undefined ? [] : (parseEventTypes([query.type]) ?? []);
  const order = query.order === 'oldest' ? 'oldest' : 'newest';
  const { events, next } = await browseEvents({
    ...{ organisationId: at, order, limit: pageSize, type },
    from: query.from === undefined ? null : Number(query.from),
    userProductId: parseId<UserProductId>(query.product ?? ''),
  });
  const { say } = written;
  const here = consolePaths.events(at);
  const none = next === null ? 'console.developers.events.none' : 'console.developers.noneYet';
  return page({
    title: say('console.nav.events'),
    place: 'events',
    main: (
      <>
        <EventFilter here={here} query={query} order={order} written={written} />
        {events.length === 0 ? (
          <p>{say(none)}</p>
        ) : (
          <EventTable events={events} order={order} visit={visit} />
        )}
        {next === null ? null : (
          <p class="actions">
            <ActionLink href={withQuery(here, { ...query, from: next })}>
              {say(`console.developers.events.more.${order}`)}
            </ActionLink>
          </p>
        )}
      </>
    ),
  });
}

type Order = 'newest' | 'oldest';

function EventFilter(props: {
  readonly here: string;
  readonly query: Readonly<Record<string, string>>;
  readonly order: Order;
  readonly written: Written;
}): JSX.Element {
  const { here, query, order, written } = props;
  const { say } = written;
  const any = { value: '', label: say('console.developers.any') };
  const types = eventTypes.map((it) => ({ value: it, label: it }));
  return (
    <form method="get" action={here} class="filters" noValidate>
      <SelectField
        name="type"
        label={say('console.developers.event.type')}
        options={[any, ...types]}
        chosen={query.type ?? ''}
      />
      <TextField
        name="product"
        label={say('console.developers.event.product')}
        value={query.product ?? ''}
        maxLength={24}
      />
      <TextField
        name="from"
        label={say('console.developers.event.from')}
        value={query.from ?? ''}
        maxLength={15}
      />
      <SelectField
        name="order"
        label={say('console.developers.event.order')}
        options={(['newest', 'oldest'] as const).map((it) => ({
          value: it,
          label: say(`console.developers.event.order.${it}`),
        }))}
        chosen={order}
      />
      <SubmitButton kind="second">{say('console.developers.filter')}</SubmitButton>
    </form>
  );
}

function EventTable(props: {
  readonly events: readonly LoggedEvent[];
  readonly order: Order;
  readonly visit: OrganisationVisit;
}): JSX.Element {
  const { events, order, visit } = props;
  const { say, number, moment } = visit.written;
  const { id: at } = visit.visitor.at.organisation;
  return (
    <TableRegion name={say('console.nav.events')}>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col" aria-sort={order === 'oldest' ? 'ascending' : 'descending'}>
              {say('console.developers.event.position')}
            </th>
            <th scope="col">{say('console.developers.event.type')}</th>
            <th scope="col">{say('console.developers.event.at')}</th>
            <th scope="col">{say('console.developers.event.product')}</th>
            <th scope="col">{say('console.developers.event.sequence')}</th>
          </tr>
        </thead>
        <tbody>
          {events.map(({ position, event, erased }) => (
            <tr key={event.id}>
              <th scope="row">
                <a href={consolePaths.event(at, event.id)}>{number(position)}</a>
              </th>
              <td>
                {event.type}
                {erased === true ? ` (${say('console.developers.event.erased')})` : null}
              </td>
              <td>{moment(event.occurredAt)}</td>
              <td>
                <code>{event.userProductId}</code>
              </td>
              <td>{number(event.sequence)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
