import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { type PairAlgorithm, whyUnfit } from './asymmetric-key.js';
import { isKid, type TokenKey } from './token-keys.js';

/** Keys that only verify, by their kid. */
export type KeySet = ReadonlyMap<string, TokenKey>;

type Listed = Readonly<Record<string, unknown>>;

const mostKeys = 100;
const algorithms: ReadonlyMap<unknown, PairAlgorithm> = new Map([
  ['RSA', 'RS256'],
  ['EC', 'ES256'],
]);

/**
 * The keys of a JSON Web Key Set (RFC 7517) that may sign tokens: RS256 of 2048 bits or more and ES256, meant for
 * signatures, with a kid. All others are passed over: a set may hold keys for other purposes. Null for what is no set.
 */
export function parseKeySet(text: string): KeySet | null {
  const keys = listedKeys(text);
  if (keys === null) return null;
  const usable = new Map<string, TokenKey>();
  for (const listed of keys.slice(0, mostKeys)) {
    const key = readKey(listed);
    if (key !== null && !usable.has(key.kid)) usable.set(key.kid, key);
  }
  return usable;
}

function listedKeys(text: string): readonly unknown[] | null {
  try {
    const document: unknown = JSON.parse(text);
    const keys = isObject(document) ? document.keys : null;
    return Array.isArray(keys) ? keys : null;
  } catch {
    return null;
  }
}

function readKey(listed: unknown): TokenKey | null {
  if (!isObject(listed)) return null;
  const { kid } = listed;
  const algorithm = algorithms.get(listed.kty);
  if (!isKid(kid) || algorithm === undefined || !isForSignatures(listed, algorithm)) return null;
  const verification = publicKeyOf(listed);
  if (verification === null || whyUnfit(algorithm, verification) !== null) return null;
  return { kid, algorithm, verification, signing: null };
}

/** What a key says it is for: each of these may be left out, none may say anything else. */
function isForSignatures({ use, alg, key_ops: operations }: Listed, algorithm: string): boolean {
  if (use !== undefined && use !== 'sig') return false;
  if (alg !== undefined && alg !== algorithm) return false;
  return operations === undefined || (Array.isArray(operations) && operations.includes('verify'));
}

/** Of the public members alone: a private key that was published by mistake is used as the public one that it holds. */
function publicKeyOf({ kty, n, e, crv, x, y }: Listed) {
  try {
    const key = (kty === 'RSA' ? { kty, n, e } : { kty, crv, x, y }) as JsonWebKey;
    return createPublicKey({ key, format: 'jwk' });
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Listed {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
