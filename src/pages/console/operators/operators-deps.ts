import type { AddOperator } from '../../../application/operators/add-operator.js';
import type { ListOperators } from '../../../application/operators/list-operators.js';
import type { MakeOperatorLink } from '../../../application/operators/make-operator-link.js';
import type { SetOperatorRole } from '../../../application/operators/set-operator-role.js';
import type { SwitchOperator } from '../../../application/operators/switch-operator.js';

/** What the pages of operators ask for. */
export type OperatorsDeps = {
  readonly listOperators: ListOperators;
  readonly addOperator: AddOperator;
  readonly setOperatorRole: SetOperatorRole;
  readonly disableOperator: SwitchOperator;
  readonly enableOperator: SwitchOperator;
  readonly makeOperatorLink: MakeOperatorLink;
};
