import type { JSX } from 'preact';
import type { WebhookDelivery } from '../../../application/ports/webhook-delivery-store.js';
import { parseId, type WebhookEndpointId } from '../../../domain/ids.js';
import { type PageAnswer, page, see, unknownPage } from '../../kit/page-route.js';
import { ActionLink, FactList } from '../../kit/parts.js';
import type { Written } from '../../kit/written.js';
import { auditedAct } from '../audited-act.js';
import { mayAct } from '../console-route.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { actPage } from './act-page.js';
import { attemptFacts } from './attempt-words.js';
import { DeliveryState } from './delivery-state.js';
import type { DeveloperPagesDeps } from './developer-pages-deps.js';
import { doneOnce } from './done-once.js';

type Deps = DeveloperPagesDeps;

async function deliveryAt(
  deps: Pick<Deps, 'findDelivery'>,
  { params, visitor }: OrganisationVisit,
) {
  const id = parseId<WebhookEndpointId>(params.id ?? '');
  const { position: raw = '' } = params;
  if (id === null || !/^\d{1,15}$/.test(raw)) return null;
  const key = { organisationId: visitor.at.organisation.id, id, position: Number(raw) };
  const delivery = await deps.findDelivery(key);
  return delivery === null ? null : { key, delivery };
}

/** One event at one endpoint: each try, what was answered, and when the next one is. */
export async function answerDelivery(
  deps: Pick<Deps, 'findDelivery'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const found = await deliveryAt(deps, visit);
  if (found === null) return unknownPage;
  const { key, delivery } = found;
  const { organisationId: at, id, position } = key;
  const { written } = visit;
  const { say, number } = written;
  return page({
    title: say('console.developers.delivery.title', { position: number(position) }),
    place: 'webhooks',
    main: (
      <>
        <FactList facts={factsOf(delivery, { at, written })} />
        <p class="actions">
          {mayAct(visit, 'replay_delivery') ? (
            <ActionLink href={consolePaths.deliveryAgain(at, id, position)}>
              {say('console.developers.delivery.again')}
            </ActionLink>
          ) : null}
          <ActionLink kind="quiet" href={consolePaths.webhook(at, id)}>
            {say('console.developers.delivery.toEndpoint')}
          </ActionLink>
        </p>
        <section>
          <h2>{say('console.developers.delivery.attempts')}</h2>
          <Attempts delivery={delivery} written={written} />
        </section>
      </>
    ),
  });
}

function factsOf(
  delivery: WebhookDelivery,
  {
    at,
    written,
  }: { readonly at: Parameters<typeof consolePaths.event>[0]; readonly written: Written },
) {
  const { say, number, moment } = written;
  const { nextAttemptAt, state, eventType, eventId, tries, replays } = delivery;
  return [
    { name: say('console.developers.state'), value: <DeliveryState state={state} say={say} /> },
    {
      name: say('console.developers.event'),
      value: (
        <>
          <a href={consolePaths.event(at, eventId)}>{eventType}</a> <code>{eventId}</code>
        </>
      ),
    },
    { name: say('console.developers.delivery.tries'), value: number(tries) },
    { name: say('console.developers.delivery.replays'), value: number(replays) },
    {
      name: say('console.developers.delivery.next'),
      value: nextAttemptAt === null ? say('console.developers.nothing') : moment(nextAttemptAt),
    },
  ];
}

/** The latest first; ten of them are kept. */
function Attempts(props: {
  readonly delivery: WebhookDelivery;
  readonly written: Written;
}): JSX.Element {
  const { delivery, written } = props;
  const { say } = written;
  if (delivery.attempts.length === 0) return <p>{say('console.developers.delivery.untried')}</p>;
  return (
    <ol class="attempts" reversed>
      {delivery.attempts.toReversed().map((it) => (
        <li key={`${String(it.at)} ${String(it.durationMs)}`}>
          <FactList facts={attemptFacts(it, written)} />
        </li>
      ))}
    </ol>
  );
}

/** What sending it again means. */
export async function answerDeliveryAgain(
  deps: Pick<Deps, 'findDelivery' | 'newKey'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const found = await deliveryAt(deps, visit);
  if (found === null) return unknownPage;
  const { organisationId: at, id, position } = found.key;
  const { say, number } = visit.written;
  const button = say('console.developers.delivery.again');
  return actPage(
    {
      ...{ button, place: 'webhooks', hidden: { key: deps.newKey() } },
      title: say('console.developers.delivery.againTitle', { position: number(position) }),
      lead: say('console.developers.delivery.againLead', { type: found.delivery.eventType }),
      action: consolePaths.deliveryAgain(at, id, position),
      back: consolePaths.delivery(at, id, position),
    },
    say,
  );
}

export async function answerDeliveryAgainDone(
  deps: Pick<Deps, 'findDelivery' | 'replayDelivery' | 'audited' | 'runOnce'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const found = await deliveryAt(deps, visit);
  if (found === null) return unknownPage;
  const { key, delivery } = found;
  const { organisationId: at, id, position } = key;
  const path = consolePaths.delivery(at, id, position);
  return doneOnce(deps, visit, {
    action: 'replayDelivery',
    command: [id, position],
    run: async () => {
      const ids = { webhookEndpoint: id, event: delivery.eventId };
      const result = await deps.audited(auditedAct(visit, 'replay_delivery', { ids }), () =>
        deps.replayDelivery(key),
      );
      return result.ok ? { answer: see(path), path } : { answer: unknownPage, path: null };
    },
  });
}
