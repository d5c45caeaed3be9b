import { remainingShare } from '../../billing/remaining-share.js';
import { creditOf, usedOf } from '../../billing/credit-of.js';
import type { CreditType, Tier } from '../../catalogue/product-group.js';
import { soldPeriodOf } from '../../catalogue/sold-period.js';
import { priceOf } from '../../money/price-of.js';
import type { Money } from '../../money/money.js';
import { anchorOf } from '../../time/anchor.js';
import { addInterval } from '../../time/boundary.js';
import { currentPeriodOf } from '../../user-product/current-period-of.js';
import { openValueOf } from '../../user-product/open-value.js';
import { paidForSold } from '../../user-product/paid.js';
import { shownValue, valueLeftOf } from '../../user-product/value-left.js';
import { nothingSettled } from '../../user-product/waiting-terms.js';
import type { DecisionInput, SettledPart, SettledParts } from '../change-decision.js';
import type { Settlement } from '../change-policy.js';
import { settleAtPeriodEnd } from '../settle-at-period-end.js';

/**
 * When a change to that tier happens and what it comes to (docs/spec/change-rules.md §4): at the end of the period
 * nothing is given back or owed for it; at once the rest of what was paid is given back as the tier says, what was used
 * in arrears is owed, and the first period of the new one begins.
 * Example: 10.00 EUR paid for April, on 16 Apr to 30.00 a month, pro rata: 5.00 given back, 30.00 charged, until 16 May.
 */
export function settleGroupChange(input: DecisionInput, tier: Tier): Settlement {
  if (tier.changeTiming === 'end_of_period') {
    const settlement = settleAtPeriodEnd(input);
    const { amounts } = settlement;
    return { ...settlement, amounts: { ...amounts, settlement: nothingSettled(amounts) } };
  }
  return settleAtOnce(input, tier.creditType);
}

function settleAtOnce(input: DecisionInput, creditType: CreditType): Settlement {
  const { product, target, catalogue, now } = input;
  const { period, quantity } = target;
  const validTo = addInterval(now, period.interval, catalogue.timeZone);
  const sold = { soldPeriod: soldPeriodOf(period), quantity };
  const paid = paidForSold(sold, { from: now, to: validTo });
  const nothing: Money = { ...period.price, amountMinor: 0 };
  const parts = partsOf(input, creditType);
  return {
    timing: 'immediately',
    effectiveAt: now,
    next: { validTo, anchor: anchorOf(now, catalogue.timeZone), paid, renewedAtOnce: false },
    amounts: {
      valueLeft: shownValue(valueLeftOf(product.paid, now), product.paid.amount),
      valueCarried: nothing,
      nextRenewal: priceOf(period.price, quantity),
      settlement: { credit: parts.credit.amount, used: parts.used.amount, charge: paid.amount },
    },
    parts,
  };
}

/** What was paid in advance may be given back; what is paid in arrears is owed as far as it was used. */
function partsOf(input: DecisionInput, creditType: CreditType): SettledParts {
  const { product, now } = input;
  const nothing = { ...product.soldPeriod.price, amountMinor: 0 };
  const none: SettledPart = { amount: nothing, from: now, to: now, share: null };
  return product.soldPeriod.billing.payInAdvance
    ? { credit: creditPart(input, creditType), used: none }
    : { credit: none, used: usedPart(input) };
}

function creditPart(
  { product, catalogue, now }: DecisionInput,
  creditType: CreditType,
): SettledPart {
  const { paid, soldPeriod, quantity } = product;
  const share = remainingShare(paid, now, catalogue);
  const { net, open } = openValueOf(paid, now);
  const price = priceOf(soldPeriod.price, quantity);
  const isProRata = soldPeriod.billing.proRata;
  const amount = creditOf(creditType, { net, open, price, share, isProRata });
  return creditType === 'pro_rata'
    ? { amount, from: now, to: paid.to, share }
    : { amount, from: paid.from, to: paid.to, share: null };
}

function usedPart({ product, catalogue, now }: DecisionInput): SettledPart {
  const { soldPeriod, quantity } = product;
  const { from, to } = currentPeriodOf(product, catalogue.timeZone);
  const left = remainingShare({ from, to }, now, catalogue);
  const price = priceOf(soldPeriod.price, quantity);
  const isProRata = soldPeriod.billing.proRata;
  const amount = usedOf({ price, share: left, isProRata });
  const share = isProRata ? { ...left, parts: left.whole - left.parts } : null;
  return { amount, from, to: now, share };
}
