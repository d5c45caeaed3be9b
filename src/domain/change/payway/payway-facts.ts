import type { Package } from '../../catalogue/package.js';
import type { PaywayBehaviour } from '../../user-product/change.js';
import type { DecisionInput } from '../change-decision.js';
import type { Direction } from '../change-policy.js';
import { carryOver, type CarryOver } from './carry-over.js';

/** What the policy is told besides the request: settings and the behaviour asked for. */
export type PaywaySettings = {
  readonly behaviour: PaywayBehaviour;
  /** Integration codes that support export of upgrade and downgrade. */
  readonly exportingIntegrations: ReadonlySet<string>;
};

/** What Payway's requirements are checked on. */
export type PaywayFacts = DecisionInput &
  PaywaySettings & {
    /** Undefined where the package that the user product is on is gone from the catalogue. */
    readonly source: Package | undefined;
    readonly direction: Direction | null;
    /** Null where nothing is carried: no upgrade, or one to a free period, which is refused for that. */
    readonly carried: CarryOver | null;
  };

/** The facts of one request under Payway's policy. */
export function paywayFacts(
  input: DecisionInput,
  settings: PaywaySettings,
  direction: Direction | null,
): PaywayFacts {
  const carries = direction?.kind === 'upgrade' && input.target.period.price.amountMinor > 0;
  return {
    ...input,
    ...settings,
    source: input.catalogue.packagesById.get(input.product.packageId),
    direction,
    carried: carries ? carryOver(input) : null,
  };
}
