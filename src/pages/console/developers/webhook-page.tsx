import type { JSX } from 'preact';
import type { WebhookDelivery } from '../../../application/ports/webhook-delivery-store.js';
import { eventTypes } from '../../../application/webhooks/event-types.js';
import type { ListedEndpoint } from '../../../application/webhooks/manage-endpoints.js';
import type { EndpointsWatched } from '../../../application/webhooks/watch-endpoints.js';
import { type PageAnswer, page, unknownPage } from '../../kit/page-route.js';
import { ActionLink, ColumnHeads, type Fact, FactList, TableRegion } from '../../kit/parts.js';
import type { Written } from '../../kit/written.js';
import { mayAct } from '../console-route.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { outcomeWords } from './attempt-words.js';
import {
  cursorIn,
  cursorText,
  deliveryFilterIn,
  statesToFilter,
  lastDays,
} from './delivery-query.js';
import { DeliveryState } from './delivery-state.js';
import type { DeveloperPagesDeps } from './developer-pages-deps.js';
import { FilterLinks, withQuery } from './filter-links.js';
import { endpointOf } from './webhook-edit.js';
import { HoursPicture } from './webhook-hours.js';
import { EndpointState, oldestWords } from './webhook-list.js';

const pageSize = 50;

/** One endpoint: how it does, and what was sent to it. */
export async function answerWebhook(
  deps: Pick<DeveloperPagesDeps, 'findEndpoint' | 'watchEndpoints' | 'browseDeliveries'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const endpoint = await endpointOf(deps, visit);
  if (endpoint === null) return unknownPage;
  const { organisationId, id } = endpoint;
  const { query, written, visitor } = visit;
  const { timeZone } = visitor.at.organisation;
  const watched = await deps.watchEndpoints(organisationId, [id]);
  const { deliveries, next } = await deps.browseDeliveries({
    ...{ organisationId, id, limit: pageSize, behind: cursorIn(query.behind) },
    ...deliveryFilterIn(query, timeZone),
  });
  const { say } = written;
  const here = consolePaths.webhook(organisationId, id);
  const more = next === null ? null : withQuery(here, { ...query, behind: cursorText(next) });
  return page({
    title: endpoint.url,
    place: 'webhooks',
    main: (
      <>
        <FactList facts={factsOf(endpoint, watched, written)} />
        <EndpointActs visit={visit} endpoint={endpoint} />
        <HoursPicture
          {...{ tried: watched.tried, now: watched.now, isCut: watched.isTriedCut, written }}
        />
        <section>
          <h2>{say('console.developers.deliveries')}</h2>
          <Filters here={here} visit={visit} now={watched.now} />
          <Deliveries {...{ endpoint, deliveries, written }} isMore={more !== null} />
          {more === null ? null : (
            <p class="actions">
              <ActionLink href={more}>{say('console.developers.older')}</ActionLink>
            </p>
          )}
        </section>
      </>
    ),
  });
}

function factsOf(
  endpoint: ListedEndpoint,
  watched: EndpointsWatched,
  written: Written,
): readonly Fact[] {
  const { say, moment } = written;
  return [
    {
      name: say('console.developers.state'),
      value: <EndpointState enabled={endpoint.enabled} say={say} />,
    },
    {
      name: say('console.developers.webhook.types'),
      value: endpoint.types?.join(', ') ?? say('console.developers.webhook.allTypes'),
    },
    { name: say('console.developers.webhook.since'), value: moment(endpoint.createdAt) },
    {
      name: say('console.developers.webhook.oldest'),
      value: oldestWords(endpoint, watched, written),
    },
  ];
}

type OnEndpoint = { readonly visit: OrganisationVisit; readonly endpoint: ListedEndpoint };

