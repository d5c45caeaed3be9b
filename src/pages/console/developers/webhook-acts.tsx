import { eventTypes, parseEventTypes } from '../../../application/webhooks/event-types.js';
import type { ListedEndpoint } from '../../../application/webhooks/manage-endpoints.js';
import type { WebhookAttempt } from '../../../application/ports/webhook-delivery-store.js';
import { guardFields } from '../../kit/keyed-form.js';
import { SelectField } from '../../kit/more-fields.js';
import { type PageAnswer, type PageField, page, see, unknownPage } from '../../kit/page-route.js';
import { ActionLink, FactList } from '../../kit/parts.js';
import { auditedAct } from '../audited-act.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { actPage, secretPage } from './act-page.js';
import { attemptFacts } from './attempt-words.js';
import type { DeveloperPagesDeps } from './developer-pages-deps.js';
import { doneOnce } from './done-once.js';
import { endpointOf } from './webhook-edit.js';

type Deps = DeveloperPagesDeps;
type Found = { readonly endpoint: ListedEndpoint; readonly page: string };

/** A page of an action on one endpoint; 404 where there is none. */
function onEndpoint<Needs extends Pick<Deps, 'findEndpoint'>>(
  answer: (deps: Needs, visit: OrganisationVisit, found: Found) => Promise<PageAnswer> | PageAnswer,
): (deps: Needs, visit: OrganisationVisit) => Promise<PageAnswer> {
  return async (deps, visit) => {
    const endpoint = await endpointOf(deps, visit);
    if (endpoint === null) return unknownPage;
    return answer(deps, visit, {
      endpoint,
      page: consolePaths.webhook(endpoint.organisationId, endpoint.id),
    });
  };
}

const place = 'webhooks';

/** On or off, with what that means. */
export const answerSwitchWebhook = onEndpoint(
  (deps: Pick<Deps, 'findEndpoint' | 'newKey'>, visit, { endpoint, page: back }) => {
    const { say } = visit.written;
    const turn = endpoint.enabled ? 'disable' : 'enable';
    const title = say(`console.developers.webhook.${turn}`);
    return actPage(
      {
        ...{ title, place, back, button: title },
        lead: say(`console.developers.webhook.${turn}Lead`, { url: endpoint.url }),
        action: consolePaths.webhookSwitch(endpoint.organisationId, endpoint.id),
        hidden: { key: deps.newKey(), to: endpoint.enabled ? 'off' : 'on' },
      },
      say,
    );
  },
);

export const switchFields: readonly PageField[] = [
  guardFields[0],
  { name: 'to', maxLength: 3, pattern: /^(?:on|off)$/, isRequired: true },
];

export const answerSwitchWebhookDone = onEndpoint(
  async (deps: Pick<Deps, 'findEndpoint' | 'updateEndpoint' | 'audited'>, visit, found) => {
    const { organisationId, id, enabled: before } = found.endpoint;
    const enabled = visit.form.to === 'on';
    const ids = { webhookEndpoint: id };
    const result = await deps.audited(
      auditedAct(visit, 'edit_webhook_endpoint', { ids, before: { enabled: before } }),
      () => deps.updateEndpoint({ organisationId, id, enabled }),
      () => ({ after: { enabled } }),
    );
    return result.ok ? see(found.page) : unknownPage;
  },
);

/** With all that waits there. */
export const answerRemoveWebhook = onEndpoint(
  (deps: Pick<Deps, 'findEndpoint' | 'newKey'>, visit, { endpoint, page: back }) => {
    const { say } = visit.written;
    const title = say('console.developers.webhook.remove');
    return actPage(
      {
        ...{ title, place, back, button: title },
        lead: say('console.developers.webhook.removeLead', { url: endpoint.url }),
        action: consolePaths.webhookRemove(endpoint.organisationId, endpoint.id),
        hidden: { key: deps.newKey() },
      },
      say,
    );
  },
);

export const answerRemoveWebhookDone = onEndpoint(
  async (deps: Pick<Deps, 'findEndpoint' | 'removeEndpoint' | 'audited'>, visit, { endpoint }) => {
    const { organisationId, id } = endpoint;
    await deps.audited(
      auditedAct(visit, 'edit_webhook_endpoint', { ids: { webhookEndpoint: id } }),
      () => deps.removeEndpoint({ organisationId, id }),
      () => ({ after: { removed: true } }),
    );
    return see(consolePaths.webhooks(organisationId));
  },
);

