import { EncryptJWT, jwtDecrypt } from 'jose';
import type { BegunLogin, SealedLogins } from '../application/ports/sealed-logins.js';
import type { Clock } from '../application/ports/surroundings.js';
import { drawKeys } from './drawn-keys.js';
import type { TokenKeys } from './token-keys.js';

const purpose = 'begun-login';
const goodForSeconds = 600;
const algorithms = { alg: 'dir', enc: 'A256GCM' } as const;

/** Log-ins that have begun as JWTs encrypted by a key of their own, so that any process with our keys goes on with one. */
export function makeSealedLogins({
  keys,
  clock,
}: {
  readonly keys: TokenKeys;
  /** Real time. */
  readonly clock: Clock;
}): SealedLogins {
  const { kid, current, byKid } = drawKeys(keys, purpose);
  return {
    seal: (login) =>
      new EncryptJWT({ login })
        .setProtectedHeader({ ...algorithms, kid })
        .setAudience(purpose)
        .setExpirationTime(Math.floor(clock.now() / 1_000) + goodForSeconds)
        .encrypt(current),

    open: async (text) => {
      try {
        const { payload } = await jwtDecrypt(text, (header) => keyOf(byKid, header.kid), {
          audience: purpose,
          currentDate: new Date(clock.now()),
          requiredClaims: ['exp'],
          keyManagementAlgorithms: [algorithms.alg],
          contentEncryptionAlgorithms: [algorithms.enc],
        });
        // What we sealed, and nothing else: so its form needs no second look.
        return payload.login as BegunLogin;
      } catch {
        return null;
      }
    },
  };
}

function keyOf<Key>(byKid: ReadonlyMap<string, Key>, kid = ''): Key {
  const key = byKid.get(kid);
  if (key === undefined) throw new Error('no key of ours has sealed this');
  return key;
}
