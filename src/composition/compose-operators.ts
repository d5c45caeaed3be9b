import { makeAudited } from '../application/audit/audited.js';
import { makeListAudit } from '../application/audit/list-audit.js';
import { makeAddOperator } from '../application/operators/add-operator.js';
import { makeFindOperator } from '../application/operators/find-operator.js';
import { makeListOperators } from '../application/operators/list-operators.js';
import { makeLogOutOperator } from '../application/operators/log-out-operator.js';
import { makeMakeOperatorLink } from '../application/operators/make-operator-link.js';
import { makeOpenOperatorLink } from '../application/operators/open-operator-link.js';
import { makeReadConsoleOperator } from '../application/operators/read-console-operator.js';
import { makeSetOperatorRole } from '../application/operators/set-operator-role.js';
import {
  makeDisableOperator,
  makeEnableOperator,
} from '../application/operators/switch-operator.js';
import type { Stores } from '../storage/open-stores.js';
import type { Surroundings } from './change-surroundings.js';
import { type BrowsingStores, composeBrowsing } from './compose-browsing.js';

/** Wires who works at the console: what commands and pages call. */
export function composeOperators(
  stores: Pick<Stores, 'operators' | 'audit' | 'pageAccess'> & BrowsingStores,
  surroundings: Pick<Surroundings, 'clock' | 'ids' | 'log' | 'pageSecrets'>,
) {
  const deps = { ...stores, ...surroundings };
  return {
    addOperator: makeAddOperator(deps),
    findOperator: makeFindOperator(deps),
    listOperators: makeListOperators(deps),
    disableOperator: makeDisableOperator(deps),
    enableOperator: makeEnableOperator(deps),
    setOperatorRole: makeSetOperatorRole(deps),
    makeOperatorLink: makeMakeOperatorLink(deps),
    openOperatorLink: makeOpenOperatorLink(deps),
    readConsoleOperator: makeReadConsoleOperator(deps),
    logOutOperator: makeLogOutOperator(deps),
    audited: makeAudited(deps),
    listAudit: makeListAudit(deps),
    ...composeBrowsing(stores),
  };
}
