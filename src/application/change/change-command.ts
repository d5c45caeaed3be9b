import type { ChangeBehaviour } from '../../domain/user-product/change.js';
import type { Refusal } from '../../domain/change/payway/payway-refusal.js';
import type {
  AccountId,
  ClientId,
  OrganisationId,
  PaymentPeriodId,
  UserProductId,
} from '../../domain/ids.js';
import type { WriteGuards } from '../commit/write-guards.js';
import type { WriteResult } from '../commit/write-result.js';

/** A request to change what a subscription is on, in the domain's words. */
export type RequestChangeCommand = {
  readonly organisationId: OrganisationId;
  readonly accountId: AccountId;
  readonly userProductId: UserProductId;
  readonly packageCode: string;
  /** Null: the default one for this user product (payway-api.md §5, `me/change_product`). */
  readonly periodId: PaymentPeriodId | null;
  readonly behaviour: ChangeBehaviour;
  readonly requestedBy: ClientId;
  /** What a preview of this change was signed as; absent: decided as things are. */
  readonly quote?: string;
};

/** `id` is the new user product after an upgrade, the current one after a downgrade or a change. */
export type RequestChangeResult = WriteResult<Refusal>;

export type RequestChange = (
  command: RequestChangeCommand,
  guards?: WriteGuards,
) => Promise<RequestChangeResult>;
