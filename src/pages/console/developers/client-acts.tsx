import type { JSX } from 'preact';
import { toClientId } from '../../../domain/ids.js';
import { TextField } from '../../kit/form-parts.js';
import { guardFields } from '../../kit/keyed-form.js';
import { ChoiceGroup, type FieldFaults } from '../../kit/more-fields.js';
import { manyIn, type PageAnswer, type PageField, see, unknownPage } from '../../kit/page-route.js';
import type { Say } from '../../kit/words.js';
import { auditedAct } from '../audited-act.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { actPage, secretPage } from './act-page.js';
import { clientOf } from './client-pages.js';
import { clientScopes } from './client-scopes.js';
import type { DeveloperPagesDeps } from './developer-pages-deps.js';
import { doneOnce } from './done-once.js';

type Deps = DeveloperPagesDeps;

const place = 'clients';
const usualService = 'tulo';

export const newClientFields: readonly PageField[] = [
  guardFields[0],
  { name: 'clientId', maxLength: 256, isRequired: true },
  { name: 'service', maxLength: 51, isRequired: true },
  { name: 'scopes', maxLength: 100, pattern: /^[\w/:-]+$/, atMost: clientScopes.length },
];

type NewClientForm = {
  readonly id: string;
  readonly service: string;
  readonly scopes: readonly string[];
};

function clientIn({ form }: OrganisationVisit): NewClientForm {
  const { clientId = '', service = '', scopes } = form;
  return { id: clientId.trim(), service: service.trim(), scopes: manyIn(scopes) };
}

type Back = {
  readonly values: NewClientForm;
  readonly faults: FieldFaults;
  readonly status: number;
};

/** Which id, and what it may do. */
export function answerNewClient(
  { newKey }: Pick<Deps, 'newKey'>,
  visit: OrganisationVisit,
  back?: Back,
): PageAnswer {
  const { id: at } = visit.visitor.at.organisation;
  const { say } = visit.written;
  const values = back?.values ?? { id: '', service: usualService, scopes: [] };
  const faults = back?.faults ?? {};
  const title = say('console.developers.clients.add');
  return actPage(
    {
      ...{ title, place, faults, button: title },
      status: back?.status ?? 200,
      action: consolePaths.newClient(at),
      hidden: { key: newKey() },
      back: consolePaths.clients(at),
      fields: <ClientFields values={values} faults={faults} say={say} />,
    },
    say,
  );
}

function ClientFields(props: {
  readonly values: NewClientForm;
  readonly faults: FieldFaults;
  readonly say: Say;
}): JSX.Element {
  const { values, faults, say } = props;
  return (
    <>
      <TextField
        name="clientId"
        label={say('console.developers.client.id')}
        hint={say('console.developers.client.idHint')}
        value={values.id}
        maxLength={255}
        fault={faults.clientId}
      />
      <ChoiceGroup
        kind="checkbox"
        name="scopes"
        legend={say('console.developers.client.scopes')}
        options={clientScopes.map(({ scope, key }) => ({
          value: scope,
          label: say(`console.developers.scope.${key}`),
          hint: scope,
        }))}
        chosen={values.scopes}
        fault={faults.scopes}
      />
      <TextField
        name="service"
        label={say('console.developers.client.service')}
        hint={say('console.developers.client.serviceHint')}
        value={values.service}
        maxLength={50}
        fault={faults.service}
      />
    </>
  );
}

/** What is wrong with it before anything is asked for. */
function faultsOf({ scopes, service }: NewClientForm, { written }: OrganisationVisit): FieldFaults {
  const { say } = written;
  const known: readonly string[] = clientScopes.map((it) => it.scope);
  const areScopes = scopes.length > 0 && scopes.every((it) => known.includes(it));
  const isService = service !== '' && service.length <= 50 && !/\p{Cc}/u.test(service);
  return {
    ...(areScopes ? {} : { scopes: say('console.developers.client.noScope') }),
    ...(isService ? {} : { service: say('console.developers.client.noService') }),
  };
}

