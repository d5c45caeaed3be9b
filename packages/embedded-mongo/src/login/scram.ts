import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Credentials } from './credentials.js';

/** What a server keeps of credentials to check them (RFC 5802 §3, RFC 7677). */
export type Verifier = {
  readonly user: string;
  readonly salt: Buffer;
  readonly storedKey: Buffer;
  readonly serverKey: Buffer;
};

/** The server's side of one SCRAM-SHA-256 exchange that has begun. */
export type Exchange = {
  readonly serverFirst: string;
  /** The server's last message; undefined when the proof is wrong, or the user is another. */
  readonly finish: (clientFinal: string) => string | undefined;
};

/** MongoDB's own number for SCRAM-SHA-256. */
const ITERATIONS = 15_000;
const NO_CHANNEL_BINDING = 'biws';

/** Makes the verifier; the password is made of characters that SASLprep leaves as they are. */
export function makeVerifier({ user, password }: Credentials): Verifier {
  const salt = randomBytes(28);
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  return {
    user,
    salt,
    storedKey: createHash('sha256').update(hmac(salted, 'Client Key')).digest(),
    serverKey: hmac(salted, 'Server Key'),
  };
}

/** Begins an exchange; undefined when the client's first message is none. Another user is found out at the end only. */
export function beginExchange(verifier: Verifier, clientFirst: string): Exchange | undefined {
  const [, bare, user, clientNonce] = /^n,,(n=([^,]+),r=([!-+\--~]+))$/u.exec(clientFirst) ?? [];
  if (bare === undefined || user === undefined || clientNonce === undefined) return undefined;
  const nonce = `${clientNonce}${randomBytes(24).toString('base64')}`;
  const serverFirst = `r=${nonce},s=${verifier.salt.toString('base64')},i=${String(ITERATIONS)}`;
  return {
    serverFirst,
    finish: (clientFinal) => {
      const [, withoutProof, proof] = /^(c=[^,]+,r=[^,]+),p=([^,]+)$/u.exec(clientFinal) ?? [];
      if (withoutProof !== `c=${NO_CHANNEL_BINDING},r=${nonce}` || proof === undefined)
        return undefined;
      const message = `${bare},${serverFirst},${withoutProof}`;
      const isRight = proves(verifier.storedKey, message, Buffer.from(proof, 'base64'));
      if (!isRight || user !== verifier.user) return undefined;
      return `v=${hmac(verifier.serverKey, message).toString('base64')}`;
    },
  };
}

function proves(storedKey: Buffer, message: string, proof: Buffer): boolean {
  const signature = hmac(storedKey, message);
  if (proof.length !== signature.length) return false;
  const clientKey = proof.map((byte, index) => byte ^ (signature[index] ?? 0));
  return timingSafeEqual(createHash('sha256').update(clientKey).digest(), storedKey);
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
