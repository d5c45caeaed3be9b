import { createHmac } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { allScopes, audience, hmacSecret, issuer, organisationId } from '../payway/start-app.js';

/** Seconds, as tokens count. */
export const now = () => Math.floor(Date.now() / 1000);

/** What a token of the client `demo` says. */
export function payload(change: Record<string, unknown> = {}): Record<string, unknown> {
  const claims = { iss: issuer, aud: audience, sub: 'demo', organisation: organisationId };
  return {
    ...claims,
    scope: allScopes.join(' '),
    iat: now(),
    exp: now() + 600,
    jti: 'j',
    ...change,
  };
}

/** One part of a token. */
export function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** A token put together by hand, as an attacker would. */
export function forged(
  header: Record<string, unknown>,
  key: string | Buffer,
  claims = payload(),
): string {
  const signed = `${encoded(header)}.${encoded(claims)}`;
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}

/** A token by the key that signs, put together by hand. */
export function own(
  claims: Record<string, unknown> = payload(),
  header: Record<string, unknown> = {},
): string {
  return forged({ alg: 'HS256', typ: 'at+jwt', kid: 'hs', ...header }, hmacSecret, claims);
}

/** A token by the library, of any key. */
export function signedBy(key: jwt.Secret, header: { alg: jwt.Algorithm; kid: string }): string {
  return jwt.sign(payload(), key, { algorithm: header.alg, header: { ...header, typ: 'JWT' } });
}
