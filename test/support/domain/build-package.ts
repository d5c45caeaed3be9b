import { paywayBilling } from '../../../src/domain/catalogue/billing-terms.js';
import type { Package, PaymentPeriod } from '../../../src/domain/catalogue/package.js';
import type { Currency, Money } from '../../../src/domain/money/money.js';
import { idOf } from './id-of.js';

export const sek = 'SEK' as Currency;
export const eur = 'EUR' as Currency;

/** So many minor units: `money(10_000)` is 100.00 SEK. */
export function money(amountMinor: number, currency: Currency = sek): Money {
  return { amountMinor, currency };
}

/** A monthly, recurring, enabled period of 100.00 SEK paid by invoice, but for what is given. */
export function buildPeriod(given: Partial<PaymentPeriod> & { number: number }): PaymentPeriod {
  const { number, ...edits } = given;
  return {
    id: idOf(number),
    type: 'recurring',
    paymentMethod: 'invoice',
    enabled: true,
    interval: { unit: 'month', length: 1 },
    price: money(10_000),
    name: null,
    billing: paywayBilling,
    ...edits,
  };
}

/** An unranked package that is always on sale, with one monthly period of 100.00 SEK, but for what is given. */
export function buildPackage(given: Partial<Package> & { number: number }): Package {
  const { number, ...edits } = given;
  return {
    id: idOf(number),
    code: `package_${String(number)}`,
    kind: 'package',
    name: `Package ${String(number)}`,
    titleCode: null,
    rank: 'unranked',
    basePackageCode: null,
    integrationCode: null,
    customerCanCancel: true,
    vatCode: null,
    description: {},
    validFrom: null,
    validTo: null,
    archived: false,
    tags: [],
    periods: [buildPeriod({ number: number + 1 })],
    ...edits,
  };
}

/** The package's only, or first, payment period. */
export function firstPeriod(pack: Package): PaymentPeriod {
  const [period] = pack.periods;
  if (period === undefined) throw new TypeError('the package has no payment period');
  return period;
}
