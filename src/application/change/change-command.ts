import type { Requester } from '../../domain/user-product/requester.js';
import type { ChangePolicy } from '../../domain/change/change-policy.js';
import type { AccountId, OrganisationId, UserProductId } from '../../domain/ids.js';
import type { WriteGuards } from '../commit/guards.js';
import type { WriteResult } from '../commit/write-result.js';

/** A request to change what a subscription is on, in the domain's words. */
export type RequestChangeCommand<Named> = {
  readonly organisationId: OrganisationId;
  /** Null: whoever the user product belongs to. */
  readonly accountId: AccountId | null;
  readonly userProductId: UserProductId;
  /** What it is to be, as its policy understands it. */
  readonly named: Named;
  readonly requestedBy: Requester;
  /** What a preview of this change was signed as; absent: decided as things are. */
  readonly quote?: string;
  /** Whether the credit note that it may cause is to be sent. */
  readonly sendsCreditNote?: boolean;
};

/** `id` is the new user product after a change at once, the current one where the change waits. */
export type RequestChange = <Reason extends string, Named>(
  command: RequestChangeCommand<Named>,
  policy: ChangePolicy<Reason, Named>,
  guards?: WriteGuards,
) => Promise<WriteResult<Reason>>;
