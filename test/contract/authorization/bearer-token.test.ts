import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { send, type Answer } from '../payway/send.js';
import {
  allScopes,
  audience,
  changeRequest,
  hmacSecret,
  ec,
  issuer,
  rsa,
  rsaPublicPem,
  startApp,
  type StartedApp,
} from '../payway/start-app.js';
import { encoded, forged, now, own, payload, signedBy } from './forge-token.js';

let app: StartedApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const invalid = 'Bearer error="invalid_token"';
function answerTo(authorization: string | undefined): Promise<Answer> {
  const request = changeRequest('');
  const headers: Record<string, string> = { 'content-type': request.headers['content-type'] };
  if (authorization !== undefined) headers.authorization = authorization;
  return send(app.port, { ...request, headers });
}

describe('tokens that hold (docs/spec/payway-api.md §4)', () => {
  test.each([
    { what: 'HS256', token: () => own() },
    { what: 'HS256 as plain JWT', token: () => own(payload(), { typ: 'JWT' }) },
    { what: 'RS256', token: () => signedBy(rsa.privateKey, { alg: 'RS256', kid: 'rs' }) },
    { what: 'ES256', token: () => signedBy(ec.privateKey, { alg: 'ES256', kid: 'es' }) },
    { what: 'one audience of several', token: () => own(payload({ aud: ['x', audience] })) },
  ])('$what', async ({ token }) => {
    expect(await answerTo(`Bearer ${token()}`)).toMatchObject({ status: 200 });
  });

  test('the scheme is written in any case', async () => {
    expect(await answerTo(`bEARER ${own()}`)).toMatchObject({ status: 200 });
  });
});

describe('no token (RFC 6750 §3)', () => {
  test.each([
    { header: undefined },
    { header: '' },
    { header: 'Basic ZGVtbzp4' },
    { header: 'Bearerx' },
  ])('is asked for: $header', async ({ header }) => {
    const answer = await answerTo(header);
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="external"');
    expect(answer.json).toEqual({ code: 'unauthorized', message: 'An access token is required' });
  });
});

const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const [head = '', body = '', signature = ''] = own().split('.');

