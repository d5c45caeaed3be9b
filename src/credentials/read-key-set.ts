import { isKid, isObject } from './token-keys.js';

const mostBytes = 256 * 1024;
const mostKeys = 100;

type Listed = Readonly<Record<string, unknown>>;

/**
 * An issuer's answer made safe for `jose`, which reads a body of any length and refuses a whole set because of one key
 * that it does not like: the public members of those of its first 100 keys that have a kid. Throws at any status but
 * 200, at more than 256 KB, and at what is no JSON Web Key Set (RFC 7517).
 */
export async function readKeySet(response: Response): Promise<Response> {
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Error(`the issuer answered ${String(response.status)}`);
  }
  const document: unknown = JSON.parse(await boundedText(response));
  const listed = isObject(document) ? document.keys : null;
  if (!Array.isArray(listed)) throw new Error('the issuer answered no key set');
  const named = listed.slice(0, mostKeys).filter((it) => isObject(it) && isKid(it.kid));
  return Response.json({ keys: named.map(publicMembers) });
}

/** By the bytes that come, compressed or not: what a header says of the length is not believed. */
async function boundedText({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new Error('the issuer answered too much');
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** So a private key that was published by mistake is used as the public one that it holds. */
function publicMembers({ kty, kid, use, alg, key_ops: operations, n, e, crv, x, y }: Listed) {
  const mayVerify = Array.isArray(operations) && operations.includes('verify');
  return { kty, kid, use, alg, key_ops: mayVerify ? ['verify'] : operations, n, e, crv, x, y };
}
