/** Why a write on a user product that is no change of package is refused: a closed list (payway-api.md §5). */
export type WriteRefusalReason =
  | 'user_product_ended'
  | 'user_product_not_active'
  | 'user_product_not_tulo_provisioned'
  | 'user_product_not_recurring'
  | 'package_not_cancellable'
  | 'user_product_not_cancelled'
  | 'no_pending_change'
  | 'no_payment_period'
  | 'valid_to_not_after_valid_from';

export type WriteRefusal = {
  readonly reason: WriteRefusalReason;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
};
