import { type OperatorId, parseId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Operator, Passkey } from '../../domain/operators/operator.js';
import type { OperatorStore } from '../ports/operator-store.js';
import type { PasskeyCeremonies, RelyingParty } from '../ports/passkey-ceremonies.js';
import type { SealedLogins } from '../ports/sealed-logins.js';
import { mayEnter } from './begin-console-session.js';
import { editOperator } from './edit-operator.js';

export type PasskeyAnswer = {
  /** JSON, as the browser sent it. */
  readonly answer: string;
  /** What this browser keeps of the log-in that it has begun; null: nothing. */
  readonly sealed: string | null;
  readonly party: RelyingParty;
};

export type CheckPasskeyDeps = {
  readonly operators: Pick<OperatorStore, 'find' | 'replace'>;
  readonly passkeyCeremonies: PasskeyCeremonies;
  readonly sealedLogins: Pick<SealedLogins, 'open'>;
};

/**
 * Whose passkey has answered the challenge of this browser; null: nobody's, or of somebody who may not come in. It tells a
 * stranger nothing more. What the passkey counts is kept, so that a copy of it that counts less is refused, and when the
 * log-in began, so that an answer is good once, also of a passkey that does not count.
 */
export async function checkPasskey(
  deps: CheckPasskeyDeps,
  { answer, sealed, party }: PasskeyAnswer,
): Promise<OperatorId | null> {
  const begun = sealed === null ? null : await deps.sealedLogins.open(sealed);
  const claimed = begun?.kind === 'passkey' ? await readClaimed(deps, answer) : null;
  if (begun?.kind !== 'passkey' || claimed === null) return null;
  const { operatorId, passkey } = claimed;
  const { challenge, begunAt } = begun;
  const counter = await deps.passkeyCeremonies.usedBy({ answer, challenge, party, passkey });
  if (counter === null) return null;
  const used = { id: passkey.id, counter, begunAt };
  return (await keepUse(deps, operatorId, used)) ? operatorId : null;
}

/** The passkey that an answer says it is of, as we know it, where its owner may come in. */
async function readClaimed(
  { passkeyCeremonies, operators }: CheckPasskeyDeps,
  answer: string,
): Promise<{ readonly operatorId: OperatorId; readonly passkey: Passkey } | null> {
  const claimed = passkeyCeremonies.claimed(answer);
  const id = claimed === null ? null : parseId<OperatorId>(claimed.operatorId);
  const operator = id === null ? null : await operators.find(id);
  if (operator === null || !mayEnter(operator)) return null;
  const passkey = operator.passkeys.find((it) => it.id === claimed?.passkeyId);
  return passkey === undefined ? null : { operatorId: operator.id, passkey };
}

type Used = { readonly id: string; readonly counter: number; readonly begunAt: Instant };

/** False: two came with the same answer or the same count, or the passkey or the way in is gone meanwhile. */
async function keepUse(deps: CheckPasskeyDeps, id: OperatorId, used: Used): Promise<boolean> {
  const edited = await editOperator(deps, id, (operator) => {
    const known = operator.passkeys.find((it) => it.id === used.id);
    if (known === undefined || isCopied(known, used) || !mayEnter(operator)) {
      return { ok: false, failure: 'passkey_refused' };
    }
    return { ok: true, edits: usedBy(operator, used) };
  });
  return edited.ok;
}

/** Whether it counts back, or answers a log-in that began no later than one that it has answered. */
function isCopied({ counter, answeredAt }: Passkey, used: Used): boolean {
  const isPlayedBack = answeredAt !== null && used.begunAt <= answeredAt;
  return isPlayedBack || (used.counter > 0 && used.counter <= counter);
}

function usedBy(
  { passkeys }: Operator,
  { id, counter, begunAt: answeredAt }: Used,
): Pick<Operator, 'passkeys'> {
  return { passkeys: passkeys.map((it) => (it.id === id ? { ...it, counter, answeredAt } : it)) };
}
