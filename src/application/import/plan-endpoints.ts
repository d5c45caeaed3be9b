import type { OrganisationId } from '../../domain/ids.js';
import { isSameValue } from '../../domain/is-same-value.js';
import type { WebhookEndpoint } from '../ports/webhook-endpoint-store.js';
import type { WebhookUrlFault, WebhookUrlGuard } from '../ports/webhook-sender.js';
import { mostEndpoints } from '../webhooks/most-endpoints.js';
import type { ImportState } from './import-state.js';
import type {
  ImportFault,
  OrganisationImport,
  WebhookEndpointImport,
} from './organisation-import.js';

export type PlannedEndpoint = {
  readonly organisationId: OrganisationId;
  /** Its URL as it is stored. */
  readonly endpoint: WebhookEndpointImport;
  readonly effect: 'created' | 'changed' | 'unchanged';
};

type File = Pick<OrganisationImport, 'path' | 'organisation' | 'webhookEndpoints'>;
type State = Pick<ImportState, 'webhookEndpoints' | 'elsewhere'>;

const problems: Readonly<Record<WebhookUrlFault, string>> = {
  url_too_long: 'must be at most 2048 characters long',
  url_malformed: 'must be a URL',
  url_not_https: 'must begin with https',
  url_with_credentials: 'must not hold a user name or a password',
  host_not_found: 'has a host without an address',
  address_not_allowed: 'has a host whose address is not on the public internet',
};

/** What becomes of a file's webhook endpoints, and all that is wrong with them. A URL that stands so is not asked again. */
export async function planEndpoints(
  urlGuard: WebhookUrlGuard,
  file: File,
  state: State,
): Promise<{
  readonly planned: readonly PlannedEndpoint[];
  readonly faults: readonly ImportFault[];
}> {
  const known = new Map(state.webhookEndpoints.map((it) => [it.id, it]));
  const planned: PlannedEndpoint[] = [];
  const faults: ImportFault[] = [];
  for (const [index, given] of file.webhookEndpoints.entries()) {
    const path = `${file.path}webhook_endpoints[${String(index)}]`;
    const standing = known.get(given.id);
    if (state.elsewhere.has(given.id)) {
      faults.push({ path: `${path}.id`, problem: 'belongs to another organisation' });
    }
    const checked =
      standing?.url === given.url
        ? ({ ok: true, url: given.url } as const)
        : await urlGuard.check(given.url);
    if (!checked.ok) faults.push({ path: `${path}.url`, problem: problems[checked.failure] });
    else planned.push(planOne({ ...given, url: checked.url }, standing, file.organisation.id));
  }
  return { planned, faults: [...faults, ...tooMany(file, state)] };
}

function planOne(
  endpoint: WebhookEndpointImport,
  standing: WebhookEndpoint | undefined,
  organisationId: OrganisationId,
): PlannedEndpoint {
  if (standing === undefined) return { organisationId, endpoint, effect: 'created' };
  const isSame =
    standing.url === endpoint.url &&
    isSameValue(standing.types, endpoint.types) &&
    standing.enabled === (endpoint.enabled ?? standing.enabled) &&
    !hasNewSecret(endpoint, standing);
  return { organisationId, endpoint, effect: isSame ? 'unchanged' : 'changed' };
}

/** Whether a file names another secret than the one that messages are signed with first. */
export function hasNewSecret(
  { secret }: Pick<WebhookEndpointImport, 'secret'>,
  { secrets: [newest] }: Pick<WebhookEndpoint, 'secrets'>,
): boolean {
  return secret !== null && secret !== newest?.secret;
}

function tooMany({ path, webhookEndpoints }: File, state: State): ImportFault[] {
  const ids = new Set([...state.webhookEndpoints, ...webhookEndpoints].map((it) => it.id));
  if (ids.size <= mostEndpoints || webhookEndpoints.length === 0) return [];
  const problem = `would be more than the ${String(mostEndpoints)} that an organisation may have`;
  return [{ path: `${path}webhook_endpoints`, problem }];
}
