import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { TokenKey, TokenKeys } from './token-keys.js';

/** For one purpose: by what the key that signs now makes, and what any of them made, by its kid. */
export type DrawnKeys = {
  readonly kid: string;
  readonly current: KeyObject;
  readonly byKid: ReadonlyMap<string, KeyObject>;
};

/**
 * Secrets for what nobody but us reads, each drawn from a key that signs access tokens: it serves its purpose and no other,
 * and every process with the same keys has the same.
 */
export function drawKeys({ byKid, signing }: TokenKeys, purpose: string): DrawnKeys {
  const drawn = (key: TokenKey): readonly (readonly [string, KeyObject])[] =>
    key.signing === null ? [] : [[key.kid, drawnFrom(key.signing, purpose)]];
  return {
    kid: signing.kid,
    current: drawnFrom(signing.signing, purpose),
    byKid: new Map([...byKid.values()].flatMap(drawn)),
  };
}

/** The same for the same key, however it was written down. */
function drawnFrom(signing: KeyObject, purpose: string): KeyObject {
  const { k, d } = signing.export({ format: 'jwk' });
  const secret = k ?? d;
  if (secret === undefined) throw new TypeError('a key that signs has a secret');
  const bytes = hkdfSync('sha256', Buffer.from(secret, 'base64url'), '', purpose, 32);
  return createSecretKey(new Uint8Array(bytes));
}
