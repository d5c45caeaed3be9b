import type { AccountId, ClientId, OrganisationId } from '../../domain/ids.js';
import type { AccessTokens, TokenClaims } from '../ports/access-tokens.js';
import type { ApiClient, ClientStore } from '../ports/client-store.js';
import type { Clock } from '../ports/surroundings.js';

/** Who calls and what they may do now: the scopes that both the token and the client hold. */
export type Caller = {
  readonly clientId: ClientId;
  readonly organisationId: OrganisationId;
  readonly scopes: readonly string[];
  readonly provisionService: string;
  /** The account that an identity token names. */
  readonly accountId: AccountId | null;
};

/** The caller of a bearer token; null for a token that does not hold, or whose client may do nothing. */
export type Authenticate = (token: string) => Promise<Caller | null>;

export type AuthenticateDeps = {
  readonly tokens: AccessTokens;
  readonly clients: Pick<ClientStore, 'find'>;
  /** Real time. */
  readonly clock: Clock;
};

/** A disabled client is to be dead within 5 s (docs/spec/payway-api.md §4); a read may take some of them. */
const staleAfterMs = 2_000;
const cachedClients = 10_000;

type CachedRead = { readonly startedAt: number; readonly client: ApiClient | null };

/** Verifies the token first, so that nothing a stranger sends reaches the store. */
export function makeAuthenticate(deps: AuthenticateDeps): Authenticate {
  const readClient = makeClientReader(deps);
  return async (token) => {
    const verified = deps.tokens.verify(token);
    const claims = verified instanceof Promise ? await verified : verified;
    if (claims === null) return null;
    const client = await readClient(claims.clientId);
    return client === null ? null : callerOf(claims, client);
  };
}

function callerOf(claims: TokenClaims, client: ApiClient): Caller | null {
  if (client.disabled || client.organisationId !== claims.organisationId) return null;
  return {
    clientId: client.id,
    organisationId: client.organisationId,
    scopes: claims.scopes.filter((scope) => client.scopes.includes(scope)),
    provisionService: client.provisionService,
    accountId: claims.accountId,
  };
}

/**
 * Clients as they were at most 2 s ago, counted from the start of the read. Many who ask at once wait for one read;
 * a read that fails is kept for nobody. Unknown clients are kept too, and the oldest go when there are too many.
 */
function makeClientReader(deps: AuthenticateDeps): (id: ClientId) => Promise<ApiClient | null> {
  const reads = new Map<ClientId, CachedRead>();
  const underWay = new Map<ClientId, Promise<ApiClient | null>>();

  function read(id: ClientId): Promise<ApiClient | null> {
    const startedAt = deps.clock.now();
    const reading = deps.clients
      .find(id)
      .then((client) => {
        keep(reads, id, { startedAt, client });
        return client;
      })
      .finally(() => underWay.delete(id));
    underWay.set(id, reading);
    return reading;
  }

  return async (id) => {
    const known = reads.get(id);
    if (known !== undefined && isFresh(known, deps.clock.now())) return known.client;
    return underWay.get(id) ?? read(id);
  };
}

/** A clock that was set back makes a read stale, not young. */
function isFresh({ startedAt }: CachedRead, now: number): boolean {
  return now >= startedAt && now - startedAt < staleAfterMs;
}

function keep(reads: Map<ClientId, CachedRead>, id: ClientId, read: CachedRead): void {
  reads.delete(id);
  reads.set(id, read);
  const [oldest] = reads.keys();
  if (reads.size > cachedClients && oldest !== undefined) reads.delete(oldest);
}
