import type { ChangePolicy } from '../../domain/change/change-policy.js';
import type {
  AccountId,
  ClientId,
  OrganisationId,
  PaymentPeriodId,
  UserProductId,
} from '../../domain/ids.js';
import type { WriteGuards } from '../commit/guards.js';
import type { WriteResult } from '../commit/write-result.js';

/** A request to change what a subscription is on, in the domain's words. */
export type RequestChangeCommand = {
  readonly organisationId: OrganisationId;
  readonly accountId: AccountId;
  readonly userProductId: UserProductId;
  readonly packageCode: string;
  /** Null: the one that the policy takes where none is named. */
  readonly periodId: PaymentPeriodId | null;
  readonly requestedBy: ClientId;
  /** What a preview of this change was signed as; absent: decided as things are. */
  readonly quote?: string;
};

/** `id` is the new user product after a change at once, the current one where the change waits. */
export type RequestChange = <Reason extends string>(
  command: RequestChangeCommand,
  policy: ChangePolicy<Reason>,
  guards?: WriteGuards,
) => Promise<WriteResult<Reason>>;
