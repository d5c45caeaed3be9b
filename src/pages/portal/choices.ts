import type { OfferedChanges } from '../../application/change/list-offered-changes.js';
import type { ChangeOptions } from '../../application/product-groups/list-change-options.js';
import type { PaymentPeriod } from '../../domain/catalogue/package.js';
import type { ChangeDecision } from '../../domain/change/change-decision.js';
import type { PaywayRefusalReason } from '../../domain/change/payway/payway-refusal.js';
import { largestQuantity } from '../../domain/catalogue/billing-terms.js';
import { takesQuantity } from '../../domain/catalogue/quantity-in-force.js';
import type { PackageId } from '../../domain/ids.js';
import { choiceValue } from '../kit/subscription/chosen.js';
import type { MessageKey } from '../kit/words.js';
import { refusalSentences } from './refusal-words.js';

/** A price that may be changed to, and what that comes to. */
export type Choice = {
  /** What a form sends for it. */
  readonly value: string;
  readonly period: PaymentPeriod;
  readonly decision: ChangeDecision;
};

/** A tier or a package: what may be chosen of it, or why nothing. */
export type ChoiceSet = {
  readonly name: string;
  readonly packageId: PackageId;
  readonly isCurrent: boolean;
  readonly choices: readonly Choice[];
  /** Sentences; empty together with `choices` where it is not to be listed at all. */
  readonly refused: readonly MessageKey[];
};

export type QuantityBounds = { readonly least: number; readonly most: number };

/** The tiers of a product group by position. */
export function choicesOfGroup({
  product,
  options,
  refused,
  context,
}: ChangeOptions): readonly ChoiceSet[] {
  const { packagesById } = context.catalogue;
  const all = [...options, ...refused].toSorted((a, b) => a.tier.position - b.tier.position);
  const open = new Map(options.map((it) => [it.tier.id, it.periods]));
  const shut = new Map(refused.map((it) => [it.tier.id, it.refusals]));
  return all.map(({ tier }) => {
    const pack = packagesById.get(tier.packageId);
    return {
      name: tier.label ?? pack?.name ?? tier.packageId,
      packageId: tier.packageId,
      isCurrent: tier.id === product.tierId,
      choices: (open.get(tier.id) ?? []).map(({ period, decision }) => ({
        value: choiceValue(tier.id, period),
        period,
        decision,
      })),
      refused: refusalSentences(shut.get(tier.id) ?? []),
    };
  });
}

/** The packages that a publisher offers, by rank. */
export function choicesOfOffer({
  product,
  offered,
}: OfferedChanges<PaywayRefusalReason>): readonly ChoiceSet[] {
  return offered.map(({ package: pack, periods }) => ({
    name: pack.name,
    packageId: pack.id,
    isCurrent: pack.id === product.packageId,
    choices: periods.flatMap(({ period, outcome }) =>
      outcome.ok
        ? [{ value: choiceValue(pack.id, period), period, decision: outcome.decision }]
        : [],
    ),
    refused: refusalSentences(
      periods.flatMap(({ outcome }) => (outcome.ok ? [] : outcome.refusals)),
    ),
  }));
}

/** The widest bounds in which any of these takes a quantity; null where none does. */
export function quantityBounds(sets: readonly ChoiceSet[]): QuantityBounds | null {
  const taking = sets
    .flatMap((it) => it.choices)
    .map(({ period }) => period.billing)
    .filter(takesQuantity);
  if (taking.length === 0) return null;
  return {
    least: Math.min(...taking.map((it) => it.minQuantity)),
    most: Math.max(...taking.map((it) => it.maxQuantity ?? largestQuantity)),
  };
}
