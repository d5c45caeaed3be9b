import type { AccountId, ClientId, OrganisationId } from '../../domain/ids.js';

/** Who calls, as a verified bearer token says. */
export type TokenClaims = {
  readonly clientId: ClientId;
  readonly organisationId: OrganisationId;
  readonly scopes: readonly string[];
  /** Identity tokens name one account. */
  readonly accountId: AccountId | null;
};

export type AccessTokens = {
  /** A signed JWT, by the key that signs now. */
  issue(claims: TokenClaims, expiresInSeconds: number): string;
  /**
   * Null for whatever is not a token that holds now; never throws on rubbish. A token of our own keys is answered at once;
   * for one of another issuer its keys may have to be fetched: `BusyError` where they cannot be had.
   */
  verify(token: string): TokenClaims | null | Promise<TokenClaims | null>;
};
