import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** Algorithms whose keys come in pairs: one half signs, the other may be published. */
export type PairAlgorithm = 'RS256' | 'ES256';
export type KeyAlgorithm = 'HS256' | PairAlgorithm;

export type KeyMaterial =
  | { readonly ok: true; readonly verification: KeyObject; readonly signing: KeyObject | null }
  | { readonly ok: false; readonly fault: string };

const leastModulusBits = 2048;

/** Whether that names one of the algorithms that are ever accepted. */
export function isKeyAlgorithm(value: unknown): value is KeyAlgorithm {
  return value === 'HS256' || value === 'RS256' || value === 'ES256';
}

/**
 * The key pair, or the public half alone, that these PEMs hold. A private key among the public ones is a fault: it
 * would be kept, and handed on, as if it were public.
 */
export function readAsymmetricKey(
  algorithm: PairAlgorithm,
  pem: { readonly private_key_pem?: unknown; readonly public_key_pem?: unknown },
): KeyMaterial {
  const signing = orNull(pem.private_key_pem, privateKeyOf);
  const stated = orNull(pem.public_key_pem, publicKeyOf);
  if (signing === undefined) return fault('private_key_pem: is not a private key in PEM');
  if (stated === undefined) return fault('public_key_pem: is not a public key in PEM');
  const derived = signing === null ? null : createPublicKey(signing);
  const verification = stated ?? derived;
  if (verification === null) return fault('private_key_pem: this or public_key_pem must be there');
  if (derived !== null && !isSameKey(verification, derived)) {
    return fault('public_key_pem: does not belong to private_key_pem');
  }
  const unfit = whyUnfit(algorithm, verification);
  return unfit === null ? { ok: true, signing, verification } : fault(unfit);
}

/**
 * By their bytes: `KeyObject.equals` of two sorts of keys leaves an error behind in OpenSSL's queue, and node then takes
 * the next private key for a faulty one.
 */
function isSameKey(a: KeyObject, b: KeyObject): boolean {
  const der = { type: 'spki', format: 'der' } as const;
  return a.export(der).equals(b.export(der));
}

/** Why this key is none of that algorithm, or too weak; null where it is fit. */
export function whyUnfit(algorithm: PairAlgorithm, key: KeyObject): string | null {
  return algorithm === 'RS256' ? whyNotRs256(key) : whyNotEs256(key);
}

function whyNotRs256({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): string | null {
  if (asymmetricKeyType !== 'rsa') return 'alg: RS256 takes an RSA key';
  const bits = asymmetricKeyDetails?.modulusLength ?? 0;
  return bits < leastModulusBits ? 'alg: RS256 takes 2048 bits or more' : null;
}

function whyNotEs256({ asymmetricKeyDetails }: KeyObject): string | null {
  const isP256 = asymmetricKeyDetails?.namedCurve === 'prime256v1';
  return isP256 ? null : 'alg: ES256 takes a key on the curve P-256';
}

function orNull<T>(value: unknown, read: (value: unknown) => T): T | null {
  return value === undefined ? null : read(value);
}

function privateKeyOf(pem: unknown): KeyObject | undefined {
  try {
    return typeof pem === 'string' ? createPrivateKey(pem) : undefined;
  } catch {
    return undefined;
  }
}

function publicKeyOf(pem: unknown): KeyObject | undefined {
  if (typeof pem !== 'string' || !pem.includes('PUBLIC KEY')) return undefined;
  try {
    return createPublicKey(pem);
  } catch {
    return undefined;
  }
}

function fault(text: string): KeyMaterial {
  return { ok: false, fault: text };
}
