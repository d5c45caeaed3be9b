import type { Package, PaymentPeriod } from '../../catalogue/package.js';
import type { UserProduct } from '../../user-product/user-product.js';

/**
 * The payment period that a customer who names none is changed to (docs/spec/payway-api.md §5): of the same payment
 * method and type, one month long; an enabled one first. Null where the package has none, or where the customer's own
 * period is not a month long: then the length would change unasked.
 */
export function defaultTargetPeriod(product: UserProduct, target: Package): PaymentPeriod | null {
  const { interval, paymentMethod } = product.soldPeriod;
  if (!isMonth(interval)) return null;
  const alike = target.periods.filter(
    (it) =>
      it.paymentMethod === paymentMethod &&
      it.type === product.subscriptionType &&
      isMonth(it.interval),
  );
  return alike.find((it) => it.enabled) ?? alike[0] ?? null;
}

function isMonth({ unit, length }: PaymentPeriod['interval']): boolean {
  return unit === 'month' && length === 1;
}
