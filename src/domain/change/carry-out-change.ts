import type { Transition } from '../user-product/transition.js';
import { changeAtOnce } from './change-at-once.js';
import type { ChangeOrder } from './change-order.js';
import { registerChange } from './register-change.js';

/**
 * What an accepted change does to its user product (docs/spec/payway-api.md §3 effects): at once it ends and its
 * successor begins, or the change waits in it for the end of the period. Either way a change that waited is superseded.
 */
export function carryOutChange(order: ChangeOrder): Transition {
  return order.decision.timing === 'immediately' ? changeAtOnce(order) : registerChange(order);
}
