import type {
  WebhookEndpoint,
  WebhookEndpointStore,
} from '../../../src/application/ports/webhook-endpoint-store.js';
import type { OrganisationId, WebhookEndpointId } from '../../../src/domain/ids.js';
import { insertRow, type Memory, removeRows, rowOf, rowsOf } from './memory.js';
import { inOneStep } from './one-step.js';

/** Endpoints by id, with the place in the log that each has come to and the right to send to it. */
export function makeWebhookEndpointStore({ webhookEndpoints }: Memory): WebhookEndpointStore {
  /** Null: there is no such endpoint, or not as it has to be. */
  const edit = (
    organisationId: OrganisationId,
    id: WebhookEndpointId,
    edits: (row: WebhookEndpoint) => Partial<WebhookEndpoint> | null,
  ): WebhookEndpoint | null => {
    const row = rowOf(webhookEndpoints, organisationId, id);
    const edited = row === null ? null : edits(row);
    if (row === null || edited === null) return null;
    const next = { ...row, ...edited };
    webhookEndpoints.set(id, { organisationId, row: next });
    return next;
  };

  return inOneStep<WebhookEndpointStore>({
    insert: (organisationId, endpoint) => {
      const row = { ...endpoint, organisationId, pausedUntil: null, lease: null };
      insertRow(webhookEndpoints, endpoint.id, { organisationId, row });
    },

    find: (organisationId, id) => rowOf(webhookEndpoints, organisationId, id),

    list: (organisationId) =>
      rowsOf(webhookEndpoints, organisationId).toSorted((a, b) => (a.id < b.id ? -1 : 1)),

    update: (organisationId, id, change) => {
      const moved = change.url === undefined ? {} : { pausedUntil: null };
      return edit(organisationId, id, () => ({ ...change, ...moved }));
    },

    disable: (organisationId, id, url) =>
      edit(organisationId, id, (row) => (row.url === url ? { enabled: false } : null)) !== null,

    replaceSecrets: (organisationId, id, { newest, secrets }) =>
      edit(organisationId, id, (row) =>
        row.secrets[0]?.secret === newest ? { secrets } : null,
      ) !== null,

    advance: (organisationId, id, position) => {
      edit(organisationId, id, (row) => (row.position < position ? { position } : null));
    },

    takeLease: (organisationId, id, { owner, now, until }) =>
      edit(organisationId, id, ({ enabled, lease }) => {
        const isFree = lease === null || lease.owner === owner || lease.until <= now;
        return enabled && isFree ? { lease: { owner, until } } : null;
      }),

    endLease: (organisationId, id, { owner, pausedUntil }) => {
      edit(organisationId, id, ({ lease }) =>
        lease?.owner === owner ? { lease: null, pausedUntil } : null,
      );
    },

    remove: (organisationId, id) =>
      removeRows(webhookEndpoints, organisationId, (it) => it.id === id) > 0,
  });
}
