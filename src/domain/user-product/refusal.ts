/** What a rule was checked on, by name: for whoever has to explain it. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** Why something is refused: one reason of a closed list, which each dialect must answer, with the facts it failed on. */
export type Refusal<Reason extends string> = { readonly reason: Reason; readonly facts: Facts };

/**
 * Why a write on a user product that is no change of package is refused: a closed list (docs/spec/payway-api.md §5).
 */
export type WriteRefusalReason =
  | 'user_product_ended'
  | 'user_product_not_active'
  | 'user_product_not_tulo_provisioned'
  | 'user_product_not_recurring'
  | 'package_not_cancellable'
  | 'user_product_not_cancelled'
  | 'no_pending_change'
  | 'no_payment_period'
  | 'too_many_user_products'
  | 'valid_to_not_in_future'
  | 'valid_to_required'
  | 'valid_to_not_after_valid_from';

export type WriteRefusal = Refusal<WriteRefusalReason>;
