import type { BillingDocument } from '../../../domain/billing/billing-document.js';
import type { SoldPeriod } from '../../../domain/catalogue/sold-period.js';
import type { Money } from '../../../domain/money/money.js';
import { isPayable, priceOf } from '../../../domain/money/price-of.js';
import type { Written } from '../written.js';
import type { Telling } from './telling.js';

export type PricedPeriod = Pick<SoldPeriod, 'price' | 'interval'>;

/**
 * What so many units cost for each period, in words, with what is said of VAT. Example: `SEK 200.00 per month, incl. VAT`.
 */
export function namedPrice(
  { say, money, interval }: Written,
  { price, interval: every }: PricedPeriod,
  { quantity, includesVat }: { readonly quantity: number; readonly includesVat: boolean | null },
): string {
  if (!isPayable(price, quantity)) return say('amount.unknown');
  const values = { amount: money(priceOf(price, quantity)), interval: interval(every) };
  const text = say('price.every', values);
  const units = quantity === 1 ? '' : ` (${say('price.units', { quantity, unit: money(price) })})`;
  return `${text}${vatWords(say, includesVat)}${units}`;
}

/** The same as a page tells it: in its language, with what its organisation says of VAT. */
export function priceFor(
  { written, includesVat }: Pick<Telling, 'written' | 'includesVat'>,
  period: PricedPeriod,
  quantity: number,
): string {
  return namedPrice(written, period, { quantity, includesVat });
}

/** Behind an amount: what the organisation says of VAT, or nothing. */
export function vatWords(say: Written['say'], includesVat: boolean | null): string {
  if (includesVat === null) return '';
  return `, ${say(includesVat ? 'price.inclVat' : 'price.exclVat')}`;
}

/** Whether something is to be paid for it, by whoever orders it. */
export function costsMoney({ amountMinor }: Money): boolean {
  return amountMinor > 0;
}

/** What a document comes to: a credit note gives back, so its amount is below 0. */
export function signedAmount(
  { type, netMinor, currency }: Pick<BillingDocument, 'type' | 'netMinor' | 'currency'>,
  { money }: Written,
): string {
  return money({ amountMinor: type === 'credit_note' ? -netMinor : netMinor, currency });
}