/** Adds it, and tells its secret this once. */
export async function answerNewClientDone(
  deps: Pick<Deps, 'newKey' | 'addClient' | 'audited' | 'runOnce'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const values = clientIn(visit);
  const faults = faultsOf(values, visit);
  if (Object.keys(faults).length > 0) {
    return answerNewClient(deps, visit, { values, faults, status: 422 });
  }
  const { id: organisationId } = visit.visitor.at.organisation;
  const { id, service, scopes } = values;
  return doneOnce(deps, visit, {
    action: 'addClient',
    command: [id, service, scopes.join(' ')],
    run: async () => {
      const wanted = { organisationId, id, secret: null, scopes, provisionService: service };
      const result = await deps.audited(
        auditedAct(visit, 'add_client', { ids: { client: id } }),
        () => deps.addClient(wanted),
        () => ({ after: { scopes } }),
      );
      const { say } = visit.written;
      if (!result.ok) {
        const text = say(`console.developers.client.fault.${result.failure}`);
        const status = result.failure === 'client_id_taken' ? 409 : 422;
        const back = { values, faults: { clientId: text }, status };
        return { answer: answerNewClient(deps, visit, back), path: null };
      }
      const next = consolePaths.client(organisationId, toClientId(id));
      const title = say('console.developers.clients.added');
      const lead = say('console.developers.client.secretLead', { id });
      const told = { title, lead, place, secret: result.secret, next } as const;
      return { answer: secretPage(told, say), path: next };
    },
  });
}

export async function answerClientSecret(
  deps: Pick<Deps, 'listClients' | 'newKey'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const client = await clientOf(deps, visit);
  if (client === null) return unknownPage;
  const { organisationId: at, id } = client;
  const { say } = visit.written;
  const title = say('console.developers.client.rotate');
  return actPage(
    {
      ...{ title, place, button: title, hidden: { key: deps.newKey() } },
      lead: say('console.developers.client.rotateLead', { id }),
      action: consolePaths.clientSecret(at, id),
      back: consolePaths.client(at, id),
    },
    say,
  );
}

/** Told this once; the old one gets no more tokens. */
export async function answerClientSecretDone(
  deps: Pick<Deps, 'listClients' | 'rotateClientSecret' | 'audited' | 'runOnce'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const client = await clientOf(deps, visit);
  if (client === null) return unknownPage;
  const { organisationId, id } = client;
  const next = consolePaths.client(organisationId, id);
  return doneOnce(deps, visit, {
    action: 'rotateClientSecret',
    command: [id],
    run: async () => {
      const result = await deps.audited(
        auditedAct(visit, 'rotate_client_secret', { ids: { client: id } }),
        () => deps.rotateClientSecret({ organisationId, id, secret: null }),
      );
      if (!result.ok) return { answer: unknownPage, path: null };
      const { say } = visit.written;
      const title = say('console.developers.client.rotated');
      const lead = say('console.developers.client.secretLead', { id });
      const told = { title, lead, place, secret: result.secret, next } as const;
      return { answer: secretPage(told, say), path: next };
    },
  });
}

/** Off with all its tokens, or on again. */
export async function answerSwitchClient(
  deps: Pick<Deps, 'listClients' | 'newKey'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const client = await clientOf(deps, visit);
  if (client === null) return unknownPage;
  const { organisationId: at, id, disabled } = client;
  const { say } = visit.written;
  const turn = disabled ? 'enable' : 'disable';
  const title = say(`console.developers.client.${turn}`);
  return actPage(
    {
      ...{ title, place, button: title },
      hidden: { key: deps.newKey(), to: disabled ? 'on' : 'off' },
      lead: say(`console.developers.client.${turn}Lead`, { id }),
      action: consolePaths.clientSwitch(at, id),
      back: consolePaths.client(at, id),
    },
    say,
  );
}

export async function answerSwitchClientDone(
  deps: Pick<Deps, 'listClients' | 'enableClient' | 'disableClient' | 'audited'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const client = await clientOf(deps, visit);
  if (client === null) return unknownPage;
  const { organisationId, id, disabled: before } = client;
  const disabled = visit.form.to === 'off';
  const result = await deps.audited(
    auditedAct(visit, 'switch_client', { ids: { client: id }, before: { disabled: before } }),
    () => (disabled ? deps.disableClient : deps.enableClient)({ organisationId, id }),
    () => ({ after: { disabled } }),
  );
  return result.ok ? see(consolePaths.client(organisationId, id)) : unknownPage;
}
