import type { Rank } from '../../catalogue/package.js';
import { rankOf } from '../../catalogue/rank-of.js';
import { compareMoney } from '../../money/compare-money.js';
import type { Money } from '../../money/money.js';
import type { ChangeKind } from '../../user-product/change.js';
import type { DecisionInput } from '../change-decision.js';
import type { Direction } from '../change-policy.js';
import { comparedPrices } from './compared-prices.js';

/** What a direction is read from: ranks of the packages, prices of the periods in one currency. */
export type Standing = {
  readonly sourceRank: Rank;
  readonly targetRank: Rank;
  readonly sourcePrice: Money;
  readonly targetPrice: Money;
};

type DirectionRule = {
  readonly name: string;
  readonly source: string;
  readonly applies: (standing: Standing) => boolean;
  readonly kind: ChangeKind;
};

/** Payway's table (docs/spec/payway-api.md §3): the first row that applies decides, and one always does. */
export const directionRules: readonly DirectionRule[] = [
  {
    name: 'rank_higher',
    source: 'docs/spec/payway-api.md §3 row 1 [doc]',
    applies: byRank((source, target) => source < target),
    kind: 'upgrade',
  },
  {
    name: 'rank_lower',
    source: 'docs/spec/payway-api.md §3 row 2 [doc]',
    applies: byRank((source, target) => source > target),
    kind: 'downgrade',
  },
  {
    name: 'rank_equal',
    source: 'docs/spec/payway-api.md §3 row 3 [doc]',
    applies: byRank((source, target) => source === target),
    kind: 'downgrade',
  },
  {
    name: 'price_higher',
    source: 'docs/spec/payway-api.md §3 row 4 [doc]',
    applies: (it) => compareMoney(it.targetPrice, it.sourcePrice) > 0,
    kind: 'upgrade',
  },
  {
    name: 'price_lower',
    source: 'docs/spec/payway-api.md §3 row 5 [doc]',
    applies: (it) => compareMoney(it.targetPrice, it.sourcePrice) < 0,
    kind: 'downgrade',
  },
  {
    name: 'price_equal',
    source: 'docs/spec/payway-api.md §3 row 6 [ours]',
    applies: () => true,
    kind: 'downgrade',
  },
];

/**
 * Upgrade or downgrade, by rank and else by price as it stands, not by price a month (docs/spec/payway-api.md §3).
 * Total.
 * Example: 100.00 a month → 250.00 a quarter, both unranked, is an upgrade.
 */
export function directionOf(standing: Standing): Direction {
  const decisive = directionRules.find((rule) => rule.applies(standing));
  if (decisive === undefined) throw new Error('the last row of the direction table applies always');
  return { kind: decisive.kind, rule: decisive.name };
}

/** Where a change stands; null where prices of two currencies have no order. */
export function standingOf(input: DecisionInput): Standing | null {
  const { catalogue, product, target } = input;
  const prices = comparedPrices(input);
  if (!prices.oneCurrency) return null;
  const source = catalogue.packagesById.get(product.packageId);
  return {
    sourceRank: source === undefined ? 'unranked' : rankOf(source, catalogue),
    targetRank: rankOf(target.package, catalogue),
    sourcePrice: prices.source,
    targetPrice: prices.target,
  };
}

function byRank(compare: (source: number, target: number) => boolean) {
  return ({ sourceRank, targetRank }: Standing): boolean =>
    sourceRank !== 'unranked' && targetRank !== 'unranked' && compare(sourceRank, targetRank);
}
