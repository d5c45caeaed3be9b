import type { JSX } from 'preact';
import type { ListClients } from '../../../application/authorization/manage-clients.js';
import { type PageAnswer, page, unknownPage } from '../../kit/page-route.js';
import { ActionLink, Badge, ColumnHeads, FactList, TableRegion } from '../../kit/parts.js';
import type { Say } from '../../kit/words.js';
import { mayAct } from '../console-route.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { clientScopes } from './client-scopes.js';
import type { DeveloperPagesDeps } from './developer-pages-deps.js';

const mostShown = 200;

type ShownClient = Awaited<ReturnType<ListClients>>[number];

/** Who may get tokens, for what, and whether. When one was used last is not kept, and the page says so. */
export async function answerClients(
  { listClients }: Pick<DeveloperPagesDeps, 'listClients'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const { id: at } = visit.visitor.at.organisation;
  const clients = await listClients(at);
  const { say } = visit.written;
  const title = say('console.nav.clients');
  return page({
    title,
    place: 'clients',
    main: (
      <>
        <p class="hint">{say('console.developers.clients.lastUsed')}</p>
        {clients.length === 0 ? (
          <p>{say('console.developers.clients.none')}</p>
        ) : (
          <ClientTable clients={clients.slice(0, mostShown)} title={title} say={say} />
        )}
        {clients.length > mostShown ? <p>{say('console.developers.clients.more')}</p> : null}
        {mayAct(visit, 'add_client') ? (
          <p class="actions">
            <ActionLink kind="first" href={consolePaths.newClient(at)}>
              {say('console.developers.clients.add')}
            </ActionLink>
          </p>
        ) : null}
      </>
    ),
  });
}

function ClientTable(props: {
  readonly clients: readonly ShownClient[];
  readonly title: string;
  readonly say: Say;
}): JSX.Element {
  const { clients, title, say } = props;
  return (
    <TableRegion name={title}>
      <table class="rows short">
        <ColumnHeads
          names={[
            say('console.developers.client.id'),
            say('console.developers.state'),
            say('console.developers.client.scopes'),
          ]}
        />
        <tbody>
          {clients.map((it) => (
            <tr key={it.id}>
              <th scope="row" class="wide">
                <a href={consolePaths.client(it.organisationId, it.id)}>{it.id}</a>
              </th>
              <td>
                <ClientState client={it} say={say} />
              </td>
              <td>{say('console.developers.client.mayDo', { count: it.scopes.length })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function ClientState({
  client,
  say,
}: {
  readonly client: Pick<ShownClient, 'disabled'>;
  readonly say: Say;
}): JSX.Element {
  return client.disabled ? (
    <Badge tone="ends" icon="circle-x" text={say('console.developers.disabled')} />
  ) : (
    <Badge tone="good" icon="check" text={say('console.developers.enabled')} />
  );
}

/** The client that a page's address names, if it is the organisation's own. */
export async function clientOf(
  { listClients }: { readonly listClients: ListClients },
  { params, visitor }: OrganisationVisit,
): Promise<ShownClient | null> {
  const clients = await listClients(visitor.at.organisation.id);
  return clients.find((it) => it.id === params.id) ?? null;
}

export async function answerClient(
  deps: Pick<DeveloperPagesDeps, 'listClients'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const client = await clientOf(deps, visit);
  if (client === null) return unknownPage;
  const { organisationId: at, id, disabled, provisionService } = client;
  const { say } = visit.written;
  const turn = disabled ? 'enable' : 'disable';
  return page({
    title: id,
    place: 'clients',
    main: (
      <>
        <FactList
          facts={[
            {
              name: say('console.developers.state'),
              value: <ClientState client={client} say={say} />,
            },
            { name: say('console.developers.client.service'), value: provisionService },
          ]}
        />
        <p class="actions">
          {mayAct(visit, 'rotate_client_secret') ? (
            <ActionLink href={consolePaths.clientSecret(at, id)}>
              {say('console.developers.client.rotate')}
            </ActionLink>
          ) : null}
          {mayAct(visit, 'switch_client') ? (
            <ActionLink href={consolePaths.clientSwitch(at, id)}>
              {say(`console.developers.client.${turn}`)}
            </ActionLink>
          ) : null}
        </p>
        <section>
          <h2>{say('console.developers.client.scopes')}</h2>
          <Scopes scopes={client.scopes} say={say} />
        </section>
      </>
    ),
  });
}

function Scopes({ scopes, say }: { scopes: readonly string[]; say: Say }): JSX.Element {
  return (
    <ul>
      {scopes.map((scope) => {
        const known = clientScopes.find((it) => it.scope === scope);
        return (
          <li key={scope}>
            <code>{scope}</code>
            {known === undefined ? null : ` – ${say(`console.developers.scope.${known.key}`)}`}
          </li>
        );
      })}
    </ul>
  );
}
