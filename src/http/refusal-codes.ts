import type { PaywayRefusalReason } from '../domain/change/payway/payway-refusal.js';
import type { WriteRefusalReason } from '../domain/user-product/refusal.js';

/** What one code says: to a reader of docs/errors.md, and of the API document. */
export type ErrorMeaning = {
  readonly status: number;
  readonly meaning: string;
  /** What the client is to do about it. */
  readonly remedy: string;
};

/** A rule, and what to do where it does not hold. */
const rule = <const T extends Omit<ErrorMeaning, 'status'>>(of: T) =>
  ({ status: 409, ...of }) as const;

/** Why a change is refused (spec/payway-api.md §3), in that table's order: `meaning` is the rule that has to hold. */
export const changeRefusalCodes = {
  user_product_not_active: rule({
    meaning: 'the user product is `activated`',
    remedy: 'use the living one: `GET userproducts` lists it',
  }),
  user_product_not_tulo_provisioned: rule({
    meaning: 'it is provisioned by `tulo`',
    remedy: 'change it where it is provisioned',
  }),
  subscription_type_not_supported: rule({
    meaning: 'it is recurring or limited, and has an end',
    remedy: 'it cannot be changed',
  }),
  source_not_changeable: rule({
    meaning: 'what it is on is a package or a campaign that still exists',
    remedy: 'it cannot be changed',
  }),
  target_not_changeable: rule({
    meaning: 'the target is a package or a campaign',
    remedy: 'choose another',
  }),
  same_package: rule({
    meaning:
      'the target is another package; for an explicit change another package or another period',
    remedy: 'nothing to do',
  }),
  integration_code_not_supported: rule({
    meaning:
      'neither package has an integration code, or that integration is listed in `EXPORTING_INTEGRATIONS`',
    remedy: 'list it, or use an explicit change',
  }),
  subscription_type_mismatch: rule({
    meaning: 'a recurring source needs a recurring period, a limited one a limited period',
    remedy: 'choose a period of its type',
  }),
  payment_period_mismatch: rule({
    meaning: 'the target period has the source period’s payment method',
    remedy: 'choose a period with that method',
  }),
  payment_period_disabled: rule({
    meaning: 'the target period is enabled',
    remedy: 'choose another, or enable it',
  }),
  target_not_on_sale: rule({
    meaning: 'now lies in the target’s sales period, and it is not archived',
    remedy: 'choose another',
  }),
  free_period_not_allowed: rule({
    meaning: 'an upgrade’s target has a price above 0',
    remedy: 'choose another period',
  }),
  downgrade_requires_recurring: rule({
    meaning: 'a downgrade’s source is recurring',
    remedy: 'let it end, then sell the other',
  }),
  currency_mismatch: rule({
    meaning: 'all prices are in one currency; where they are not, only this is answered',
    remedy: 'choose another period',
  }),
  carried_time_too_long: rule({
    meaning: 'an upgrade carries no more than 100 years',
    remedy: 'choose a dearer period',
  }),
  nothing_to_carry_over: rule({
    meaning: 'an upgrade of a limited subscription has value left',
    remedy: 'sell the target anew',
  }),
} as const satisfies Readonly<Record<PaywayRefusalReason, ErrorMeaning>>;

type OtherReason = Exclude<WriteRefusalReason, PaywayRefusalReason>;
type OtherCodes = Readonly<Record<OtherReason, ErrorMeaning> & Record<string, ErrorMeaning>>;

/** Why another write is refused: `meaning` is the rule that has to hold. */
export const writeRefusalCodes = {
  user_product_ended: rule({
    meaning: 'no change has ended the user product: what is ended stays ended',
    remedy: 'use the living one: `GET userproducts` lists it',
  }),
  user_product_not_recurring: rule({
    meaning: 'only a recurring subscription is cancelled',
    remedy: 'let it end',
  }),
  package_not_cancellable: rule({
    meaning: 'its package lets the customer cancel',
    remedy: 'it runs until it is changed or ended by the publisher',
  }),
  user_product_not_cancelled: rule({
    meaning: 'what is reactivated is cancelled, and its period has not ended',
    remedy: 'nothing to do, or sell it anew',
  }),
  no_pending_change: rule({
    meaning: 'a change waits for the end of the period',
    remedy: 'nothing to do',
  }),
  no_payment_period: rule({
    meaning: 'the package has a payment period of that subscription type',
    remedy: 'choose the other type, or add a period to the package',
  }),
  valid_to_not_after_valid_from: rule({
    meaning: '`valid_to` lies after `valid_from`',
    remedy: 'correct the dates',
  }),
  too_many_webhook_endpoints: rule({
    meaning: 'an organisation has at most 50 webhook endpoints',
    remedy: 'remove one that is not needed',
  }),
  replay_too_large: rule({
    meaning: 'one call queues the events of at most 10,000 places of the log',
    remedy: 'replay in several ranges',
  }),
  organisation_is_live: rule({
    meaning: 'a live organisation has no test clock',
    remedy: 'use one that is not live',
  }),
  clock_moves_forward_only: rule({
    meaning: 'a test clock moves forward only',
    remedy: 'set a later instant',
  }),
} as const satisfies OtherCodes;