export const answerWebhookSecret = onEndpoint(
  (deps: Pick<Deps, 'findEndpoint' | 'newKey'>, visit, { endpoint, page: back }) => {
    const { say } = visit.written;
    const title = say('console.developers.webhook.rotate');
    return actPage(
      {
        ...{ title, place, back, button: title },
        lead: say('console.developers.webhook.rotateLead', { url: endpoint.url }),
        action: consolePaths.webhookSecret(endpoint.organisationId, endpoint.id),
        hidden: { key: deps.newKey() },
      },
      say,
    );
  },
);

/** Told this once; the one before signs beside it for a day. */
export const answerWebhookSecretDone = onEndpoint(
  (
    deps: Pick<Deps, 'findEndpoint' | 'rotateWebhookSecret' | 'audited' | 'runOnce'>,
    visit,
    { endpoint: { organisationId, id }, page: next },
  ) =>
    doneOnce(deps, visit, {
      action: 'rotateWebhookSecret',
      command: [id],
      run: async (chosenId) => {
        const result = await deps.audited(
          auditedAct(visit, 'rotate_webhook_secret', { ids: { webhookEndpoint: id } }),
          () => deps.rotateWebhookSecret({ organisationId, id, overlapHours: null, chosenId }),
        );
        if (!result.ok) return { answer: unknownPage, path: null };
        const { say } = visit.written;
        const title = say('console.developers.webhook.rotated');
        const lead = say('console.developers.webhook.rotatedLead');
        const told = { title, lead, place, secret: result.secret, next } as const;
        return { answer: secretPage(told, say), path: next };
      },
    }),
);

export const exampleFields: readonly PageField[] = [
  guardFields[0],
  { name: 'type', maxLength: 50, pattern: /^[a-z_.]+$/, isRequired: true },
];

/** Which type the example is to be of. */
export const answerExample = onEndpoint(
  (deps: Pick<Deps, 'findEndpoint' | 'newKey'>, visit, { endpoint, page: back }) => {
    const { say } = visit.written;
    const [first] = endpoint.types ?? eventTypes;
    const title = say('console.developers.webhook.example');
    return actPage(
      {
        ...{ title, place, back, button: title },
        lead: say('console.developers.webhook.exampleLead', { url: endpoint.url }),
        action: consolePaths.webhookExample(endpoint.organisationId, endpoint.id),
        hidden: { key: deps.newKey() },
        fields: (
          <SelectField
            name="type"
            label={say('console.developers.event.type')}
            options={eventTypes.map((it) => ({ value: it, label: it }))}
            chosen={first ?? ''}
          />
        ),
      },
      say,
    );
  },
);

/** Sends it, and shows what the receiver said. Sent again it leads back: the answer is kept nowhere. */
export const answerExampleDone = onEndpoint(
  (
    deps: Pick<Deps, 'findEndpoint' | 'sendExample' | 'audited' | 'runOnce'>,
    visit,
    { endpoint: { organisationId, id }, page: next },
  ) => {
    const [type] = parseEventTypes([visit.form.type ?? '']) ?? [];
    if (type === undefined) return { answer: 'failed', failure: 'faulty_form' };
    return doneOnce(deps, visit, {
      action: 'sendExample',
      command: [id, type],
      run: async () => {
        const result = await deps.audited(
          auditedAct(visit, 'replay_delivery', { ids: { webhookEndpoint: id } }),
          () => deps.sendExample({ organisationId, id, type }),
          ({ attempt }) => ({ after: { example: type, status: attempt.status } }),
        );
        if (!result.ok) return { answer: unknownPage, path: null };
        return { answer: examplePage(visit, result.attempt, next), path: next };
      },
    });
  },
);

function examplePage(
  { written }: OrganisationVisit,
  attempt: WebhookAttempt,
  next: string,
): PageAnswer {
  const { say } = written;
  return page({
    title: say('console.developers.webhook.exampleSent'),
    place,
    main: (
      <>
        <FactList facts={attemptFacts(attempt, written)} />
        <p class="actions">
          <ActionLink href={next}>{say('console.developers.back')}</ActionLink>
        </p>
      </>
    ),
  });
}
