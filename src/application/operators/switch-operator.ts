import type { OperatorStore } from '../ports/operator-store.js';
import type { PageAccessStore } from '../ports/page-access-store.js';
import {
  editOperator,
  type OperatorKey,
  type OperatorOfOthers,
  type UnknownOperator,
  whyOutOfReach,
} from './edit-operator.js';

/** Felt by the next request of the operator. */
export type SwitchOperator = (
  key: OperatorKey,
) => Promise<{ readonly ok: true } | UnknownOperator | OperatorOfOthers>;

export type SwitchOperatorDeps = {
  readonly operators: Pick<OperatorStore, 'find' | 'replace'>;
  readonly pageAccess: Pick<PageAccessStore, 'removeSessionsOf'>;
};

/** A disabled operator gets in nowhere, and what they had open is over. */
export function makeDisableOperator(deps: SwitchOperatorDeps): SwitchOperator {
  return makeSwitch(deps, true);
}

/** An operator who was disabled may come in again; by a log-in of its own, never by what was open before. */
export function makeEnableOperator(deps: SwitchOperatorDeps): SwitchOperator {
  return makeSwitch(deps, false);
}

function makeSwitch(deps: SwitchOperatorDeps, disabled: boolean): SwitchOperator {
  return async ({ within, id }) => {
    const endSessions = () => deps.pageAccess.removeSessionsOf({ kind: 'console', operatorId: id });
    // Before somebody is let in again, too: a log-in that met the switch may have left a session behind.
    if (!disabled) await endSessions();
    const edited = await editOperator(
      deps,
      id,
      (operator) =>
        whyOutOfReach(operator, within) ?? {
          ok: true,
          edits: operator.disabled === disabled ? {} : { disabled },
        },
    );
    if (!edited.ok) return edited;
    if (disabled) await endSessions();
    return { ok: true };
  };
}
