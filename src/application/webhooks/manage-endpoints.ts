import type { EventType } from '../../domain/events/domain-event.js';
import { type OrganisationId, toId, type WebhookEndpointId } from '../../domain/ids.js';
import type { Clock, IdSource } from '../ports/surroundings.js';
import type { EventLog } from '../ports/event-log.js';
import type { WebhookDeliveryStore } from '../ports/webhook-delivery-store.js';
import type { Places } from '../ports/places.js';
import type {
  NewWebhookEndpoint,
  WebhookEndpoint,
  WebhookEndpointStore,
} from '../ports/webhook-endpoint-store.js';
import type { WebhookUrlFault, WebhookUrlGuard } from '../ports/webhook-sender.js';
import { parseEventTypes } from './event-types.js';
import { mostEndpoints } from './most-endpoints.js';

/** An endpoint as its owner sees it: never its secrets. */
export type ListedEndpoint = Pick<
  WebhookEndpoint,
  'id' | 'organisationId' | 'url' | 'types' | 'enabled' | 'createdAt'
>;

export type WebhookEndpointKey = {
  readonly organisationId: OrganisationId;
  readonly id: WebhookEndpointId;
};

export type UnknownEndpoint = { readonly ok: false; readonly failure: 'unknown_endpoint' };
type Refused<Failure> = { readonly ok: false; readonly failure: Failure };
type Found = { readonly ok: true; readonly endpoint: ListedEndpoint };

/** `secret` is told this once. The endpoint begins at the log's end: nothing that happened before is sent. */
export type RegisterEndpoint = (wanted: {
  readonly organisationId: OrganisationId;
  readonly url: string;
  /** Null: all. */
  readonly types: readonly string[] | null;
  readonly enabled: boolean;
  /** One that `isWebhookSecret`; absent: one is generated. */
  readonly secret?: string | null;
  /** Chosen beforehand by whoever may ask again for the same one; absent: a new id. */
  readonly chosenId?: WebhookEndpointId | null;
}) => Promise<
  | (Found & { readonly secret: string })
  | Refused<WebhookUrlFault | 'unknown_event_type' | 'too_many_endpoints'>
>;
export type ListEndpoints = (
  organisationId: OrganisationId | 'all',
) => Promise<readonly ListedEndpoint[]>;
export type FindEndpoint = (key: WebhookEndpointKey) => Promise<Found | UnknownEndpoint>;
/** What is absent stays. An endpoint that is enabled again gets what happened meanwhile. */
export type UpdateEndpoint = (
  change: WebhookEndpointKey & {
    readonly url?: string | undefined;
    readonly types?: readonly string[] | null | undefined;
    readonly enabled?: boolean | undefined;
  },
) => Promise<Found | UnknownEndpoint | Refused<WebhookUrlFault | 'unknown_event_type'>>;
/** With all that waits for it. */
export type RemoveEndpoint = (
  key: WebhookEndpointKey,
) => Promise<{ readonly ok: true } | UnknownEndpoint>;

export type EndpointDeps = {
  readonly webhookEndpoints: WebhookEndpointStore;
  readonly webhookPlaces: Pick<Places<OrganisationId>, 'take' | 'free'>;
  readonly webhookDeliveries: Pick<WebhookDeliveryStore, 'removeAll'>;
  readonly events: Pick<EventLog, 'lastPosition'>;
  readonly urlGuard: WebhookUrlGuard;
  readonly ids: IdSource;
  readonly clock: Clock;
  /** As Standard Webhooks has it: `whsec_` and base64. */
  readonly generateWebhookSecret: () => string;
};

export const unknownEndpoint: UnknownEndpoint = { ok: false, failure: 'unknown_endpoint' };

/** Adds an endpoint, with its first secret. */
export function makeRegisterEndpoint(deps: EndpointDeps): RegisterEndpoint {
  return async ({ organisationId, url: raw, types: words, enabled, ...given }) => {
    const { chosenId = null } = given;
    const made = await madeBefore(deps, organisationId, chosenId);
    if (made !== null) return made;
    const types = words === null ? null : parseEventTypes(words);
    if (words !== null && types === null) return { ok: false, failure: 'unknown_event_type' };
    const known = await deps.webhookEndpoints.list(organisationId);
    if (known.length >= mostEndpoints) return { ok: false, failure: 'too_many_endpoints' };
    const checked = await deps.urlGuard.check(raw);
    if (!checked.ok) return checked;
    // The list was a quick answer to most; this holds however many register at once.
    const asked = { most: mostEndpoints, now: deps.clock.now() };
    const place = await deps.webhookPlaces.take(organisationId, organisationId, asked);
    if (place !== 'taken') return { ok: false, failure: 'too_many_endpoints' };
    const secret = given.secret ?? deps.generateWebhookSecret();
    const wanted = { organisationId, url: checked.url, types, enabled };
    const endpoint = await insert(deps, { ...wanted, chosenId, secret });
    return { ok: true, endpoint: listed(endpoint), secret };
  };
}

