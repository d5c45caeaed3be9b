import type { OperatorId } from '../../domain/ids.js';
import type { Operator, Passkey } from '../../domain/operators/operator.js';
import type { OperatorStore } from '../ports/operator-store.js';
import type { PasskeyCeremonies, RelyingParty } from '../ports/passkey-ceremonies.js';
import type { SealedLogins } from '../ports/sealed-logins.js';
import type { Clock } from '../ports/surroundings.js';
import type { PasskeyAnswer } from './check-passkey.js';
import {
  editOperator,
  type OperatorRefused,
  type UnknownOperator,
  unknownOperator,
} from './edit-operator.js';

/** How an operator comes in: their passkeys, never a key of them, and whether an identity provider knows them. */
export type WaysIn = {
  readonly passkeys: readonly Pick<Passkey, 'id' | 'addedAt'>[];
  readonly isFromProvider: boolean;
};

/** Null: there is no such operator. */
export type ReadWaysIn = (operatorId: OperatorId) => Promise<WaysIn | null>;

export type OwnPasskeysDeps = {
  readonly operators: Pick<OperatorStore, 'find' | 'replace'>;
  readonly passkeyCeremonies: PasskeyCeremonies;
  readonly sealedLogins: SealedLogins;
  /** Real time. */
  readonly clock: Clock;
  /** Whether there is an identity provider to come in by. */
  readonly hasProvider: boolean;
};

/** More of them nobody looks after. */
const mostPasskeys = 20;

export function makeReadWaysIn(
  deps: Pick<OwnPasskeysDeps, 'operators' | 'hasProvider'>,
): ReadWaysIn {
  return async (operatorId) => {
    const operator = await deps.operators.find(operatorId);
    return operator === null ? null : waysInOf(operator, deps.hasProvider);
  };
}

function waysInOf({ passkeys, identity }: Operator, hasProvider: boolean): WaysIn {
  return {
    passkeys: passkeys.map(({ id, addedAt }) => ({ id, addedAt })),
    isFromProvider: hasProvider && identity !== null,
  };
}

/** Whether nothing but a one-time link would let them in without that passkey. */
export function isLastWayIn({ passkeys, isFromProvider }: WaysIn, passkeyId: string): boolean {
  return !isFromProvider && passkeys.every((it) => it.id === passkeyId);
}

/** `options` is JSON for the browser; `sealed` goes into a cookie of it. Null: there is no such operator. */
export type AskNewPasskey = (
  operatorId: OperatorId,
  party: RelyingParty,
) => Promise<{ readonly options: string; readonly sealed: string } | null>;

/** Begins to make a passkey for an operator who is in. Writes nothing. */
export function makeAskNewPasskey(deps: OwnPasskeysDeps): AskNewPasskey {
  return async (operatorId, party) => {
    const operator = await deps.operators.find(operatorId);
    if (operator === null) return null;
    const { options, challenge } = await deps.passkeyCeremonies.taskToAdd(operator, party);
    const login = { kind: 'new_passkey', challenge, operatorId } as const;
    return { options, sealed: await deps.sealedLogins.seal(login) };
  };
}

export type AddPasskey = (
  command: PasskeyAnswer & { readonly operatorId: OperatorId },
) => Promise<
  { readonly ok: true } | UnknownOperator | OperatorRefused<'passkey_refused' | 'too_many_passkeys'>
>;

/** Keeps the passkey that a browser has made for whoever began it. The same one twice is there once. */
export function makeAddPasskey(deps: OwnPasskeysDeps): AddPasskey {
  return async ({ operatorId, answer, sealed, party }) => {
    const begun = sealed === null ? null : await deps.sealedLogins.open(sealed);
    const isTheirs = begun?.kind === 'new_passkey' && begun.operatorId === operatorId;
    const { challenge } = isTheirs ? begun : { challenge: null };
    const added =
      challenge === null ? null : await deps.passkeyCeremonies.added({ answer, challenge, party });
    if (added === null) return { ok: false, failure: 'passkey_refused' };
    const passkey = { ...added, addedAt: deps.clock.now(), answeredAt: null };
    const edited = await editOperator(deps, operatorId, ({ passkeys }) => {
      if (passkeys.some((it) => it.id === passkey.id)) return { ok: true, edits: {} };
      if (passkeys.length >= mostPasskeys) return { ok: false, failure: 'too_many_passkeys' };
      return { ok: true, edits: { passkeys: [...passkeys, passkey] } };
    });
    return edited.ok ? { ok: true } : edited;
  };
}

export type RemovePasskey = (command: {
  readonly operatorId: OperatorId;
  readonly passkeyId: string;
  /** They were told that it is the last way in. */
  readonly isLastTold: boolean;
}) => Promise<{ readonly ok: true } | UnknownOperator | OperatorRefused<'last_way_in'>>;

/** Takes a passkey away; the last way in only from somebody who was told so. One that is gone is gone. */
export function makeRemovePasskey(
  deps: Pick<OwnPasskeysDeps, 'operators' | 'hasProvider'>,
): RemovePasskey {
  return async ({ operatorId, passkeyId, isLastTold }) => {
    const edited = await editOperator(deps, operatorId, (operator) => {
      const passkeys = operator.passkeys.filter((it) => it.id !== passkeyId);
      if (passkeys.length === operator.passkeys.length) return { ok: true, edits: {} };
      const isLast = isLastWayIn(waysInOf(operator, deps.hasProvider), passkeyId);
      return isLast && !isLastTold
        ? { ok: false, failure: 'last_way_in' }
        : { ok: true, edits: { passkeys } };
    });
    if (edited.ok) return { ok: true };
    return edited.failure === 'last_way_in' ? edited : unknownOperator;
  };
}
