import type { JSX } from 'preact';
import { mostEndpoints } from '../../../application/webhooks/most-endpoints.js';
import type { ListedEndpoint } from '../../../application/webhooks/manage-endpoints.js';
import type { EndpointsWatched } from '../../../application/webhooks/watch-endpoints.js';
import { type PageAnswer, page } from '../../kit/page-route.js';
import { ActionLink, Badge, ColumnHeads, TableRegion } from '../../kit/parts.js';
import type { Say } from '../../kit/words.js';
import type { Written } from '../../kit/written.js';
import { mayAct } from '../console-route.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import type { DeveloperPagesDeps } from './developer-pages-deps.js';
import { HoursPicture } from './webhook-hours.js';

/** Where events are sent, how that goes, and what waits longest. */
export async function answerWebhooks(
  deps: Pick<DeveloperPagesDeps, 'listEndpoints' | 'watchEndpoints'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const { id: at } = visit.visitor.at.organisation;
  const endpoints = (await deps.listEndpoints(at)).slice(0, mostEndpoints);
  const ids = endpoints.map((it) => it.id);
  const watched = await deps.watchEndpoints(at, ids);
  const { written } = visit;
  const { say } = written;
  return page({
    title: say('console.nav.webhooks'),
    place: 'webhooks',
    main: (
      <>
        {endpoints.length === 0 ? (
          <p>{say('console.developers.webhooks.none')}</p>
        ) : (
          <>
            <EndpointTable {...{ endpoints, watched, written }} />
            <HoursPicture
              {...{ tried: watched.tried, now: watched.now, isCut: watched.isTriedCut, written }}
            />
          </>
        )}
        {mayAct(visit, 'edit_webhook_endpoint') ? (
          <p class="actions">
            <ActionLink kind="first" href={consolePaths.newWebhook(at)}>
              {say('console.developers.webhooks.add')}
            </ActionLink>
          </p>
        ) : null}
      </>
    ),
  });
}

type Shown = {
  readonly endpoints: readonly ListedEndpoint[];
  readonly watched: EndpointsWatched;
  readonly written: Written;
};

function EndpointTable({ endpoints, watched, written }: Shown): JSX.Element {
  const { say, number } = written;
  const title = say('console.developers.webhooks.endpoints');
  const count = ({ id }: ListedEndpoint, isDelivered: boolean) =>
    watched.tried.filter((it) => it.endpointId === id && (it.state === 'delivered') === isDelivered)
      .length;
  return (
    <TableRegion name={title}>
      <table class="rows">
        <ColumnHeads
          names={[
            say('console.developers.webhook.url'),
            say('console.developers.state'),
            say('console.developers.webhook.types'),
            say('console.developers.hours'),
            say('console.developers.webhook.oldest'),
          ]}
        />
        <tbody>
          {endpoints.map((it) => (
            <tr key={it.id}>
              <th scope="row" class="wide">
                <a href={consolePaths.webhook(it.organisationId, it.id)}>{it.url}</a>
              </th>
              <td>
                <EndpointState enabled={it.enabled} say={say} />
              </td>
              <td>{typesOf(it, written)}</td>
              <td>
                {say('console.developers.hours.sentence', {
                  delivered: number(count(it, true)),
                  other: number(count(it, false)),
                })}
              </td>
              <td>{oldestWords(it, watched, written)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

/** By shape, word and colour. */
export function EndpointState({
  enabled,
  say,
}: {
  readonly enabled: boolean;
  readonly say: Say;
}): JSX.Element {
  return enabled ? (
    <Badge tone="good" icon="check" text={say('console.developers.enabled')} />
  ) : (
    <Badge tone="ends" icon="circle-x" text={say('console.developers.disabled')} />
  );
}

/** All types, or how many of them. */
function typesOf({ types }: Pick<ListedEndpoint, 'types'>, { say }: Written): string {
  return types === null
    ? say('console.developers.webhook.allTypes')
    : say('console.developers.webhook.someTypes', { count: types.length });
}

/** The first of what waits at an endpoint, and since when. */
export function oldestWords(
  { id }: Pick<ListedEndpoint, 'id'>,
  { oldest, isOldestCut }: Pick<EndpointsWatched, 'oldest' | 'isOldestCut'>,
  { say, moment, number }: Written,
): string {
  const first = oldest.get(id);
  if (first === undefined) {
    return say(isOldestCut ? 'console.developers.webhook.later' : 'console.developers.nothing');
  }
  const position = number(first.position);
  return first.occurredAt === null
    ? say('console.developers.webhook.oldestGone', { position })
    : say('console.developers.webhook.oldestAt', { position, when: moment(first.occurredAt) });
}
