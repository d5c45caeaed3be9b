import type { OwnPasskeysDeps } from '../../../../src/application/operators/own-passkeys.js';
import type { PasskeyCeremonies } from '../../../../src/application/ports/passkey-ceremonies.js';
import type { BegunLogin, SealedLogins } from '../../../../src/application/ports/sealed-logins.js';
import type { Operator, Passkey } from '../../../../src/domain/operators/operator.js';
import { noon, operatorWorld } from './operator-world.js';

export const party = { host: 'console.test', origin: 'https://console.test' };

export const passkey: Passkey = {
  ...{ id: 'one', publicKey: 'key', counter: 3, transports: [], addedAt: noon, answeredAt: null },
};

/** Seals that everybody can read. */
export const openSeals: SealedLogins = {
  seal: (login) => Promise.resolve(JSON.stringify(login)),
  open: (text) => Promise.resolve(text === 'over' ? null : (JSON.parse(text) as BegunLogin)),
};

type Answer = {
  readonly operatorId: string;
  readonly passkeyId: string;
  readonly counter: number;
  readonly challenge: string;
};

/** Passkeys that say in plain words whose they are, what they count and what they were asked. */
const plainCeremonies: PasskeyCeremonies = {
  taskToAdd: ({ id }) => Promise.resolve({ options: `add ${id}`, challenge: 'asked' }),
  added: ({ answer, challenge }) => {
    const { passkeyId: id, counter, challenge: answered } = JSON.parse(answer) as Answer;
    const made = { id, publicKey: 'key', counter, transports: [] };
    return Promise.resolve(answered === challenge ? made : null);
  },
  taskToLogIn: ({ host }) => Promise.resolve({ options: `use ${host}`, challenge: 'asked' }),
  claimed: (answer) => (answer === 'rubbish' ? null : (JSON.parse(answer) as Answer)),
  usedBy: ({ answer, challenge }) => {
    const { counter, challenge: answered } = JSON.parse(answer) as Answer;
    return Promise.resolve(answered === challenge ? counter : null);
  },
};

/** An operator with one passkey, and what it answers. */
export async function worldOfPasskeys(edits: Partial<Operator> = {}) {
  const { deps: some, time, insert } = operatorWorld();
  const deps = {
    ...some,
    passkeyCeremonies: plainCeremonies,
    sealedLogins: openSeals,
    hasProvider: true,
  } satisfies OwnPasskeysDeps;
  const operator = await insert({ passkeys: [passkey], ...edits });
  const answered = (given: Partial<Answer> = {}, begunAt = noon) => ({
    answer: JSON.stringify({
      ...{ operatorId: operator.id, passkeyId: 'one', counter: 4, challenge: 'asked' },
      ...given,
    }),
    sealed: JSON.stringify({ kind: 'passkey', challenge: 'asked', begunAt }),
    party,
  });
  const read = () => deps.operators.find(operator.id);
  return { deps, time, operator, id: operator.id, answered, read, insert };
}
