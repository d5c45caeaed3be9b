import { toClientId } from '../../domain/ids.js';
import type { AccessTokens } from '../ports/access-tokens.js';
import type { ApiClient, ClientStore } from '../ports/client-store.js';
import type { SecretHashes, Turn } from '../ports/secret-hashes.js';

export type IssueAccessTokenCommand = {
  readonly clientId: string;
  readonly clientSecret: string;
  /** What is asked for, each once. */
  readonly scopes: readonly string[];
};

type IssueAccessTokenResult =
  | {
      readonly ok: true;
      readonly accessToken: string;
      readonly expiresInSeconds: number;
      readonly scopes: readonly string[];
    }
  | { readonly ok: false; readonly failure: 'invalid_client' | 'invalid_scope' };

/** `turn`: from where it is asked, and until when; those of one address wait behind each other. */
export type IssueAccessToken = (
  command: IssueAccessTokenCommand,
  turn: Turn,
) => Promise<IssueAccessTokenResult>;

export type IssueAccessTokenDeps = {
  readonly clients: Pick<ClientStore, 'find'>;
  readonly hashes: Pick<SecretHashes, 'matches'>;
  readonly tokens: Pick<AccessTokens, 'issue'>;
};

const expiresInSeconds = 3600;

/**
 * A token for an API client (docs/spec/payway-api.md §4). An unknown client, a disabled one and a wrong secret cost the
 * same work and get the same answer. Only a client who proved who it is learns which scopes it does not hold.
 */
export function makeIssueAccessToken(deps: IssueAccessTokenDeps): IssueAccessToken {
  return async ({ clientId, clientSecret, scopes }, turn) => {
    const client = await deps.clients.find(toClientId(clientId));
    const proven = await deps.hashes.matches(clientSecret, client?.secretHash ?? null, turn);
    if (client === null || client.disabled || !proven) {
      return { ok: false, failure: 'invalid_client' };
    }
    if (!holdsAll(client, scopes)) return { ok: false, failure: 'invalid_scope' };
    const claims = {
      clientId: client.id,
      organisationId: client.organisationId,
      scopes,
      accountId: null,
    };
    const accessToken = deps.tokens.issue(claims, expiresInSeconds);
    return { ok: true, accessToken, expiresInSeconds, scopes };
  };
}

/** A token without a scope could do nothing: asking for none is asking wrongly. */
function holdsAll(client: ApiClient, scopes: readonly string[]): boolean {
  return scopes.length > 0 && scopes.every((scope) => client.scopes.includes(scope));
}
