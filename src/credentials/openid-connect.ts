import * as client from 'openid-client';
import type {
  IdentityProvider,
  ProvenIdentity,
  ProviderFailure,
} from '../application/ports/identity-provider.js';
import type { Log } from '../application/ports/log.js';
import { toInstant } from '../domain/time/instant.js';

export type OpenIdConnectDeps = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly roleClaim: string;
  /** Of each call. */
  readonly timeoutMs: number;
  readonly log: Log;
};

type Claims = Readonly<Record<string, unknown>>;

const mostClaims = 1_000;
/** How long ago a log-in that was asked for anew may be when it comes back. */
const freshForSeconds = 60;

/**
 * Log-in by OpenID Connect: code flow with PKCE, state and nonce; the signature of an ID token is checked. Who the provider
 * is, is found out when somebody first logs in, and asked again until it is known: a start does not wait for it.
 */
export function makeOpenIdConnect(deps: OpenIdConnectDeps): IdentityProvider {
  const known = makeDiscovery(deps);
  return {
    ask: ({ returnAddress, isFresh }) =>
      orFailure(deps.log, async () => {
        const config = await known();
        const question = {
          state: client.randomState(),
          nonce: client.randomNonce(),
          verifier: client.randomPKCECodeVerifier(),
        };
        const address = client.buildAuthorizationUrl(config, {
          redirect_uri: returnAddress,
          scope: 'openid profile email',
          state: question.state,
          nonce: question.nonce,
          code_challenge: await client.calculatePKCECodeChallenge(question.verifier),
          code_challenge_method: 'S256',
          ...(isFresh ? { prompt: 'login', max_age: '0' } : {}),
        });
        return { ok: true, address: address.href, question } as const;
      }),

    answer: ({ address, question, isFresh }) =>
      orFailure(deps.log, async () => {
        const config = await known();
        const tokens = await client.authorizationCodeGrant(config, new URL(address), {
          expectedState: question.state,
          expectedNonce: question.nonce,
          pkceCodeVerifier: question.verifier,
          idTokenExpected: true,
          ...(isFresh ? { maxAge: freshForSeconds } : {}),
        });
        const claims = await allClaims(config, tokens, deps.roleClaim);
        return { ok: true, proven: identityOf(claims, deps.roleClaim) } as const;
      }),
  };
}

/** The provider's own description, read once; a failure is forgotten. */
function makeDiscovery(deps: OpenIdConnectDeps): () => Promise<client.Configuration> {
  const { issuer, clientId, clientSecret, timeoutMs } = deps;
  let found: Promise<client.Configuration> | null = null;
  const isPlain = issuer.startsWith('http:');
  const discover = () =>
    client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: timeoutMs / 1_000,
      execute: [
        client.enableNonRepudiationChecks,
        // The settings allow it in development and test alone.
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so only to stand out
        ...(isPlain ? [client.allowInsecureRequests] : []),
      ],
    });
  return () => {
    found ??= discover().catch((error: unknown) => {
      found = null;
      throw new ProviderAwayError('the identity provider is not known', { cause: error });
    });
    return found;
  };
}

class ProviderAwayError extends Error {
  override readonly name = 'ProviderAwayError';
}

/** What the ID token says, and what the provider says besides where that tells no role or no address. */
async function allClaims(
  config: client.Configuration,
  tokens: Awaited<ReturnType<typeof client.authorizationCodeGrant>>,
  roleClaim: string,
): Promise<Claims & { readonly iss: string; readonly sub: string }> {
  const own = tokens.claims();
  if (own === undefined) throw new Error('the identity provider gave no ID token');
  const isEnough = own[roleClaim] !== undefined && own.email !== undefined;
  if (isEnough || config.serverMetadata().userinfo_endpoint === undefined) return own;
  return { ...(await client.fetchUserInfo(config, tokens.access_token, own.sub)), ...own };
}

function identityOf(
  claims: Claims & { readonly iss: string; readonly sub: string },
  roleClaim: string,
): ProvenIdentity {
  const { iss, sub, auth_time: authTime } = claims;
  const isOwnEmail = claims.email_verified !== false;
  return {
    identity: `${iss} ${sub}`,
    name: textIn(claims.name) ?? textIn(claims.preferred_username),
    email: isOwnEmail ? textIn(claims.email) : null,
    claims: [claims[roleClaim]]
      .flat()
      .slice(0, mostClaims)
      .filter((it) => typeof it === 'string'),
    authenticatedAt: typeof authTime === 'number' ? toInstant(authTime * 1_000) : null,
  };
}

function textIn(claim: unknown): string | null {
  return typeof claim === 'string' && claim !== '' ? claim : null;
}

/** What went wrong as a value. The log gets its kind alone: what was sent holds codes and secrets. */
async function orFailure<Answer extends { readonly ok: true }>(
  log: Log,
  run: () => Promise<Answer>,
): Promise<Answer | ProviderFailure> {
  try {
    return await run();
  } catch (error) {
    const failure = isAway(error) ? 'provider_away' : 'provider_refused';
    log.warn('a log-in by the identity provider failed', { failure, ...kindOf(error) });
    return { ok: false, failure };
  }
}

/** Not reached, too slow, or broken: not that it has said no. */
function isAway(error: unknown): boolean {
  if (error instanceof ProviderAwayError || error instanceof TypeError) return true;
  if (!(error instanceof client.ClientError)) return false;
  const { code, cause } = error;
  const isBroken = cause instanceof Response && cause.status >= 500;
  return code === 'OAUTH_TIMEOUT' || isBroken || cause instanceof TypeError;
}

function kindOf(error: unknown): { readonly kind: string; readonly code?: string } {
  const kind = error instanceof Error ? error.name : 'unknown';
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return { kind, ...(typeof code === 'string' ? { code } : {}) };
}
