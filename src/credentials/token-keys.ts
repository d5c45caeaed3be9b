import { createSecretKey, randomBytes, randomUUID, type KeyObject } from 'node:crypto';
import { isKeyAlgorithm, readAsymmetricKey, type KeyAlgorithm } from './asymmetric-key.js';

/** One key, by the one algorithm that it may ever be used with. `signing` is null for a key that only verifies. */
export type TokenKey = {
  readonly kid: string;
  readonly algorithm: KeyAlgorithm;
  readonly verification: KeyObject;
  readonly signing: KeyObject | null;
};

/** The keys that are accepted, and the one that signs. Two or more at once, so that keys can rotate. */
export type TokenKeys = {
  readonly byKid: ReadonlyMap<string, TokenKey>;
  readonly signing: TokenKey & { readonly signing: KeyObject };
};

export type ParsedTokenKeys =
  | { readonly ok: true; readonly keys: TokenKeys }
  | { readonly ok: false; readonly faults: readonly string[] };

type Read = { readonly key: TokenKey | null; readonly faults: readonly string[] };

const leastSecretBytes = 32;
const members = ['kid', 'alg', 'secret', 'private_key_pem', 'public_key_pem'];

/**
 * Reads `{"signing": kid, "keys": [{"kid", "alg": "HS256", "secret": base64} | {"kid", "alg": "RS256" | "ES256",
 * "private_key_pem"?, "public_key_pem"?}]}`. All faults at once; none of them quotes a key.
 */
export function parseTokenKeys(raw: string): ParsedTokenKeys {
  const document = parseObject(raw);
  if (document === null) return { ok: false, faults: ['is not a JSON object'] };
  const { keys: listed, signing: signingKid } = document;
  const reads = Array.isArray(listed) ? listed.map(readKey) : [];
  const keys = reads.flatMap(({ key }) => key ?? []);
  const byKid = new Map(keys.map((key) => [key.kid, key]));
  const faults = [
    ...unknownMembers(document, ['signing', 'keys']).map((name) => `has an unknown member ${name}`),
    ...(reads.length === 0 ? ['keys: must list one key or more'] : []),
    ...reads.flatMap((read) => read.faults),
    ...(byKid.size < keys.length ? ['keys: two have the same kid'] : []),
  ];
  const signing = typeof signingKid === 'string' ? byKid.get(signingKid) : undefined;
  if (signing === undefined) faults.push('signing: must be the kid of a key');
  else if (!canSign(signing)) faults.push('signing: that key has no private part');
  else if (faults.length === 0) return { ok: true, keys: { byKid, signing } };
  return { ok: false, faults };
}

/** A new HS256 key, in the form that `parseTokenKeys` reads: for development. */
export function generateTokenKeys(): string {
  const kid = randomUUID();
  const key = { kid, alg: 'HS256', secret: randomBytes(leastSecretBytes).toString('base64') };
  return JSON.stringify({ signing: kid, keys: [key] }, null, 2);
}

function canSign(key: TokenKey): key is TokenKeys['signing'] {
  return key.signing !== null;
}

function readKey(listed: unknown, index: number): Read {
  const name = `keys[${String(index)}]`;
  if (!isObject(listed)) return { key: null, faults: [`${name}: must be an object`] };
  const { kid, alg } = listed;
  const unknown = unknownMembers(listed, members);
  const faults = [
    ...unknown.map((member) => `${name}: unknown member ${member}`),
    ...(isKid(kid) ? [] : [`${name}.kid: must be 1 to 128 characters`]),
    ...(isKeyAlgorithm(alg) ? [] : [`${name}.alg: must be HS256, RS256 or ES256`]),
  ];
  if (!isKid(kid) || !isKeyAlgorithm(alg) || faults.length > 0) return { key: null, faults };
  const material = alg === 'HS256' ? readSecret(listed) : readAsymmetricKey(alg, listed);
  if (!material.ok) return { key: null, faults: [`${name}.${material.fault}`] };
  const { verification, signing } = material;
  return { key: { kid, algorithm: alg, verification, signing }, faults: [] };
}

function readSecret(listed: Readonly<Record<string, unknown>>) {
  const { secret } = listed;
  const bytes = typeof secret === 'string' ? fromBase64(secret) : null;
  if (bytes === null) return { ok: false, fault: 'secret: must be base64' } as const;
  if (bytes.length < leastSecretBytes) {
    return { ok: false, fault: 'secret: must be 32 bytes or more' } as const;
  }
  const key = createSecretKey(bytes);
  return { ok: true, verification: key, signing: key } as const;
}

/** Both alphabets, padded or not; null for anything that node would quietly skip over. */
function fromBase64(text: string): Buffer | null {
  const bare = text.replace(/(?<!=)=+$/, '');
  const bytes = Buffer.from(bare, 'base64');
  const again = [bytes.toString('base64').replace(/(?<!=)=+$/, ''), bytes.toString('base64url')];
  return again.includes(bare) ? bytes : null;
}

/** Whether that may name a key. */
export function isKid(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 128;
}

/** Whether that is a JSON object: no list and not null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseObject(raw: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(raw);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function unknownMembers(value: object, known: readonly string[]): readonly string[] {
  return Object.keys(value).filter((name) => !known.includes(name));
}
