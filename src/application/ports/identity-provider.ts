import type { Instant } from '../../domain/time/instant.js';

/** Somebody, as an identity provider knows them. */
export type ProvenIdentity = {
  /** The address of the provider and their name there, with a space between: no two people have the same. */
  readonly identity: string;
  readonly name: string | null;
  /** Null: the provider says none, or says that it is not theirs. */
  readonly email: string | null;
  /** The values of the claim that gives roles. */
  readonly claims: readonly string[];
  /** When they last proved there who they are; null: it does not say. */
  readonly authenticatedAt: Instant | null;
};

/** What binds an answer of the provider to the question, and both to one browser. */
export type ProviderQuestion = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
};

export type ProviderFailure = {
  readonly ok: false;
  /** It cannot be asked, or what it answered is not what it was asked. */
  readonly failure: 'provider_away' | 'provider_refused';
};

/** OpenID Connect, by the code flow (docs/spec/pages.md §10). What goes wrong at the provider is a value. */
export type IdentityProvider = {
  /** Where a browser is sent. `isFresh`: whoever is logged in there has to log in again. */
  ask(wanted: {
    readonly returnAddress: string;
    readonly isFresh: boolean;
  }): Promise<
    | { readonly ok: true; readonly address: string; readonly question: ProviderQuestion }
    | ProviderFailure
  >;
  /** Who it is that came back to that address with what the provider gave them. */
  answer(given: {
    readonly address: string;
    readonly question: ProviderQuestion;
    readonly isFresh: boolean;
  }): Promise<{ readonly ok: true; readonly proven: ProvenIdentity } | ProviderFailure>;
};
