import { isPayable } from '../../money/price-of.js';
import { isOnSale } from '../../catalogue/is-on-sale.js';
import { isChangeableKind } from '../../catalogue/is-changeable-kind.js';
import type { Package } from '../../catalogue/package.js';
import { toMajorUnits } from '../../money/decimal-amount.js';
import { formatInstant } from '../../time/instant-text.js';
import type { Instant, TimeZone } from '../../time/instant.js';
import type { RequirementOutcome } from '../../user-product/change.js';
import { comparedPrices } from './compared-prices.js';
import type { PaywayFacts } from './payway-facts.js';
import type { PaywayRefusalReason } from './payway-refusal.js';

type Finding = Pick<RequirementOutcome, 'passed' | 'facts'>;

export type PaywayRequirement = {
  readonly code: PaywayRefusalReason;
  readonly source: string;
  /** ● in the table: it applies to an explicit change too. */
  readonly forExplicit: boolean;
  /** It asks whether this is an upgrade or a downgrade, which two currencies cannot say. */
  readonly needsDirection: boolean;
  readonly check: (facts: PaywayFacts) => Finding;
};

const doc = { source: 'docs/spec/payway-api.md §3 [doc]', needsDirection: false } as const;
const ours = { source: 'docs/spec/payway-api.md §3 [ours]', needsDirection: true } as const;
const both = { forExplicit: true } as const;
const defaultOnly = { forExplicit: false } as const;

