import type { WebhookEndpointStore } from '../ports/webhook-endpoint-store.js';
import type { RegisterEndpoint, UpdateEndpoint } from '../webhooks/manage-endpoints.js';
import { hasNewSecret, type PlannedEndpoint } from './plan-endpoints.js';

export type WriteEndpointDeps = {
  readonly registerEndpoint: RegisterEndpoint;
  readonly updateEndpoint: UpdateEndpoint;
  readonly webhookEndpoints: Pick<WebhookEndpointStore, 'find' | 'replaceSecrets'>;
};

/**
 * Makes a webhook endpoint what is planned for it. A new one begins at the end of the log, and has the secret of the file,
 * else one that nobody is told before it is rotated; another secret replaces the one that stands at once. Throws where what
 * was found right is refused by now.
 */
export async function writeEndpoint(
  deps: WriteEndpointDeps,
  { organisationId, endpoint, effect }: PlannedEndpoint,
): Promise<void> {
  if (effect === 'unchanged') return;
  const { id, url, types, enabled, secret } = endpoint;
  const key = { organisationId, id };
  const written =
    effect === 'created'
      ? await deps.registerEndpoint({
          ...{ organisationId, url, types, secret, chosenId: id },
          enabled: enabled ?? true,
        })
      : await deps.updateEndpoint({ ...key, url, types, ...(enabled === null ? {} : { enabled }) });
  if (!written.ok) throw new Error(`webhook endpoint ${id} is refused: ${written.failure}`);
  await replaceSecret(deps, { organisationId, endpoint });
}

async function replaceSecret(
  { webhookEndpoints }: WriteEndpointDeps,
  { organisationId, endpoint }: Omit<PlannedEndpoint, 'effect'>,
): Promise<void> {
  const { id, secret } = endpoint;
  const standing = await webhookEndpoints.find(organisationId, id);
  if (standing === null || secret === null || !hasNewSecret(endpoint, standing)) return;
  const newest = standing.secrets[0]?.secret ?? '';
  const secrets = [{ secret, expiresAt: null, chosenId: null }];
  await webhookEndpoints.replaceSecrets(organisationId, id, { newest, secrets });
}
