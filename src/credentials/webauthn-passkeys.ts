import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { PasskeyCeremonies } from '../application/ports/passkey-ceremonies.js';

const ownName = 'Console';
const mostTransports = 10;

type RegistrationAnswer = Parameters<typeof verifyRegistrationResponse>[0]['response'];
type LogInAnswer = Parameters<typeof verifyAuthenticationResponse>[0]['response'];

/** Passkeys by @simplewebauthn/server: discoverable, with the person verified, the counter never back. */
export const webauthnPasskeys: PasskeyCeremonies = {
  taskToAdd: async ({ id, name, email, passkeys }, { host }) => {
    const options = await generateRegistrationOptions({
      rpName: ownName,
      rpID: host,
      userID: new Uint8Array(Buffer.from(id, 'utf8')),
      userName: email,
      userDisplayName: name,
      attestationType: 'none',
      excludeCredentials: passkeys.map((it) => ({ id: it.id, transports: [...it.transports] })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    return { options: JSON.stringify(options), challenge: options.challenge };
  },

  added: ({ answer, challenge, party }) =>
    orNull(async () => {
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response: JSON.parse(answer) as RegistrationAnswer,
        expectedChallenge: challenge,
        expectedOrigin: party.origin,
        expectedRPID: party.host,
        requireUserVerification: true,
      });
      if (!verified) return null;
      const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
      const known = transports.filter((it) => /^[a-z-]{1,20}$/.test(it)).slice(0, mostTransports);
      const text = Buffer.from(publicKey).toString('base64url');
      return { id, publicKey: text, counter, transports: known };
    }),

  taskToLogIn: async ({ host }) => {
    const options = await generateAuthenticationOptions({
      rpID: host,
      userVerification: 'required',
    });
    return { options: JSON.stringify(options), challenge: options.challenge };
  },

  claimed: (text) => {
    const answer = parsed(text) as Partial<LogInAnswer> | null;
    const handle = answer?.response?.userHandle;
    if (typeof answer?.id !== 'string' || typeof handle !== 'string') return null;
    const operatorId = Buffer.from(handle, 'base64url').toString('utf8');
    return { operatorId, passkeyId: answer.id };
  },

  usedBy: ({ answer, challenge, party, passkey }) =>
    orNull(async () => {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: JSON.parse(answer) as LogInAnswer,
        expectedChallenge: challenge,
        expectedOrigin: party.origin,
        expectedRPID: party.host,
        requireUserVerification: true,
        credential: {
          id: passkey.id,
          publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
          counter: passkey.counter,
        },
      });
      return verified ? authenticationInfo.newCounter : null;
    }),
};

/** What a stranger sends is no fault of ours: whatever the library says of it, it is not accepted. */
async function orNull<Found>(verify: () => Promise<Found | null>): Promise<Found | null> {
  try {
    return await verify();
  } catch {
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