/** Payway's requirements (docs/spec/payway-api.md §3), one row a rule, in the order in which refusals are answered. */
export const paywayRequirements: readonly PaywayRequirement[] = [
  {
    ...doc,
    ...both,
    code: 'user_product_not_active',
    check: ({ product: { state } }) => ({ passed: state === 'activated', facts: { state } }),
  },
  {
    ...doc,
    ...both,
    code: 'user_product_not_tulo_provisioned',
    check: ({ product: { provisionService } }) => ({
      passed: provisionService === 'tulo',
      facts: { provision_service: provisionService },
    }),
  },
  {
    ...doc,
    ...both,
    code: 'subscription_type_not_supported',
    // Both types have an end; without one there is no boundary that a change could wait for.
    check: ({ product: { subscriptionType, validTo } }) => ({
      passed: subscriptionType !== 'single' && validTo !== null,
      facts: { subscription_type: subscriptionType, has_end: validTo !== null },
    }),
  },
  {
    ...doc,
    ...both,
    code: 'source_not_changeable',
    check: ({ source, product }) => isChangeable(source, product.packageCode),
  },
  {
    ...doc,
    ...both,
    code: 'target_not_changeable',
    check: ({ target }) => isChangeable(target.package, target.package.code),
  },
  {
    ...doc,
    ...both,
    code: 'same_package',
    check: ({ product, target, behaviour }) => {
      const samePackage = product.packageId === target.package.id;
      const samePeriod = product.soldPeriod.periodId === target.period.id;
      return {
        passed: !(samePackage && (samePeriod || behaviour === 'default')),
        facts: { same_package: samePackage, same_period: samePeriod },
      };
    },
  },
  {
    ...doc,
    ...defaultOnly,
    code: 'integration_code_not_supported',
    check: ({ source, target, exportingIntegrations }) => {
      const codes = [source?.integrationCode ?? null, target.package.integrationCode];
      return {
        passed: codes.every((code) => code === null || exportingIntegrations.has(code)),
        facts: {
          source_integration_code: codes[0] ?? null,
          target_integration_code: codes[1] ?? null,
        },
      };
    },
  },
  {
    ...doc,
    ...both,
    code: 'subscription_type_mismatch',
    check: ({ product: { subscriptionType }, target: { period } }) => ({
      passed: subscriptionType === 'single' || period.type === subscriptionType,
      facts: { source_type: subscriptionType, target_type: period.type },
    }),
  },
  {
    ...doc,
    ...both,
    code: 'payment_period_mismatch',
    check: ({ product: { soldPeriod }, target: { period } }) => ({
      passed: period.paymentMethod === soldPeriod.paymentMethod,
      facts: {
        source_payment_method: soldPeriod.paymentMethod,
        target_payment_method: period.paymentMethod,
      },
    }),
  },
  {
    ...doc,
    ...both,
    code: 'payment_period_disabled',
    check: ({ target: { period } }) => ({
      passed: period.enabled,
      facts: { period_id: period.id, enabled: period.enabled },
    }),
  },
  { ...doc, ...both, code: 'target_not_on_sale', check: isTargetOnSale },
  {
    ...doc,
    ...defaultOnly,
    needsDirection: true,
    code: 'free_period_not_allowed',
    check: ({ direction, target: { period } }) => ({
      passed: direction?.kind !== 'upgrade' || period.price.amountMinor > 0,
      facts: { price: toMajorUnits(period.price) },
    }),
  },
  {
    ...doc,
    ...defaultOnly,
    needsDirection: true,
    code: 'downgrade_requires_recurring',
    check: ({ direction, product: { subscriptionType } }) => ({
      passed: direction?.kind !== 'downgrade' || subscriptionType === 'recurring',
      facts: { subscription_type: subscriptionType },
    }),
  },
  {
    ...doc,
    ...both,
    code: 'currency_mismatch',
    check: (facts) => {
      const { source, target, oneCurrency } = comparedPrices(facts);
      const sold = facts.product.soldPeriod.price.currency;
      return {
        passed: oneCurrency,
        facts: {
          sold_in: sold,
          source_currency: source.currency,
          target_currency: target.currency,
        },
      };
    },
  },
  {
    ...ours,
    ...defaultOnly,
    code: 'carried_time_too_long',
    check: ({ carried }) => ({
      passed: carried?.isTooLong !== true,
      facts: {
        carried_days: carried && Number(carried.carriedMs / 86_400_000n),
        longest_years: 100,
      },
    }),
  },
  {
    ...ours,
    ...defaultOnly,
    code: 'nothing_to_carry_over',
    check: ({ carried, product: { subscriptionType } }) => ({
      passed: carried?.carriedMs !== 0n || subscriptionType !== 'limited',
      facts: { value_left: carried === null ? null : toMajorUnits(carried.valueLeft) },
    }),
  },
  {
    ...ours,
    ...defaultOnly,
    code: 'payment_period_in_arrears',
    // Nothing was paid in arrears that could become time.
    check: ({ direction, product: { soldPeriod }, target: { period } }) => {
      const source = soldPeriod.billing.payInAdvance;
      const target = period.billing.payInAdvance;
      return {
        passed: direction?.kind !== 'upgrade' || (source && target),
        facts: { source_pay_in_advance: source, target_pay_in_advance: target },
      };
    },
  },
  {
    ...ours,
    ...both,
    needsDirection: false,
    code: 'amount_too_large',
    check: ({ target: { period, quantity } }) => ({
      passed: isPayable(period.price, quantity),
      facts: { price: toMajorUnits(period.price), quantity },
    }),
  },
];

function isChangeable(pack: Package | undefined, code: string): Finding {
  const kind = pack?.kind ?? null;
  return {
    passed: kind !== null && isChangeableKind(kind),
    facts: { package_code: code, kind },
  };
}

function isTargetOnSale({ target, catalogue, now }: PaywayFacts): Finding {
  const { validFrom, validTo, archived } = target.package;
  return {
    passed: isOnSale(target.package, now),
    facts: {
      archived,
      valid_from: formatted(validFrom, catalogue.timeZone),
      valid_to: formatted(validTo, catalogue.timeZone),
    },
  };
}

function formatted(instant: Instant | null, zone: TimeZone): string | null {
  return instant === null ? null : formatInstant(instant, zone);
}
