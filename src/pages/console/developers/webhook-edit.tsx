import type { JSX } from 'preact';
import { eventTypes } from '../../../application/webhooks/event-types.js';
import type {
  FindEndpoint,
  RegisterEndpoint,
  UpdateEndpoint,
} from '../../../application/webhooks/manage-endpoints.js';
import { parseId, toId, type WebhookEndpointId } from '../../../domain/ids.js';
import { TextField } from '../../kit/form-parts.js';
import { guardFields } from '../../kit/keyed-form.js';
import { ChoiceGroup, type FieldFaults } from '../../kit/more-fields.js';
import { manyIn, type PageAnswer, type PageField, see, unknownPage } from '../../kit/page-route.js';
import type { Say } from '../../kit/words.js';
import { auditedAct } from '../audited-act.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { actPage, secretPage } from './act-page.js';
import type { DeveloperPagesDeps } from './developer-pages-deps.js';
import { doneOnce } from './done-once.js';

const longestUrl = 2_048;

/** What both forms hold. */
export const webhookFields: readonly PageField[] = [
  guardFields[0],
  { name: 'url', maxLength: longestUrl + 1, isRequired: true },
  { name: 'types', maxLength: 50, pattern: /^[a-z_.]+$/, atMost: eventTypes.length },
  { name: 'enabled', maxLength: 2, pattern: /^on$/ },
];

type Failure =
  | Extract<Awaited<ReturnType<RegisterEndpoint>>, { readonly ok: false }>['failure']
  | Extract<Awaited<ReturnType<UpdateEndpoint>>, { readonly ok: false }>['failure'];

type Values = {
  readonly url: string;
  readonly types: readonly string[];
  readonly enabled: boolean;
};

/** Of an address nothing but the host is written down: the rest of it may be a secret. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

function valuesIn({ form }: OrganisationVisit): Values {
  const { url = '', types, enabled } = form;
  return { url: url.trim(), types: manyIn(types), enabled: enabled === 'on' };
}

/** The form of a new endpoint. */
export function answerNewWebhook(
  { newKey }: Pick<DeveloperPagesDeps, 'newKey'>,
  visit: OrganisationVisit,
  back?: Refused,
): PageAnswer {
  const { id: at } = visit.visitor.at.organisation;
  return editPage(visit, {
    title: visit.written.say('console.developers.webhooks.add'),
    lead: visit.written.say('console.developers.webhooks.addLead'),
    action: consolePaths.newWebhook(at),
    away: consolePaths.webhooks(at),
    key: newKey(),
    values: { url: '', types: [], enabled: true },
    ...back,
  });
}

/** Adds it, and tells its secret this once. */
export function answerNewWebhookDone(
  deps: Pick<DeveloperPagesDeps, 'newKey' | 'runOnce' | 'registerEndpoint' | 'audited'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const { organisation } = visit.visitor.at;
  const values = valuesIn(visit);
  const { url, enabled } = values;
  const types = values.types.length === 0 ? null : values.types;
  return doneOnce(deps, visit, {
    action: 'addWebhook',
    command: [url, values.types.join(','), String(enabled)],
    run: async (chosenId) => {
      const result = await deps.audited(
        auditedAct(visit, 'edit_webhook_endpoint', { ids: {} }),
        () =>
          deps.registerEndpoint({
            ...{ organisationId: organisation.id, url, types, enabled },
            chosenId: toId<WebhookEndpointId>(chosenId),
          }),
        ({ endpoint }) => ({
          ids: { webhookEndpoint: endpoint.id },
          after: { host: hostOf(endpoint.url), types: endpoint.types, enabled: endpoint.enabled },
        }),
      );
      if (!result.ok) {
        return {
          answer: answerNewWebhook(deps, visit, refused(result.failure, visit)),
          path: null,
        };
      }
      const { say } = visit.written;
      const next = consolePaths.webhook(organisation.id, result.endpoint.id);
      const told = { title: say('console.developers.webhooks.added'), secret: result.secret, next };
      const lead = say('console.developers.webhooks.secretLead');
      return { answer: secretPage({ ...told, lead, place: 'webhooks' }, say), path: next };
    },
  });
}

