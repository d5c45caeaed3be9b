import type { OperatorId } from '../../domain/ids.js';
import type { PageAccessStore } from '../ports/page-access-store.js';
import type { PasskeyCeremonies, RelyingParty } from '../ports/passkey-ceremonies.js';
import type { SealedLogins } from '../ports/sealed-logins.js';
import type { Clock } from '../ports/surroundings.js';
import {
  beginConsoleSession,
  type BeginSessionDeps,
  type BegunSession,
} from './begin-console-session.js';
import { checkPasskey, type CheckPasskeyDeps, type PasskeyAnswer } from './check-passkey.js';
import type { OperatorRefused } from './edit-operator.js';

type PasskeyRefused = OperatorRefused<'passkey_refused'>;
const passkeyRefused: PasskeyRefused = { ok: false, failure: 'passkey_refused' };

/** `options` is JSON for the browser; `sealed` goes into a cookie of it. */
export type AskPasskey = (
  party: RelyingParty,
) => Promise<{ readonly options: string; readonly sealed: string }>;

/** Begins a log-in, or a proof, by whatever passkey the browser has for that host. Writes nothing. */
export function makeAskPasskey({
  passkeyCeremonies,
  sealedLogins,
  clock,
}: {
  readonly passkeyCeremonies: Pick<PasskeyCeremonies, 'taskToLogIn'>;
  readonly sealedLogins: Pick<SealedLogins, 'seal'>;
  /** Real time. */
  readonly clock: Clock;
}): AskPasskey {
  return async (party) => {
    const { options, challenge } = await passkeyCeremonies.taskToLogIn(party);
    const login = { kind: 'passkey', challenge, begunAt: clock.now() } as const;
    return { options, sealed: await sealedLogins.seal(login) };
  };
}

export type LogInByPasskey = (
  command: PasskeyAnswer & { readonly sessionToken: string | null },
) => Promise<{ readonly ok: true; readonly session: BegunSession } | PasskeyRefused>;

export type LogInByPasskeyDeps = CheckPasskeyDeps & BeginSessionDeps;

/** Lets the owner of a passkey in (docs/spec/pages.md §10). */
export function makeLogInByPasskey(deps: LogInByPasskeyDeps): LogInByPasskey {
  return async ({ sessionToken, ...answered }) => {
    const operatorId = await checkPasskey(deps, answered);
    if (operatorId === null) return passkeyRefused;
    return { ok: true, session: await beginConsoleSession(deps, operatorId, { sessionToken }) };
  };
}

/** `sessionToken`: of the visit that goes on. */
export type ProveByPasskey = (
  command: PasskeyAnswer & { readonly operatorId: OperatorId; readonly sessionToken: string },
) => Promise<{ readonly ok: true } | PasskeyRefused>;

export type ProveByPasskeyDeps = CheckPasskeyDeps &
  Pick<BeginSessionDeps, 'pageSecrets' | 'clock'> & {
    readonly pageAccess: Pick<PageAccessStore, 'updateSession'>;
  };

/** Whoever is in proves that it is them; the passkey of somebody else proves nothing. */
export function makeProveByPasskey(deps: ProveByPasskeyDeps): ProveByPasskey {
  return async ({ operatorId, sessionToken, ...answered }) => {
    if ((await checkPasskey(deps, answered)) !== operatorId) return passkeyRefused;
    const tokenHash = deps.pageSecrets.hashOf(sessionToken);
    await deps.pageAccess.updateSession(tokenHash, { provedAt: deps.clock.now() });
    return { ok: true };
  };
}
