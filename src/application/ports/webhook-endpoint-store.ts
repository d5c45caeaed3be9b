import type { EventType } from '../../domain/events/domain-event.js';
import type { OrganisationId, WebhookEndpointId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';

/** `whsec_…`, in the clear: a signature needs the secret itself, a hash of it would not do. */
export type WebhookSecret = {
  readonly secret: string;
  /** Null: valid until it is rotated. */
  readonly expiresAt: Instant | null;
  /** Which call asked for it, where that may ask again; null where none did. */
  readonly chosenId: string | null;
};

export type WebhookEndpoint = {
  readonly id: WebhookEndpointId;
  readonly organisationId: OrganisationId;
  readonly url: string;
  /** Null: every type, also one that comes later. */
  readonly types: readonly EventType[] | null;
  readonly enabled: boolean;
  /** Newest first; a second one while it is being rotated. */
  readonly secrets: readonly WebhookSecret[];
  /** Place in the organisation's log up to which deliveries were made. */
  readonly position: number;
  readonly createdAt: Instant;
  /** Until then the receiver wants nothing (`Retry-After`). */
  readonly pausedUntil: Instant | null;
  /** Which process may send to it, and until when no other may; null: any. */
  readonly lease: { readonly owner: string; readonly until: Instant } | null;
};

export type NewWebhookEndpoint = Omit<WebhookEndpoint, 'pausedUntil' | 'lease'>;

export type WebhookEndpointStore = {
  insert(organisationId: OrganisationId, endpoint: NewWebhookEndpoint): Promise<void>;
  find(organisationId: OrganisationId, id: WebhookEndpointId): Promise<WebhookEndpoint | null>;
  /** By id, so the oldest first. */
  list(organisationId: OrganisationId | 'all'): Promise<readonly WebhookEndpoint[]>;
  /** Another URL takes a pause away: it was the other receiver's wish. Null: no such endpoint. */
  update(
    organisationId: OrganisationId,
    id: WebhookEndpointId,
    change: Partial<Pick<WebhookEndpoint, 'url' | 'types' | 'enabled'>>,
  ): Promise<WebhookEndpoint | null>;
  /** Only while it has that URL: a 410 disables that address, and not the one that has replaced it meanwhile. */
  disable(organisationId: OrganisationId, id: WebhookEndpointId, url: string): Promise<boolean>;
  /** False: there is no such endpoint, or its newest secret is not `newest` any more. */
  replaceSecrets(
    organisationId: OrganisationId,
    id: WebhookEndpointId,
    change: { readonly newest: string; readonly secrets: readonly WebhookSecret[] },
  ): Promise<boolean>;
  /** Moves the position forward, never back. */
  advance(organisationId: OrganisationId, id: WebhookEndpointId, position: number): Promise<void>;
  /**
   * Takes the lease of an endpoint, or extends it. Null: the endpoint is gone or disabled, or another owner's lease has
   * not run out at `now`.
   */
  takeLease(
    organisationId: OrganisationId,
    id: WebhookEndpointId,
    lease: { readonly owner: string; readonly now: Instant; readonly until: Instant },
  ): Promise<WebhookEndpoint | null>;
  /** Gives the lease back at once; changes nothing if another owner has it by now. */
  endLease(
    organisationId: OrganisationId,
    id: WebhookEndpointId,
    lease: { readonly owner: string; readonly pausedUntil: Instant | null },
  ): Promise<void>;
  /** False: there is no such endpoint. */
  remove(organisationId: OrganisationId, id: WebhookEndpointId): Promise<boolean>;
};
