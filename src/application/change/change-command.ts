import type { ChangeBehaviour } from '../../domain/change/change.js';
import type { Refusal } from '../../domain/change/refusal.js';
import type {
  AccountId,
  ClientId,
  OrganisationId,
  PaymentPeriodId,
  UserProductId,
} from '../../domain/ids.js';

/** A request to change what a subscription is on, in the domain's words. */
export type RequestChangeCommand = {
  readonly organisationId: OrganisationId;
  readonly accountId: AccountId;
  readonly userProductId: UserProductId;
  readonly packageCode: string;
  readonly periodId: PaymentPeriodId;
  readonly behaviour: ChangeBehaviour;
  readonly requestedBy: ClientId;
};

/** `id` is the new user product after an upgrade, the current one after a downgrade or a change. */
export type RequestChangeResult =
  | { readonly ok: true; readonly id: UserProductId }
  | { readonly ok: false; readonly failure: 'not_found' }
  | {
      readonly ok: false;
      readonly failure: 'refused';
      readonly refusals: readonly [Refusal, ...Refusal[]];
    };

export type RequestChange = (command: RequestChangeCommand) => Promise<RequestChangeResult>;
