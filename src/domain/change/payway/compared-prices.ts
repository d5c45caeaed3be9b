import { periodOf } from '../../catalogue/catalogue.js';
import type { Money } from '../../money/money.js';
import type { DecisionInput } from '../change-decision.js';

/** The two prices that a direction is taken from, and every currency that the change would have to do with. */
export type ComparedPrices = {
  readonly source: Money;
  readonly target: Money;
  readonly oneCurrency: boolean;
};

/**
 * The two periods' own prices as the catalogue has them now, the source's from its snapshot where its period is gone
 * (docs/spec/payway-api.md §3). One currency means that the snapshot and what was paid, whose value is carried over, are
 * in it too.
 */
export function comparedPrices({ product, target, catalogue }: DecisionInput): ComparedPrices {
  const sold = product.soldPeriod;
  const period = periodOf(catalogue.packagesById.get(product.packageId), sold.periodId);
  const source = (period ?? sold).price;
  const amounts = [sold.price, product.paid.amount, source, target.period.price];
  const currencies = new Set(amounts.map((it) => it.currency));
  return { source, target: target.period.price, oneCurrency: currencies.size === 1 };
}
