import type { Package, PaymentPeriod } from '../../catalogue/package.js';
import type { RequirementOutcome } from '../../user-product/change.js';
import type { UserProduct } from '../../user-product/user-product.js';
import type { DecisionInput } from '../change-decision.js';
import type { ChangePolicy, Direction, Findings, Settlement } from '../change-policy.js';
import { settleAtPeriodEnd } from '../settle-at-period-end.js';
import { carryOver, nextPeriodOf } from './carry-over.js';
import { defaultTargetPeriod } from './default-target-period.js';
import { directionOf, standingOf } from './direction.js';
import { paywayFacts, type PaywaySettings } from './payway-facts.js';
import type { PaywayRefusal, PaywayRefusalReason } from './payway-refusal.js';
import { paywayRequirements, type PaywayRequirement } from './payway-requirements.js';

/**
 * Payway's rules as a policy (docs/spec/payway-api.md §3): rank, else price, decides the default; an explicit change
 * looks at neither. An upgrade happens at once and its value left becomes time; everything else waits for the period's
 * end.
 */
export function makePaywayPolicy(settings: PaywaySettings): ChangePolicy<PaywayRefusalReason> {
  const { behaviour } = settings;
  return {
    behaviour,
    unaskedPeriod,
    direct: (input) => direct(input, settings),
    examine: (input, direction) => examine(input, settings, direction),
    settle: (input, { kind }) =>
      kind === 'upgrade' ? settleAtOnce(input) : settleAtPeriodEnd(input),
  };
}

/** No payment period may be taken unasked where none has the same method and is a month long, as the current one is. */
function unaskedPeriod(product: UserProduct, target: Package): PaymentPeriod | PaywayRefusal {
  const { soldPeriod } = product;
  const facts = {
    source_payment_method: soldPeriod.paymentMethod,
    source_iteration_type: soldPeriod.interval.unit,
    source_iteration_length: soldPeriod.interval.length,
  };
  return defaultTargetPeriod(product, target) ?? { reason: 'payment_period_mismatch', facts };
}

function direct(input: DecisionInput, { behaviour }: PaywaySettings): Direction | null {
  const standing = standingOf(input);
  if (standing === null) return null;
  return behaviour === 'explicit'
    ? { kind: 'change', rule: 'explicit_change' }
    : directionOf(standing);
}

function examine(
  input: DecisionInput,
  settings: PaywaySettings,
  direction: Direction | null,
): Findings<PaywayRefusalReason> {
  const facts = paywayFacts(input, settings, direction);
  const applicable = paywayRequirements.filter(
    (row) =>
      (row.forExplicit || settings.behaviour === 'default') &&
      !(row.needsDirection && direction === null),
  );
  const checked = applicable.map((row) => ({ row, ...row.check(facts) }));
  const failed = checked.filter((it) => !it.passed).map(refusalOf);
  const isMixed = direction === null;
  return {
    requirements: checked.map(outcomeOf),
    refusals: isMixed ? failed.filter((it) => it.reason === 'currency_mismatch') : failed,
  };
}

type Checked = { readonly row: PaywayRequirement } & Omit<RequirementOutcome, 'code'>;

function outcomeOf({ row, passed, facts }: Checked): RequirementOutcome {
  return { code: row.code, passed, facts };
}

function refusalOf({ row, facts }: Checked): PaywayRefusal {
  return { reason: row.code, facts };
}

function settleAtOnce(input: DecisionInput): Settlement {
  const { now, catalogue, target } = input;
  const { carriedMs, valueLeft, valueCarried } = carryOver(input);
  const { period } = target;
  return {
    timing: 'immediately',
    effectiveAt: now,
    next: nextPeriodOf(carriedMs, { now, period, zone: catalogue.timeZone }),
    amounts: {
      valueLeft,
      valueCarried,
      nextRenewal: period.type === 'recurring' ? period.price : null,
      settlement: null,
    },
  };
}
