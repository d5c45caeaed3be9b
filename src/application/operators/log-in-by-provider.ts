import type { OperatorId } from '../../domain/ids.js';
import type { IdentityProvider, ProviderFailure } from '../ports/identity-provider.js';
import type { SealedLogins } from '../ports/sealed-logins.js';
import type { BegunSession } from './begin-console-session.js';
import type { OperatorRefused } from './edit-operator.js';
import type { ClaimsRefused, LogInByClaims } from './log-in-by-claims.js';

/** `sealed` goes into a cookie of this browser, which is sent to `address`. */
export type AskProvider = (command: {
  /** Where the provider sends the browser back to. */
  readonly returnAddress: string;
  /** The page that the log-in leads to. */
  readonly next: string;
  /** Who proves again that it is them; null: whoever it is, logs in. */
  readonly provesFor: OperatorId | null;
}) => Promise<
  { readonly ok: true; readonly address: string; readonly sealed: string } | ProviderFailure
>;

/** `no_login`: this browser has begun none, or too long ago. */
export type LogInByProvider = (command: {
  /** As the provider has sent the browser back, with its query. */
  readonly address: string;
  readonly sealed: string | null;
  readonly sessionToken: string | null;
}) => Promise<
  | { readonly ok: true; readonly session: BegunSession; readonly next: string }
  | ProviderFailure
  | OperatorRefused<'no_login'>
  | ClaimsRefused
>;

export type LogInByProviderDeps = {
  readonly identityProvider: IdentityProvider;
  readonly sealedLogins: SealedLogins;
  readonly logInByClaims: LogInByClaims;
};

/** Begins a log-in by the identity provider. Nothing is written: what it needs is sealed and kept by the browser. */
export function makeAskProvider({
  identityProvider,
  sealedLogins,
}: Omit<LogInByProviderDeps, 'logInByClaims'>): AskProvider {
  return async ({ returnAddress, next, provesFor }) => {
    const asked = await identityProvider.ask({ returnAddress, isFresh: provesFor !== null });
    if (!asked.ok) return asked;
    const { address, question } = asked;
    const sealed = await sealedLogins.seal({ kind: 'provider', question, next, provesFor });
    return { ok: true, address, sealed };
  };
}

/** Ends it: whoever came back in the browser in which it was begun is who the provider says. */
export function makeLogInByProvider(deps: LogInByProviderDeps): LogInByProvider {
  return async ({ address, sealed, sessionToken }) => {
    const begun = sealed === null ? null : await deps.sealedLogins.open(sealed);
    if (begun?.kind !== 'provider') return { ok: false, failure: 'no_login' };
    const { question, next, provesFor } = begun;
    const isFresh = provesFor !== null;
    const answered = await deps.identityProvider.answer({ address, question, isFresh });
    if (!answered.ok) return answered;
    const { proven } = answered;
    const entered = await deps.logInByClaims({ proven, sessionToken, only: provesFor });
    return entered.ok ? { ...entered, next } : entered;
  };
}
