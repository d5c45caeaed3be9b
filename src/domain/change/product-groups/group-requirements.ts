import { isOnSale } from '../../catalogue/is-on-sale.js';
import type { TierInGroup } from '../../catalogue/product-group.js';
import { isPayable } from '../../money/price-of.js';
import { isTuloProvisioned } from '../../user-product/due-at.js';
import type { Facts } from '../../user-product/refusal.js';
import type { DecisionInput } from '../change-decision.js';
import type { Direction } from '../change-policy.js';
import type { GroupRuleReason } from './group-refusal.js';
import { periodFaults, type PeriodFault } from './periods-left.js';

/** What the rules of a product group are checked on. */
export type GroupFacts = DecisionInput & {
  /** Undefined where the user product is on none, or on one that is gone. */
  readonly current: TierInGroup | undefined;
  readonly next: TierInGroup | undefined;
  readonly direction: Direction | null;
};

export type GroupRequirement = {
  readonly code: GroupRuleReason;
  readonly source: string;
  /** It is about the user product itself: where one of these fails, no other is answered. */
  readonly isOwn: boolean;
  readonly check: (facts: GroupFacts) => { readonly passed: boolean; readonly facts: Facts };
};

const table = { source: 'docs/spec/product-groups-api.md §3 [ours]' } as const;
const doc = { source: 'docs/spec/product-groups-api.md §3 [doc]' } as const;
const own = { ...table, isOwn: true } as const;
const rule = { ...table, isOwn: false } as const;

/** One row a rule, in the order in which refusals are answered. */
export const groupRequirements: readonly GroupRequirement[] = [
  {
    ...own,
    code: 'user_product_ended',
    check: ({ product: { endedBy } }) => ({
      passed: endedBy === null,
      facts: { successor: endedBy?.successorId ?? null },
    }),
  },
  {
    ...own,
    code: 'user_product_not_active',
    check: ({ product: { state } }) => ({
      passed: state === 'activated',
      facts: { state },
    }),
  },
  {
    ...own,
    code: 'user_product_not_tulo_provisioned',
    check: ({ product }) => ({
      passed: isTuloProvisioned(product),
      facts: { provision_service: product.provisionService },
    }),
  },
  {
    ...own,
    code: 'user_product_not_recurring',
    // Whatever recurs has an end, where it is ours to end.
    check: ({ product: { subscriptionType, validTo } }) => ({
      passed: subscriptionType === 'recurring' && validTo !== null,
      facts: { subscription_type: subscriptionType },
    }),
  },
  {
    ...own,
    code: 'no_product_group',
    check: ({ current }) => ({ passed: current !== undefined, facts: {} }),
  },
  {
    ...own,
    code: 'other_product_group',
    check: ({ current, next }) => ({
      passed: current === undefined || next?.group.id === current.group.id,
      facts: { product_group: current?.group.id ?? null, of_tier: next?.group.id ?? null },
    }),
  },
  {
    ...own,
    code: 'product_group_disabled',
    check: ({ current }) => ({
      passed: current?.group.enabled !== false,
      facts: { product_group: current?.group.id ?? null },
    }),
  },
  {
    ...own,
    ...doc,
    code: 'change_pending',
    check: ({ product: { pendingChange } }) => ({
      passed: pendingChange === null,
      facts: { pending_change: pendingChange?.changeId ?? null },
    }),
  },
  {
    ...rule,
    ...doc,
    code: 'not_upgradeable',
    check: ({ current, direction }) => ({
      passed: direction?.kind !== 'upgrade' || current?.tier.upgradeable === true,
      facts: { upgradeable: current?.tier.upgradeable ?? null },
    }),
  },
  {
    ...rule,
    ...doc,
    code: 'not_downgradeable',
    check: ({ current, direction }) => ({
      passed: direction?.kind !== 'downgrade' || current?.tier.downgradeable === true,
      facts: { downgradeable: current?.tier.downgradeable ?? null },
    }),
  },
  {
    ...rule,
    code: 'target_not_on_sale',
    check: ({ product, target, now }) => ({
      passed: target.package.id === product.packageId || isOnSale(target.package, now),
      facts: { package_code: target.package.code, archived: target.package.archived },
    }),
  },
  periodRule('payment_period_disabled'),
  periodRule('billing_interval_mismatch'),
  periodRule('currency_mismatch'),
  {
    ...rule,
    code: 'nothing_to_change',
    check: ({ product, target }) => ({
      passed:
        target.period.id !== product.soldPeriod.periodId || target.quantity !== product.quantity,
      facts: { period_id: target.period.id, quantity: target.quantity },
    }),
  },
  {
    ...rule,
    code: 'amount_too_large',
    check: ({ target: { period, quantity } }) => ({
      passed: isPayable(period.price, quantity),
      facts: { price_minor: period.price.amountMinor, quantity },
    }),
  },
];

/** The reasons in the order in which they are answered. */
export const groupRuleReasons = groupRequirements.map((it) => it.code);

/** Of the period that is chosen; where none could be, a fault that any of those has which were looked at. */
function periodRule(code: PeriodFault): GroupRequirement {
  return {
    ...rule,
    code,
    check: ({ product, target, next }) => {
      const { period, candidates = [period] } = target;
      const faulty =
        next === undefined
          ? []
          : candidates.filter((it) =>
              periodFaults(it, { product, group: next.group }).includes(code),
            );
      return {
        passed: faulty.length === 0,
        facts: { period_id: faulty[0]?.id ?? period.id, periods: faulty.length },
      };
    },
  };
}
