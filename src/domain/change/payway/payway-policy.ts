import { priceOf } from '../../money/price-of.js';
import { periodOf } from '../../catalogue/catalogue.js';
import type { Package, PaymentPeriod } from '../../catalogue/package.js';
import { quantityInForce } from '../../catalogue/quantity-in-force.js';
import { tierAfter } from '../../catalogue/tier-after.js';
import type { RequirementOutcome } from '../../user-product/change.js';
import type { UserProduct } from '../../user-product/user-product.js';
import type { DecisionInput } from '../change-decision.js';
import type {
  ChangePolicy,
  Direction,
  Findings,
  FoundTarget,
  Row,
  Settlement,
} from '../change-policy.js';
import type { NamedTarget } from '../named-target.js';
import { settleAtPeriodEnd } from '../settle-at-period-end.js';
import { carryOver, nextPeriodOf } from './carry-over.js';
import { defaultTargetPeriod } from './default-target-period.js';
import { directionOf, standingOf } from './direction.js';
import type { PackagePeriodName } from './package-period-name.js';
import { paywayFacts, type PaywaySettings } from './payway-facts.js';
import type { PaywayRefusal, PaywayRefusalReason } from './payway-refusal.js';
import { paywayRequirements, type PaywayRequirement } from './payway-requirements.js';

/**
 * Payway's rules as a policy (docs/spec/payway-api.md §3): rank, else price, decides the default; an explicit change
 * looks at neither. An upgrade happens at once and its value left becomes time; everything else waits for the period's
 * end.
 */
export function makePaywayPolicy(
  settings: PaywaySettings,
): ChangePolicy<PaywayRefusalReason, PackagePeriodName> {
  const { behaviour } = settings;
  return {
    behaviour,
    find,
    isNamed,
    direct: (input) => direct(input, settings),
    examine: (input, direction) => examine(input, settings, direction),
    settle: (input, { kind }) =>
      kind === 'upgrade' ? settleAtOnce(input) : settleAtPeriodEnd(input),
  };
}

/**
 * A package and a payment period of it. Of a package that is there, no period may be taken unasked where none has the same
 * method and is a month long, as the current one is.
 */
function find(named: PackagePeriodName, row: Row): FoundTarget<PaywayRefusalReason> {
  const { product, catalogue } = row;
  const pack = catalogue.packagesByCode.get(named.packageCode);
  if (pack === undefined) return null;
  if (named.periodId !== null) {
    const period = periodOf(pack, named.periodId);
    return period === null ? null : foundIn(row, { pack, period });
  }
  const period = defaultTargetPeriod(product, pack);
  return period === null
    ? { found: false, refusals: [noneUnasked(product)] }
    : foundIn(row, { pack, period });
}

/** As many as the period takes of what is had now, on the tier of the same group that has both. */
function foundIn(
  { product, catalogue }: Row,
  { pack, period }: { readonly pack: Package; readonly period: PaymentPeriod },
): FoundTarget<PaywayRefusalReason> {
  const quantity = quantityInForce(period.billing, product.quantity);
  const named = { packageId: pack.id, periodId: period.id };
  const tierId = tierAfter(product.tierId, named, catalogue);
  return { found: true, target: { package: pack, period, quantity, tierId } };
}

function noneUnasked({ soldPeriod }: UserProduct): PaywayRefusal {
  const facts = {
    source_payment_method: soldPeriod.paymentMethod,
    source_iteration_type: soldPeriod.interval.unit,
    source_iteration_length: soldPeriod.interval.length,
  };
  return { reason: 'payment_period_mismatch', facts };
}

/** Quantity and tier follow from package and period, so they tell no request from another. */
function isNamed(named: PackagePeriodName, target: NamedTarget, row: Row): boolean {
  if (named.packageCode !== target.packageCode) return false;
  if (named.periodId !== null) return named.periodId.toLowerCase() === target.periodId;
  const found = find(named, row);
  return found?.found === true && found.target.period.id === target.periodId;
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
  const { period, quantity } = target;
  return {
    timing: 'immediately',
    effectiveAt: now,
    next: nextPeriodOf(carriedMs, { now, period, quantity, zone: catalogue.timeZone }),
    amounts: {
      valueLeft,
      valueCarried,
      nextRenewal: period.type === 'recurring' ? priceOf(period.price, quantity) : null,
      settlement: null,
    },
    parts: null,
  };
}
