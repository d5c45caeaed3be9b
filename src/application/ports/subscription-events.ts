import type { EventType } from '../../domain/events/domain-event.js';
import type { OrganisationId, UserProductId } from '../../domain/ids.js';
import type { LoggedEvent } from './event-log.js';

/** The log as somebody looks at one subscription: from the last of its events backwards. */
export type SubscriptionEvents = {
  /** Newest first: of any of these user products, of one of these types where they are given. */
  newest(organisationId: OrganisationId, page: NewestEvents): Promise<readonly LoggedEvent[]>;
};

export type NewestEvents = {
  readonly userProductIds: readonly UserProductId[];
  readonly limit: number;
  /** A position: those before it. */
  readonly before?: number;
  readonly types?: readonly EventType[];
};
