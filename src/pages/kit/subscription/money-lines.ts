import type { Money } from '../../../domain/money/money.js';
import type { ChangeAmounts, ChangeSettlement } from '../../../domain/user-product/change.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { Written } from '../written.js';

/** What of a change is about money: as it is offered, and as it was done. */
export type ChangeMoney = {
  readonly effectiveAt: Instant;
  /** Where the period that it begins ends. */
  readonly validTo: Instant;
  readonly isAtOnce: boolean;
  readonly amounts: ChangeAmounts;
};

export type MoneyLines = {
  /** What is paid or credited now, or carried over. */
  readonly now: string;
  /** How that comes about, in one line; null where there is nothing to reckon. */
  readonly arithmetic: string | null;
};

/**
 * What a change costs now and why (docs/spec/pages.md §7). Example: charge 30.00, used 0.00, credit 5.00: pay 25.00.
 */
export function moneyLines(change: ChangeMoney, name: string, written: Written): MoneyLines {
  const { say, money, day } = written;
  const { amounts, isAtOnce, validTo } = change;
  const { settlement, valueLeft, valueCarried } = amounts;
  if (!isAtOnce) return { now: say('money.nothingNow'), arithmetic: null };
  if (settlement === null) {
    if (valueCarried.amountMinor === 0) return { now: say('money.nothingNow'), arithmetic: null };
    return {
      now: say('money.carried', { amount: money(valueLeft), name, day: day(validTo) }),
      arithmetic: null,
    };
  }
  return settled(settlement, written);
}

function settled(settlement: ChangeSettlement, { say, money }: Written): MoneyLines {
  const due = dueNowOf(settlement);
  const key =
    due.amountMinor > 0 ? 'money.pay' : due.amountMinor < 0 ? 'money.credited' : 'money.nothingNow';
  const shown: Money = { amountMinor: Math.abs(due.amountMinor), currency: due.currency };
  return {
    now: say(key, { amount: money(shown) }),
    arithmetic: arithmeticOf(settlement, { say, money }),
  };
}

/** What the sum is made of, without what is 0; null where there is one part alone. */
function arithmeticOf(
  { credit, used, charge }: ChangeSettlement,
  { say, money }: Pick<Written, 'say' | 'money'>,
): string | null {
  if (credit.amountMinor === 0 && used.amountMinor === 0) return null;
  const parts = [
    say('money.charge', { amount: money(charge) }),
    ...(used.amountMinor === 0 ? [] : [`+ ${say('money.used', { amount: money(used) })}`]),
    ...(credit.amountMinor === 0 ? [] : [`− ${say('money.credit', { amount: money(credit) })}`]),
  ];
  return `${parts.join(' ')}.`;
}

/** What is to be paid now; below 0 it is given back. Example: used 2.00 + charge 30.00 − credit 5.00 = 27.00. */
export function dueNowOf({ credit, used, charge }: ChangeSettlement): Money {
  const amountMinor = used.amountMinor + charge.amountMinor - credit.amountMinor;
  return { amountMinor, currency: charge.currency };
}
