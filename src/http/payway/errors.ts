import type {
  PaywayRefusal,
  PaywayRefusalReason,
} from '../../domain/change/payway/payway-refusal.js';
import type { WriteRefusal, WriteRefusalReason } from '../../domain/user-product/refusal.js';
import { makeFaultProblem, type Fault, type Problem } from '../problem.js';

/** spec/payway-api.md §3: one sentence for each requirement. A new refusal does not compile until it has one here. */
const messages = {
  user_product_not_active: 'The product is not active',
  user_product_not_tulo_provisioned: 'The product is not provisioned by tulo',
  subscription_type_not_supported: 'The subscription is neither recurring nor limited',
  source_not_changeable: 'The current product is neither a package nor a campaign',
  target_not_changeable: 'The target product is neither a package nor a campaign',
  same_package: 'The target is what the account already has',
  integration_code_not_supported:
    'An integration of the product does not support upgrade or downgrade',
  subscription_type_mismatch: 'The target period is not of the same subscription type',
  payment_period_mismatch: 'The target period does not have the same payment method',
  payment_period_disabled: 'The target period is disabled',
  target_not_on_sale: 'The target product is not on sale',
  free_period_not_allowed: 'An upgrade to a free period is not allowed',
  downgrade_requires_recurring: 'Only a recurring subscription can be downgraded',
  currency_mismatch: 'The target period has another currency',
  carried_time_too_long: 'The upgrade would carry over more than 100 years',
  nothing_to_carry_over: 'The limited subscription has no value left to carry over',
} as const satisfies Record<PaywayRefusalReason, string>;

/** Why a change may be refused, for its description. */
export const refusalReasons = Object.keys(messages) as readonly PaywayRefusalReason[];

/** 409: the first refusal, and all of them where there are more (spec/payway-api.md §3). */
export function changeRefusalProblem([first, ...others]: readonly [
  PaywayRefusal,
  ...PaywayRefusal[],
]): Problem {
  return makeFaultProblem(409, [toFault(first), ...others.map(toFault)]);
}

function toFault({ reason }: PaywayRefusal): Fault {
  return { code: reason, message: messages[reason] };
}

/** spec/payway-api.md §5: the same for writes that are no change of package. */
const writeMessages = {
  user_product_ended: 'The product was ended by a change and takes no more',
  user_product_not_active: 'The product is not active',
  user_product_not_tulo_provisioned: 'The product is not provisioned by tulo',
  user_product_not_recurring: 'The subscription is not recurring',
  package_not_cancellable: 'The product cannot be cancelled by its customer',
  user_product_not_cancelled: 'The subscription is not cancelled',
  no_pending_change: 'No change is pending',
  no_payment_period: 'The product has no enabled payment period of that subscription type',
  valid_to_not_after_valid_from: 'The end must be later than the beginning',
} as const satisfies Record<WriteRefusalReason, string>;

/** 409, as for a change. */
export function writeRefusalProblem([first, ...others]: readonly [
  WriteRefusal,
  ...WriteRefusal[],
]): Problem {
  const toWriteFault = ({ reason }: WriteRefusal): Fault => ({
    code: reason,
    message: writeMessages[reason],
  });
  return makeFaultProblem(409, [toWriteFault(first), ...others.map(toWriteFault)]);
}

/** The message of a requirement, for a preview that lists what refuses. */
export function refusalMessage(reason: PaywayRefusalReason): string {
  return messages[reason];
}

/** One answer for whatever is unknown, another organisation's or another account's. */
export const notFound = makeFaultProblem(404, [
  { code: 'not_found', message: 'The account or product could not be found' },
]);

/** spec/operations.md §6. */
export const clockProblems = {
  organisation_is_live: makeFaultProblem(409, [
    { code: 'organisation_is_live', message: 'A live organisation has no clock of its own' },
  ]),
  clock_moves_forward_only: makeFaultProblem(409, [
    { code: 'clock_moves_forward_only', message: 'The clock moves forward only' },
  ]),
} as const;

/** An instant that is well-formed and does not exist, such as 30 February. */
export function noSuchInstant(field: string, printedPattern: string): Problem {
  return makeFaultProblem(400, [
    {
      code: 'invalid_parameter',
      field,
      message: `Parameter must match format (${printedPattern})`,
    },
  ]);
}
