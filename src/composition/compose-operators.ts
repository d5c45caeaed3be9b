import { makeAudited } from '../application/audit/audited.js';
import { makeListAudit } from '../application/audit/list-audit.js';
import { makeAddOperator } from '../application/operators/add-operator.js';
import { makeChooseConsoleLanguage } from '../application/operators/choose-console-language.js';
import { makeFindOperator } from '../application/operators/find-operator.js';
import { makeListOperators } from '../application/operators/list-operators.js';
import { makeLogInByClaims } from '../application/operators/log-in-by-claims.js';
import {
  makeAskPasskey,
  makeLogInByPasskey,
  makeProveByPasskey,
} from '../application/operators/log-in-by-passkey.js';
import {
  makeAskProvider,
  makeLogInByProvider,
} from '../application/operators/log-in-by-provider.js';
import { makeLogOutOperator } from '../application/operators/log-out-operator.js';
import { makeMakeOperatorLink } from '../application/operators/make-operator-link.js';
import { makeOpenOperatorLink } from '../application/operators/open-operator-link.js';
import {
  makeAddPasskey,
  makeAskNewPasskey,
  makeReadWaysIn,
  makeRemovePasskey,
} from '../application/operators/own-passkeys.js';
import { makeReadConsoleOperator } from '../application/operators/read-console-operator.js';
import { makeSetOperatorRole } from '../application/operators/set-operator-role.js';
import {
  makeDisableOperator,
  makeEnableOperator,
} from '../application/operators/switch-operator.js';
import type { IdentityProvider } from '../application/ports/identity-provider.js';
import type { PasskeyCeremonies } from '../application/ports/passkey-ceremonies.js';
import type { SealedLogins } from '../application/ports/sealed-logins.js';
import type { ProviderRole } from '../domain/operators/provider-roles.js';
import type { Stores } from '../storage/open-stores.js';
import type { Surroundings } from './change-surroundings.js';
import { type BrowsingStores, composeBrowsing } from './compose-browsing.js';

/** By what operators log in. */
export type LogInParts = {
  /** Null: there is none. */
  readonly identityProvider: IdentityProvider | null;
  readonly providerRoles: readonly ProviderRole[];
  readonly passkeyCeremonies: PasskeyCeremonies;
  readonly sealedLogins: SealedLogins;
};

/** Wires how operators come in, and how they prove again who they are. */
export function composeLogIn(
  stores: Pick<Stores, 'operators' | 'pageAccess'>,
  surroundings: Pick<Surroundings, 'clock' | 'ids' | 'pageSecrets'>,
  parts: LogInParts,
) {
  const { identityProvider } = parts;
  const deps = { ...stores, ...surroundings, ...parts, hasProvider: identityProvider !== null };
  const logInByClaims = makeLogInByClaims(deps);
  return {
    providerLogIn:
      identityProvider === null
        ? null
        : {
            askProvider: makeAskProvider({ ...deps, identityProvider }),
            logInByProvider: makeLogInByProvider({ ...deps, identityProvider, logInByClaims }),
          },
    askPasskey: makeAskPasskey(deps),
    logInByPasskey: makeLogInByPasskey(deps),
    proveByPasskey: makeProveByPasskey(deps),
    readWaysIn: makeReadWaysIn(deps),
    askNewPasskey: makeAskNewPasskey(deps),
    addPasskey: makeAddPasskey(deps),
    removePasskey: makeRemovePasskey(deps),
    chooseConsoleLanguage: makeChooseConsoleLanguage(deps),
  };
}

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
