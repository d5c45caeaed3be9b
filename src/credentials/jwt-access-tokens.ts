import { randomUUID } from 'node:crypto';
import { decodeProtectedHeader, type ProtectedHeaderParameters } from 'jose';
import jwt from 'jsonwebtoken';
import type { AccessTokens, TokenClaims } from '../application/ports/access-tokens.js';
import type { Clock } from '../application/ports/surroundings.js';
import { parseId, toClientId, type AccountId, type OrganisationId } from '../domain/ids.js';
import type { FindRemoteKey } from './remote-keys.js';
import { isKid, type TokenKey, type TokenKeys } from './token-keys.js';
import { rememberVerified, type VerifiedToken } from './remember-verified.js';

export type JwtAccessTokensDeps = {
  readonly keys: TokenKeys;
  readonly issuer: string;
  readonly audience: string;
  /** Real time. */
  readonly clock: Clock;
  /** Another issuer, whose tokens are accepted beside ours. */
  readonly external?: ExternalIssuer;
};

export type ExternalIssuer = { readonly issuer: string; readonly findKey: FindRemoteKey };

/** Our own mark (RFC 9068), and the plain one. Any other kind of JWT, though of our keys, is no access token. */
const ownType = 'at+jwt';
const types: readonly unknown[] = [ownType, 'JWT'];
const longestToken = 8_192;
const clockToleranceSeconds = 5;

/** What a token says it was signed with. */
type Named = { readonly kid: string; readonly alg: unknown };

/**
 * Access tokens as JWTs. The key is found by `kid` among ours, else among those that the other issuer publishes, and the
 * key says which algorithm it is: the header's `alg` may only agree. No key or address of a key is ever taken from a
 * token.
 */
export function makeJwtAccessTokens(deps: JwtAccessTokensDeps): AccessTokens {
  const { external } = deps;
  const verifyOwn = rememberVerified(deps.clock, (token) => {
    const key = deps.keys.byKid.get(namedBy(token)?.kid ?? '');
    return key === undefined ? null : verify(deps, key, token);
  });
  return {
    issue: (claims, expiresInSeconds) => issue(deps, claims, expiresInSeconds),
    verify:
      external === undefined
        ? verifyOwn
        : (token) => verifyOwn(token) ?? verifyExternal(deps, external, token),
  };
}

/** Not remembered as ours are: its issuer may take a key back. What no key of its could have signed is not asked about. */
function verifyExternal(
  deps: JwtAccessTokensDeps,
  { issuer, findKey }: ExternalIssuer,
  token: string,
): Promise<TokenClaims | null> | null {
  const named = namedBy(token);
  if (named === null || deps.keys.byKid.has(named.kid)) return null;
  const { kid, alg: algorithm } = named;
  if (algorithm !== 'RS256' && algorithm !== 'ES256') return null;
  return findKey(kid, algorithm).then((verification) => {
    if (verification === null) return null;
    return verify({ ...deps, issuer }, { algorithm, verification }, token)?.claims ?? null;
  });
}

function issue(deps: JwtAccessTokensDeps, claims: TokenClaims, expiresInSeconds: number): string {
  const { kid, algorithm, signing } = deps.keys.signing;
  const issuedAt = secondsOf(deps.clock);
  const payload = {
    iss: deps.issuer,
    aud: deps.audience,
    sub: claims.clientId,
    organisation: claims.organisationId,
    scope: claims.scopes.join(' '),
    ...(claims.accountId === null ? {} : { account: claims.accountId }),
    iat: issuedAt,
    exp: issuedAt + expiresInSeconds,
    jti: randomUUID(),
  };
  return jwt.sign(payload, signing, { algorithm, header: { alg: algorithm, typ: ownType, kid } });
}

function verify(
  deps: JwtAccessTokensDeps,
  key: Pick<TokenKey, 'algorithm' | 'verification'>,
  token: string,
): VerifiedToken | null {
  try {
    const payload = jwt.verify(token, key.verification, {
      algorithms: [key.algorithm],
      issuer: deps.issuer,
      audience: deps.audience,
      clockTimestamp: secondsOf(deps.clock),
      clockTolerance: clockToleranceSeconds,
    });
    return typeof payload === 'string' ? null : claimsOf(payload);
  } catch {
    return null;
  }
}

/** Which key a token names, where it is an access token by its looks; nothing is believed of it yet. */
function namedBy(token: string): Named | null {
  const header = token.length <= longestToken ? headerOf(token) : null;
  if (header === null || !types.includes(header.typ) || header.crit !== undefined) return null;
  const { kid, alg } = header;
  return isKid(kid) ? { kid, alg } : null;
}

function headerOf(token: string): ProtectedHeaderParameters | null {
  try {
    return decodeProtectedHeader(token);
  } catch {
    return null;
  }
}

/** What a signed payload says, where it says all of it. The library checks `exp` only where there is one. */
function claimsOf(payload: jwt.JwtPayload): VerifiedToken | null {
  const { sub, exp, organisation, scope, account } = payload as Record<string, unknown>;
  const organisationId = parseId<OrganisationId>(asText(organisation));
  const accountId = parseId<AccountId>(asText(account));
  const isWhole = typeof exp === 'number' && typeof scope === 'string' && organisationId !== null;
  if (!isWhole || typeof sub !== 'string' || sub === '') return null;
  if (account !== undefined && accountId === null) return null;
  const scopes = scope.split(' ').filter((it) => it !== '');
  const claims = { clientId: toClientId(sub), organisationId, scopes, accountId };
  return { claims, holdsUntil: (exp + clockToleranceSeconds) * 1_000 };
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function secondsOf(clock: Clock): number {
  return Math.floor(clock.now() / 1_000);
}
