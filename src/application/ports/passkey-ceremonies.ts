import type { Operator, Passkey } from '../../domain/operators/operator.js';

/** Where passkeys are good: browsers keep them by host, and name the origin that asks. */
export type RelyingParty = { readonly host: string; readonly origin: string };

/** What a browser is to do, as JSON for its script, and the challenge that its answer must hold. */
type PasskeyTask = { readonly options: string; readonly challenge: string };

type Answered = {
  /** JSON, as the browser sent it: not looked at yet. */
  readonly answer: string;
  readonly challenge: string;
  readonly party: RelyingParty;
};

/** WebAuthn (docs/spec/pages.md §10): the person is verified by the authenticator, which knows for whom a passkey is. */
export type PasskeyCeremonies = {
  /** Makes one for that operator, by an authenticator that holds none of theirs. */
  taskToAdd(
    operator: Pick<Operator, 'id' | 'name' | 'email' | 'passkeys'>,
    party: RelyingParty,
  ): Promise<PasskeyTask>;
  /** Null for what is no answer to that. Never throws on rubbish. */
  added(answered: Answered): Promise<Omit<Passkey, 'addedAt' | 'answeredAt'> | null>;
  taskToLogIn(party: RelyingParty): Promise<PasskeyTask>;
  /** Whose passkey it says it is, and which: not proven yet. Null for what is none. */
  claimed(answer: string): { readonly operatorId: string; readonly passkeyId: string } | null;
  /** How often it was used by now; null where that passkey has not answered, or counts back. */
  usedBy(answered: Answered & { readonly passkey: Passkey }): Promise<number | null>;
};
