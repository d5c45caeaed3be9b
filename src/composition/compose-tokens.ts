import type { AccessTokens } from '../application/ports/access-tokens.js';
import type { Clock } from '../application/ports/surroundings.js';
import type { Log } from '../application/ports/log.js';
import type { Config } from '../config/config.js';
import { type ExternalIssuer, makeJwtAccessTokens } from '../credentials/jwt-access-tokens.js';
import { makeRemoteKeys } from '../credentials/remote-keys.js';
import type { TokenKeys } from '../credentials/token-keys.js';

type TokensDeps = {
  readonly config: Config;
  readonly keys: TokenKeys;
  readonly clock: Clock;
  readonly log: Log;
};

/** Access tokens of our own keys, and of the issuer that `TOKEN_JWKS_URL` names, where it names one. */
export function composeTokens({ config, keys, clock, log }: TokensDeps): AccessTokens {
  const { tokenIssuer: issuer, tokenAudience: audience, tokenJwksUrl: url } = config;
  const own = { keys, issuer, audience, clock };
  if (url === null) return makeJwtAccessTokens(own);
  const external: ExternalIssuer = {
    issuer: config.tokenJwksIssuer,
    findKey: makeRemoteKeys({ url, log }),
  };
  return makeJwtAccessTokens({ ...own, external });
}