/** The form of one that is there. */
export async function answerEditWebhook(
  deps: Pick<DeveloperPagesDeps, 'newKey' | 'findEndpoint'>,
  visit: OrganisationVisit,
  back?: Refused,
): Promise<PageAnswer> {
  const endpoint = await endpointOf(deps, visit);
  if (endpoint === null) return unknownPage;
  const { organisationId: at, id, url, types, enabled } = endpoint;
  return editPage(visit, {
    title: visit.written.say('console.developers.webhook.edit'),
    action: consolePaths.webhookEdit(at, id),
    away: consolePaths.webhook(at, id),
    key: deps.newKey(),
    values: { url, types: types ?? [], enabled },
    ...back,
  });
}

export async function answerEditWebhookDone(
  deps: Pick<DeveloperPagesDeps, 'newKey' | 'findEndpoint' | 'updateEndpoint' | 'audited'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const endpoint = await endpointOf(deps, visit);
  if (endpoint === null) return unknownPage;
  const { organisationId, id } = endpoint;
  const { url, types, enabled } = valuesIn(visit);
  const change = { url, types: types.length === 0 ? null : types, enabled };
  const before = { host: hostOf(endpoint.url), types: endpoint.types, enabled: endpoint.enabled };
  const result = await deps.audited(
    auditedAct(visit, 'edit_webhook_endpoint', { ids: { webhookEndpoint: id }, before }),
    () => deps.updateEndpoint({ organisationId, id, ...change }),
    ({ endpoint: it }) => ({
      after: { host: hostOf(it.url), types: it.types, enabled: it.enabled },
    }),
  );
  if (!result.ok) return answerEditWebhook(deps, visit, refused(result.failure, visit));
  return see(consolePaths.webhook(organisationId, id));
}

/** The endpoint that a page's address names, if it is the organisation's. */
export async function endpointOf(
  { findEndpoint }: { readonly findEndpoint: FindEndpoint },
  { params, visitor }: OrganisationVisit,
) {
  const id = parseId<WebhookEndpointId>(params.id ?? '');
  if (id === null) return null;
  const found = await findEndpoint({ organisationId: visitor.at.organisation.id, id });
  return found.ok ? found.endpoint : null;
}

type Refused = {
  readonly values: Values;
  readonly faults: FieldFaults;
  readonly status: number;
};

function refused(failure: Failure, visit: OrganisationVisit): Refused {
  const field = failure === 'unknown_event_type' ? 'types' : 'url';
  const text = visit.written.say(`console.developers.webhook.fault.${failure}`);
  const status = failure === 'too_many_endpoints' ? 409 : 422;
  return { values: valuesIn(visit), faults: { [field]: text }, status };
}

type EditView = {
  readonly title: string;
  readonly lead?: string;
  readonly action: string;
  readonly away: string;
  readonly key: string;
  readonly values: Values;
  readonly faults?: FieldFaults;
  readonly status?: number;
};

function editPage({ written: { say } }: OrganisationVisit, view: EditView): PageAnswer {
  const { away: back, key, values, ...rest } = view;
  const fields = <WebhookFields values={values} faults={view.faults ?? {}} say={say} />;
  const button = say('console.developers.save');
  return actPage({ ...rest, place: 'webhooks', hidden: { key }, fields, button, back }, say);
}

function WebhookFields(props: {
  readonly values: Values;
  readonly faults: FieldFaults;
  readonly say: Say;
}): JSX.Element {
  const { values, faults, say } = props;
  return (
    <>
      <TextField
        name="url"
        label={say('console.developers.webhook.url')}
        hint={say('console.developers.webhook.urlHint')}
        value={values.url}
        maxLength={longestUrl}
        fault={faults.url}
      />
      <ChoiceGroup
        kind="checkbox"
        name="types"
        legend={say('console.developers.webhook.types')}
        hint={say('console.developers.webhook.typesHint')}
        options={eventTypes.map((it) => ({ value: it, label: it }))}
        chosen={values.types}
        fault={faults.types}
      />
      <ChoiceGroup
        kind="checkbox"
        name="enabled"
        legend={say('console.developers.webhook.sending')}
        options={[{ value: 'on', label: say('console.developers.webhook.enabledLabel') }]}
        chosen={values.enabled ? ['on'] : []}
      />
    </>
  );
}
