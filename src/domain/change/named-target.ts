import { takesQuantity } from '../catalogue/quantity-in-force.js';
import type { TierId } from '../ids.js';
import type { FrozenTarget } from '../user-product/change.js';

/** The target of a change by its names: what a repeat, and a quote, is known by. */
export type NamedTarget = {
  readonly packageCode: string;
  readonly periodId: string;
  readonly quantity: number;
  readonly tierId: TierId | null;
  /** Whether a quantity that a request names counts. */
  readonly takesQuantity: boolean;
};

/** The names of a target as it was frozen. */
export function namedTargetOf({
  packageCode,
  period,
  quantity,
  tierId,
}: FrozenTarget): NamedTarget {
  const { periodId, billing } = period;
  return { packageCode, periodId, quantity, tierId, takesQuantity: takesQuantity(billing) };
}
