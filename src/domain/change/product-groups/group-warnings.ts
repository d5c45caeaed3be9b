import type { Catalogue } from '../../catalogue/catalogue.js';
import type { PaymentPeriod } from '../../catalogue/package.js';
import type { ProductGroup, Tier } from '../../catalogue/product-group.js';
import type { Interval } from '../../time/interval.js';
import { isSameInterval, periodsOfTier } from './periods-left.js';

/** What is worth a second look in the settings of a group (docs/spec/pages.md §12); none of it is forbidden. */
export type GroupWarning =
  /** There is nothing below the lowest tier, or above the highest one, to be switched to. */
  | { readonly warning: 'lowest_downgradeable' | 'highest_upgradeable'; readonly tier: Tier }
  /** For the same time the higher tier costs less than the one below it. */
  | { readonly warning: 'price_against_position'; readonly tier: Tier; readonly below: Tier }
  /** Whoever pays for that long cannot be switched to the tier, as the interval must stay the same. */
  | { readonly warning: 'interval_missing'; readonly tier: Tier; readonly interval: Interval }
  /** The interval must stay the same, and there is one price plan for all: the setting does nothing. */
  | { readonly warning: 'one_interval_forced' | 'currencies_mixed' | 'nobody_assigned' };

type Priced = { readonly tier: Tier; readonly periods: readonly PaymentPeriod[] };

/**
 * What operators are told of a group besides: in the order of its tiers.
 * Example: Starter 30.00 a month below Pro 20.00 a month: `price_against_position` of Pro.
 */
export function groupWarnings(
  group: ProductGroup,
  { catalogue, isAnybodyOn }: { readonly catalogue: Catalogue; readonly isAnybodyOn: boolean },
): readonly GroupWarning[] {
  const priced = group.tiers.map((tier) => ({ tier, periods: periodsOn(tier, catalogue) }));
  return [
    ...endWarnings(group),
    ...priceWarnings(priced),
    ...(group.forceSameBillingInterval ? intervalWarnings(priced) : []),
    ...currencyWarnings(priced),
    ...(isAnybodyOn || group.tiers.length === 0 ? [] : [{ warning: 'nobody_assigned' } as const]),
  ];
}

function periodsOn(tier: Tier, { packagesById }: Catalogue): readonly PaymentPeriod[] {
  const pack = packagesById.get(tier.packageId);
  return pack === undefined ? [] : periodsOfTier(tier, pack).filter((it) => it.enabled);
}

function endWarnings({ tiers }: ProductGroup): readonly GroupWarning[] {
  const lowest = tiers.at(0);
  const highest = tiers.at(-1);
  return [
    ...(lowest?.downgradeable === true
      ? [{ warning: 'lowest_downgradeable', tier: lowest } as const]
      : []),
    ...(highest?.upgradeable === true
      ? [{ warning: 'highest_upgradeable', tier: highest } as const]
      : []),
  ];
}

function priceWarnings(priced: readonly Priced[]): readonly GroupWarning[] {
  return priced.slice(1).flatMap((higher, place): GroupWarning[] => {
    const lower = priced[place];
    if (lower === undefined || !isCheaper(higher, lower)) return [];
    return [{ warning: 'price_against_position', tier: higher.tier, below: lower.tier }];
  });
}

function isCheaper(higher: Priced, lower: Priced): boolean {
  return higher.periods.some((one) =>
    lower.periods.some(
      (other) =>
        one.price.currency === other.price.currency &&
        isSameInterval(one.interval, other.interval) &&
        one.price.amountMinor < other.price.amountMinor,
    ),
  );
}

function intervalWarnings(priced: readonly Priced[]): readonly GroupWarning[] {
  const intervals = eachInterval(priced.flatMap(({ periods }) => periods));
  const [only, ...others] = intervals;
  if (only !== undefined && others.length === 0) return [{ warning: 'one_interval_forced' }];
  return priced.flatMap(({ tier, periods }) =>
    intervals
      .filter((it) => !periods.some(({ interval }) => isSameInterval(interval, it)))
      .map((interval) => ({ warning: 'interval_missing', tier, interval }) as const),
  );
}

function eachInterval(periods: readonly PaymentPeriod[]): readonly Interval[] {
  const found: Interval[] = [];
  for (const { interval } of periods) {
    if (!found.some((it) => isSameInterval(it, interval))) found.push(interval);
  }
  return found;
}

function currencyWarnings(priced: readonly Priced[]): readonly GroupWarning[] {
  const currencies = new Set(
    priced.flatMap(({ periods }) => periods.map(({ price }) => price.currency)),
  );
  return currencies.size > 1 ? [{ warning: 'currencies_mixed' }] : [];
}
