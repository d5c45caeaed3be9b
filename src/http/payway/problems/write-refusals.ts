import type { UndoChange } from '../../../application/change/undo-change.js';
import type { SetTestClock } from '../../../application/clock/test-clock.js';
import type { EraseFailure } from '../../../application/erasure/erase-account.js';
import type { PaywayRefusalReason } from '../../../domain/change/payway/payway-refusal.js';
import type { WriteRefusalReason } from '../../../domain/user-product/refusal.js';
import { type RefusalRow, rule } from './refusal-row.js';

type ClockFailure = Extract<Awaited<ReturnType<SetTestClock>>, { ok: false }>['failure'];
type WebhookRefusal = 'too_many_webhook_endpoints' | 'replay_too_large';
type EraseRefusal = Exclude<EraseFailure, 'unknown_account' | 'unknown_organisation'>;
type ClientRefusal = 'client_id_taken' | 'scopes_not_held';
type UndoFailure = Exclude<
  Extract<Awaited<ReturnType<UndoChange>>, { ok: false }>['failure'],
  'unknown'
>;
type OtherReason =
  | Exclude<WriteRefusalReason, PaywayRefusalReason>
  | ClockFailure
  | WebhookRefusal
  | 'portal_disabled'
  | ClientRefusal
  | EraseRefusal
  | UndoFailure;

/** Why another write is refused (docs/spec/payway-api.md §5, §6), but for the reasons that a change has too. */
export const writeRefusalCodes = {
  user_product_ended: rule({
    message: 'The product was ended by a change and takes no more',
    meaning: 'a user product that a change has ended takes no more writes',
    remedy: 'use the account’s active one: `GET userproducts` lists it',
  }),
  user_product_not_recurring: rule({
    message: 'The subscription is not recurring',
    meaning: 'only a recurring subscription is cancelled',
    remedy: 'let it end',
  }),
  package_not_cancellable: rule({
    message: 'The product cannot be cancelled by its customer',
    meaning: 'its package lets the customer cancel',
    remedy: 'it runs until it is changed or ended by the publisher',
  }),
  user_product_not_cancelled: rule({
    message: 'The subscription is not cancelled',
    meaning: 'only a cancelled user product whose period has not ended is reactivated',
    remedy: 'nothing to do, or sell it as a new user product',
  }),
  no_pending_change: rule({
    message: 'No change is pending',
    meaning: 'a change waits for the end of the period',
    remedy: 'nothing to do',
  }),
  no_payment_period: rule({
    message: 'The product has no enabled payment period of that subscription type',
    meaning: 'the package has a payment period of that subscription type',
    remedy: 'choose the other type, or add a period to the package',
  }),
  valid_to_not_in_future: rule({
    message: 'The end must lie in the future',
    meaning:
      '`valid_to` of an active or cancelled product that we renew or end ourselves lies after now: only time ends a period',
    remedy: 'send a later `valid_to`, or `state: deactivated` to end the product now',
  }),
  valid_to_required: rule({
    message: 'A recurring or limited product must have an end',
    meaning: 'an active or cancelled product of ours that is recurring or limited has a `valid_to`',
    remedy: 'send a `valid_to` after now with the request',
  }),
  too_many_user_products: rule({
    message: 'The account has as many products as it may',
    meaning: 'an account has at most 10,000 user products, those that are over among them',
    remedy: 'use another account: this one is no customer’s',
  }),
  valid_to_not_after_valid_from: rule({
    message: 'The end must be later than the beginning',
    meaning: '`valid_to` lies after `valid_from`',
    remedy: 'correct the dates',
  }),
  too_many_webhook_endpoints: rule({
    message: 'The organisation has as many webhook endpoints as it may',
    meaning: 'an organisation has at most 50 webhook endpoints',
    remedy: 'remove one that is no longer needed',
  }),
  replay_too_large: rule({
    message: 'The range holds more events than one call may queue',
    meaning: 'one call sends again at most 10,000 places of the event log',
    remedy: 'replay in several ranges',
  }),
  portal_disabled: rule({
    message: 'The organisation has closed its portal',
    meaning: 'the portal of the organisation is enabled',
    remedy: 'enable it in the settings of the organisation',
  }),
  client_id_taken: rule({
    message: 'There is a client of that id',
    meaning: 'the id of a client is unique in the installation',
    remedy: 'choose another id',
  }),
  scopes_not_held: rule({
    message: 'The client may do more than the token of this request',
    meaning: 'a client passes on, or is told the secret of, what it may do itself and nothing more',
    remedy: 'ask with a token of all those scopes, or let an operator do it',
  }),
  never_took_effect: rule({
    message: 'The change never took effect',
    meaning: 'a change that is undone waits, or has taken effect',
    remedy: 'nothing to undo',
  }),
  not_the_last: rule({
    message: 'Something has changed the subscription since',
    meaning: 'nothing has ended the user product of a change since it took effect',
    remedy: 'correct it by another change',
  }),
  money_moved: rule({
    message: 'Money has moved since',
    meaning: 'no period was sold since the change that is undone',
    remedy: 'correct it by another change',
  }),
  edited_since: rule({
    message: 'The dates or the type of the subscription were set since',
    meaning: 'dates and type are what the change that is undone has left',
    remedy: 'correct it by another change',
  }),
  too_late: rule({
    message: 'The period that it was changed from has ended',
    meaning: 'the end of before has not passed',
    remedy: 'correct it by another change',
  }),
  user_product_living: rule({
    message: 'Something of the account goes on',
    meaning: 'an account is erased once nothing of it is active, frozen or pending any more',
    remedy: 'end its user products first',
  }),
  outbox_not_drained: rule({
    message: 'Events of the account are not in the log yet',
    meaning: 'what an account’s writes told is in the log before the account is erased',
    remedy: 'send the same request again, after a while',
  }),
  account_in_use: rule({
    message: 'The account was written to meanwhile',
    meaning: 'nobody writes to an account while it is erased',
    remedy: 'send the same request again: it does the rest',
  }),
  organisation_is_live: rule({
    message: 'A live organisation has no clock of its own',
    meaning: 'a live organisation has no test clock',
    remedy: 'use an organisation that is not live',
  }),
  clock_step_too_long: rule({
    message: 'The step of the clock is too long',
    meaning: 'a step of a test clock ends at most 10,000 periods and goes at most 50 years ahead',
    remedy: 'go in smaller steps',
  }),
  clock_moves_forward_only: rule({
    message: 'The clock moves forward only',
    meaning: 'a test clock moves forward only',
    remedy: 'set a later instant',
  }),
} as const satisfies Readonly<Record<OtherReason, RefusalRow>>;
