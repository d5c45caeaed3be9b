import type { Log } from '../application/ports/log.js';
import type { Clock } from '../application/ports/surroundings.js';
import type { Config, OidcConfig } from '../config/config.js';
import { makeOpenIdConnect } from '../credentials/openid-connect.js';
import { makeSealedLogins } from '../credentials/sealed-logins.js';
import type { TokenKeys } from '../credentials/token-keys.js';
import { webauthnPasskeys } from '../credentials/webauthn-passkeys.js';
import { type OrganisationId, toId } from '../domain/ids.js';
import type { ProviderRole } from '../domain/operators/provider-roles.js';
import type { LogInParts } from './compose-operators.js';

type Parts = {
  readonly config: Pick<Config, 'oidc' | 'requestTimeoutMs'>;
  readonly keys: TokenKeys;
  readonly clock: Clock;
  readonly log: Log;
};

/** A log-in asks the provider up to four times, within the time of one request. */
const callsOfLogIn = 4;

/** By what operators log in: the identity provider of the settings, if there is one, and passkeys. */
export function logInParts({ config, keys, clock, log }: Parts): LogInParts {
  const { oidc, requestTimeoutMs } = config;
  const timeoutMs = requestTimeoutMs / callsOfLogIn;
  return {
    identityProvider: oidc === null ? null : makeOpenIdConnect({ ...oidc, timeoutMs, log }),
    providerRoles: oidc === null ? [] : oidc.roles.map(roleOf),
    passkeyCeremonies: webauthnPasskeys,
    sealedLogins: makeSealedLogins({ keys, clock }),
  };
}

function roleOf({ claim, organisation, role }: OidcConfig['roles'][number]): ProviderRole {
  const organisationId = organisation === '*' ? '*' : toId<OrganisationId>(organisation);
  return { claim, organisationId, role };
}