/** Each is refused with one and the same answer. */
const forgeries: { what: string; header: () => string }[] = [
  { what: 'nothing behind Bearer', header: () => 'Bearer' },
  { what: 'two tokens', header: () => `Bearer ${own()} ${own()}` },
  { what: 'a comma', header: () => `Bearer ${own()},` },
  { what: '6 kB of rubbish', header: () => `Bearer ${'x'.repeat(6_000)}` },
  { what: '6 kB of rubbish with dots', header: () => `Bearer ${'x.'.repeat(3_000)}` },
  {
    what: '9 kB that are signed',
    header: () => `Bearer ${own(payload({ x: 'y'.repeat(7_000) }))}`,
  },
  { what: 'one part', header: () => `Bearer ${head}` },
  { what: 'no signature', header: () => `Bearer ${head}.${body}.` },
  { what: 'four parts', header: () => `Bearer ${own()}.x` },
  { what: 'a header that is no JSON', header: () => `Bearer e30x.${body}.${signature}` },
  { what: 'a header that is null', header: () => `Bearer ${encoded(null)}.${body}.${signature}` },
  {
    what: 'alg none, unsigned',
    header: () => `Bearer ${encoded({ alg: 'none', typ: 'JWT', kid: 'hs' })}.${body}.`,
  },
  { what: 'alg none, signed', header: () => `Bearer ${own(payload(), { alg: 'none' })}` },
  { what: 'alg None', header: () => `Bearer ${own(payload(), { alg: 'None' })}` },
  { what: 'no alg', header: () => `Bearer ${own(payload(), { alg: undefined })}` },
  {
    what: 'HS512 on a HS256 key',
    header: () => `Bearer ${signedBy(hmacSecret, { alg: 'HS512', kid: 'hs' })}`,
  },
  {
    what: 'RS512 on a RS256 key',
    header: () => `Bearer ${signedBy(rsa.privateKey, { alg: 'RS512', kid: 'rs' })}`,
  },
  {
    what: 'PS256 on a RS256 key',
    header: () => `Bearer ${signedBy(rsa.privateKey, { alg: 'PS256', kid: 'rs' })}`,
  },
  {
    what: 'another secret',
    header: () => `Bearer ${forged({ alg: 'HS256', typ: 'JWT', kid: 'hs' }, 'another')}`,
  },
  {
    what: 'another RSA key',
    header: () => `Bearer ${signedBy(stranger.privateKey, { alg: 'RS256', kid: 'rs' })}`,
  },
  {
    what: 'the public key as an HMAC secret',
    header: () => `Bearer ${forged({ alg: 'HS256', typ: 'JWT', kid: 'rs' }, rsaPublicPem)}`,
  },
  {
    what: 'the key of another kid',
    header: () => `Bearer ${signedBy(rsa.privateKey, { alg: 'RS256', kid: 'es' })}`,
  },
  { what: 'an unknown kid', header: () => `Bearer ${own(payload(), { kid: 'x' })}` },
  { what: 'no kid', header: () => `Bearer ${own(payload(), { kid: undefined })}` },
  { what: 'a kid that is an array', header: () => `Bearer ${own(payload(), { kid: ['hs'] })}` },
  {
    what: 'a kid that is __proto__',
    header: () => `Bearer ${own(payload(), { kid: '__proto__' })}`,
  },
  { what: 'a path as kid', header: () => `Bearer ${own(payload(), { kid: '../../dev/null' })}` },
  {
    what: 'a jwk in its header',
    header: () => {
      const jwk = stranger.publicKey.export({ format: 'jwk' });
      const header = { alg: 'RS256', kid: 'rs', jwk } as never;
      return `Bearer ${jwt.sign(payload(), stranger.privateKey, { algorithm: 'RS256', header })}`;
    },
  },
  {
    what: 'a critical extension',
    header: () => `Bearer ${own(payload(), { crit: ['b64'], b64: true })}`,
  },
  { what: 'another kind of JWT', header: () => `Bearer ${own(payload(), { typ: 'quote+jwt' })}` },
  {
    what: 'a changed claim',
    header: () => `Bearer ${head}.${encoded(payload({ sub: 'root' }))}.${signature}`,
  },
  {
    what: 'a changed signature',
    header: () => `Bearer ${head}.${body}.${signature.slice(0, -4)}AAAA`,
  },
  { what: 'an expired date', header: () => `Bearer ${own(payload({ exp: now() - 60 }))}` },
  { what: 'no expiry', header: () => `Bearer ${own(payload({ exp: undefined }))}` },
  { what: 'an expiry in words', header: () => `Bearer ${own(payload({ exp: '2099-01-01' }))}` },
  { what: 'a date that is not yet', header: () => `Bearer ${own(payload({ nbf: now() + 60 }))}` },
  { what: 'another issuer', header: () => `Bearer ${own(payload({ iss: `${issuer}/` }))}` },
  { what: 'no issuer', header: () => `Bearer ${own(payload({ iss: undefined }))}` },
  {
    what: 'another audience',
    header: () => `Bearer ${own(payload({ aud: 'https://other.test' }))}`,
  },
  { what: 'no audience', header: () => `Bearer ${own(payload({ aud: undefined }))}` },
  { what: 'no subject', header: () => `Bearer ${own(payload({ sub: undefined }))}` },
  { what: 'an operator as subject', header: () => `Bearer ${own(payload({ sub: { $gt: '' } }))}` },
  { what: 'an unknown client', header: () => `Bearer ${own(payload({ sub: 'nobody' }))}` },
  { what: 'no organisation', header: () => `Bearer ${own(payload({ organisation: undefined }))}` },
  {
    what: 'another organisation than its client’s',
    header: () => `Bearer ${own(payload({ organisation: '56e1741a6fc93653060000ff' }))}`,
  },
  { what: 'no scope', header: () => `Bearer ${own(payload({ scope: undefined }))}` },
  { what: 'a list of scopes', header: () => `Bearer ${own(payload({ scope: allScopes }))}` },
  { what: 'an account that is none', header: () => `Bearer ${own(payload({ account: 'x' }))}` },
  { what: 'a payload that is no object', header: () => `Bearer ${own('x' as never)}` },
];

describe('tokens that do not hold (docs/spec/payway-api.md §1, RFC 6750 §3.1)', () => {
  test.each(forgeries)('$what', async ({ header }) => {
    const answer = await answerTo(header());
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe(invalid);
    expect(answer.text).toBe(
      '{"code":"unauthorized","message":"The access token is malformed, expired or revoked"}',
    );
  });

  test('a token is no token where it stands in the address', async () => {
    const request = changeRequest('');
    const path = `${request.path}?access_token=${own()}`;
    const headers = { 'content-type': 'application/json' };
    expect(await send(app.port, { ...request, path, headers })).toMatchObject({ status: 401 });
  });

  test('a token that held holds no more with one letter changed', async () => {
    const token = own();
    expect(await answerTo(`Bearer ${token}`)).toMatchObject({ status: 200 });
    const changed = `${token.slice(0, -10)}${token.at(-10) === 'A' ? 'B' : 'A'}${token.slice(-9)}`;
    expect(await answerTo(`Bearer ${changed}`)).toMatchObject({ status: 401 });
  });
});