type NewEndpoint = Pick<NewWebhookEndpoint, 'organisationId' | 'url' | 'types' | 'enabled'> & {
  readonly chosenId: WebhookEndpointId | null;
  readonly secret: string;
};

/** It is told what happens from now on. */
async function insert(
  deps: EndpointDeps,
  { chosenId, secret, ...wanted }: NewEndpoint,
): Promise<NewWebhookEndpoint> {
  const endpoint = {
    ...wanted,
    id: chosenId ?? toId<WebhookEndpointId>(deps.ids.next()),
    secrets: [{ secret, expiresAt: null, chosenId: null }],
    position: await deps.events.lastPosition(wanted.organisationId),
    createdAt: deps.clock.now(),
  };
  await deps.webhookEndpoints.insert(wanted.organisationId, endpoint);
  return endpoint;
}

/** What an earlier call under the same id, which died before it answered, has made. */
async function madeBefore(
  { webhookEndpoints }: EndpointDeps,
  organisationId: OrganisationId,
  id: WebhookEndpointId | null,
): Promise<(Found & { readonly secret: string }) | null> {
  const made = id === null ? null : await webhookEndpoints.find(organisationId, id);
  const secret = made?.secrets[0]?.secret;
  if (made === null || secret === undefined) return null;
  return { ok: true, endpoint: listed(made), secret };
}

/** The endpoints of an organisation, or of all. */
export function makeListEndpoints(deps: Pick<EndpointDeps, 'webhookEndpoints'>): ListEndpoints {
  return async (organisationId) => (await deps.webhookEndpoints.list(organisationId)).map(listed);
}

/** One endpoint. */
export function makeFindEndpoint(deps: Pick<EndpointDeps, 'webhookEndpoints'>): FindEndpoint {
  return async ({ organisationId, id }) =>
    found(await deps.webhookEndpoints.find(organisationId, id));
}

/** Changes where it is, what it gets, and whether it gets anything. */
export function makeUpdateEndpoint(
  deps: Pick<EndpointDeps, 'webhookEndpoints' | 'urlGuard'>,
): UpdateEndpoint {
  return async ({ organisationId, id, url: raw, types: words, enabled }) => {
    if ((await deps.webhookEndpoints.find(organisationId, id)) === null) return unknownEndpoint;
    const types = parsedTypes(words);
    if (types === 'unknown') return { ok: false, failure: 'unknown_event_type' };
    const checked = raw === undefined ? null : await deps.urlGuard.check(raw);
    if (checked?.ok === false) return checked;
    const change = {
      ...(checked === null ? {} : { url: checked.url }),
      ...(types === undefined ? {} : { types }),
      ...(enabled === undefined ? {} : { enabled }),
    };
    return found(await deps.webhookEndpoints.update(organisationId, id, change));
  };
}

function parsedTypes(
  words: readonly string[] | null | undefined,
): readonly EventType[] | null | undefined | 'unknown' {
  return words === null || words === undefined ? words : (parseEventTypes(words) ?? 'unknown');
}

/** The endpoint first: a process that sends to it notices, and makes no more deliveries. */
export function makeRemoveEndpoint(
  deps: Pick<EndpointDeps, 'webhookEndpoints' | 'webhookDeliveries' | 'webhookPlaces'>,
): RemoveEndpoint {
  return async ({ organisationId, id }) => {
    const removed = await deps.webhookEndpoints.remove(organisationId, id);
    if (removed) await deps.webhookPlaces.free(organisationId, organisationId);
    await deps.webhookDeliveries.removeAll(organisationId, id);
    return removed ? { ok: true } : unknownEndpoint;
  };
}

function found(endpoint: WebhookEndpoint | null): Found | UnknownEndpoint {
  return endpoint === null ? unknownEndpoint : { ok: true, endpoint: listed(endpoint) };
}

function listed(endpoint: ListedEndpoint): ListedEndpoint {
  const { id, organisationId, url, types, enabled, createdAt } = endpoint;
  return { id, organisationId, url, types, enabled, createdAt };
}