/** What may be done with it, by whoever may do it. */
function EndpointActs({ visit, endpoint }: OnEndpoint): JSX.Element | null {
  const { organisationId: at, id, enabled } = endpoint;
  const { say } = visit.written;
  const isOwner = mayAct(visit, 'edit_webhook_endpoint');
  const acts = [
    [mayAct(visit, 'replay_delivery'), consolePaths.webhookExample(at, id), 'example'],
    [mayAct(visit, 'replay_range'), consolePaths.webhookReplay(at, id), 'replay'],
    [isOwner, consolePaths.webhookEdit(at, id), 'edit'],
    [isOwner, consolePaths.webhookSwitch(at, id), enabled ? 'disable' : 'enable'],
    [mayAct(visit, 'rotate_webhook_secret'), consolePaths.webhookSecret(at, id), 'rotate'],
    [isOwner, consolePaths.webhookRemove(at, id), 'remove'],
  ] as const;
  const shown = acts.filter(([may]) => may);
  return shown.length === 0 ? null : (
    <p class="actions">
      {shown.map(([, href, word]) => (
        <ActionLink key={word} href={href}>
          {say(`console.developers.webhook.${word}`)}
        </ActionLink>
      ))}
    </p>
  );
}

function Filters(props: {
  readonly here: string;
  readonly visit: OrganisationVisit;
  readonly now: Parameters<typeof lastDays>[0];
}): JSX.Element {
  const { here, visit, now } = props;
  const { written, visitor } = visit;
  const { state, type, day } = visit.query;
  const { say } = written;
  const chosen = { state, type, day };
  const any = say('console.developers.any');
  const link = (label: string, edits: Partial<typeof chosen>, isOn: boolean) => ({
    ...{ label, isOn },
    href: withQuery(here, { ...chosen, ...edits }),
  });
  return (
    <>
      <FilterLinks
        name={say('console.developers.state')}
        choices={[
          link(any, { state: '' }, state === undefined),
          ...statesToFilter.map((it) =>
            link(say(`console.developers.state.${it}`), { state: it }, state === it),
          ),
        ]}
      />
      <FilterLinks
        name={say('console.developers.day')}
        choices={[
          link(any, { day: '' }, day === undefined),
          ...lastDays(now, visitor.at.organisation.timeZone).map((it) =>
            link(written.shortDay(it.at), { day: String(it.day) }, day === String(it.day)),
          ),
        ]}
      />
      <details open={type !== undefined}>
        <summary>{say('console.developers.event.type')}</summary>
        <FilterLinks
          name={say('console.developers.event.type')}
          choices={[
            link(any, { type: '' }, type === undefined),
            ...eventTypes.map((it) => link(it, { type: it }, type === it)),
          ]}
        />
      </details>
    </>
  );
}

type Listed = {
  readonly endpoint: ListedEndpoint;
  readonly deliveries: readonly WebhookDelivery[];
  readonly isMore: boolean;
  readonly written: Written;
};

function Deliveries({ endpoint, deliveries, isMore, written }: Listed): JSX.Element {
  const { say, number, moment } = written;
  if (deliveries.length === 0) {
    const none = isMore ? 'console.developers.noneYet' : 'console.developers.deliveries.none';
    return <p>{say(none)}</p>;
  }
  const names = [
    say('console.developers.event.position'),
    say('console.developers.event.type'),
    say('console.developers.state'),
    say('console.developers.delivery.tries'),
    say('console.developers.delivery.last'),
  ];
  const { organisationId: at, id } = endpoint;
  return (
    <TableRegion name={say('console.developers.deliveries')}>
      <table class="rows short">
        <ColumnHeads names={names} />
        <tbody>
          {deliveries.map((it) => {
            const last = it.attempts.at(-1);
            return (
              <tr key={it.position}>
                <th scope="row">
                  <a href={consolePaths.delivery(at, id, it.position)}>{number(it.position)}</a>
                </th>
                <td>{it.eventType}</td>
                <td>
                  <DeliveryState state={it.state} say={say} />
                </td>
                <td>{number(it.tries)}</td>
                <td class="outcome-at">
                  {last === undefined
                    ? say('console.developers.nothing')
                    : `${outcomeWords(last, written)}, ${moment(last.at)}`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableRegion>
  );
}
