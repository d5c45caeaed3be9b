import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { generateTokenKeys, parseTokenKeys } from '../../../src/credentials/token-keys.js';

const pkcs8 = { type: 'pkcs8', format: 'pem' } as const;
const spki = { type: 'spki', format: 'pem' } as const;

function pemsOf({ privateKey, publicKey }: ReturnType<typeof generateKeyPairSync>) {
  return {
    private_key_pem: privateKey.export(pkcs8).toString(),
    public_key_pem: publicKey.export(spki).toString(),
  };
}

const rsa = pemsOf(generateKeyPairSync('rsa', { modulusLength: 2048 }));
const shortRsa = pemsOf(generateKeyPairSync('rsa', { modulusLength: 1024 }));
const pss = pemsOf(generateKeyPairSync('rsa-pss', { modulusLength: 2048 }));
const p256 = pemsOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }));
const p384 = pemsOf(generateKeyPairSync('ec', { namedCurve: 'P-384' }));
const ed25519 = pemsOf(generateKeyPairSync('ed25519'));
const secret = Buffer.alloc(32, 250).toString('base64');

function parse(keys: unknown, signing: unknown = 'a') {
  return parseTokenKeys(JSON.stringify({ signing, keys }));
}

describe('keys that are taken', () => {
  test('two or more at once, one of which signs', () => {
    const parsed = parse([
      { kid: 'a', alg: 'HS256', secret },
      { kid: 'b', alg: 'RS256', ...rsa },
      { kid: 'c', alg: 'ES256', private_key_pem: p256.private_key_pem },
    ]);
    expect(parsed).toMatchObject({ ok: true, keys: { signing: { kid: 'a', algorithm: 'HS256' } } });
    expect(
      parsed.ok && [...parsed.keys.byKid.values()].map((key) => key.verification.type),
    ).toEqual(['secret', 'public', 'public']);
  });

  test('a key that only verifies, beside the one that signs', () => {
    const parsed = parse([
      { kid: 'a', alg: 'ES256', ...p256 },
      { kid: 'old', alg: 'RS256', public_key_pem: rsa.public_key_pem },
    ]);
    expect(parsed.ok && parsed.keys.byKid.get('old')?.signing).toBeNull();
  });

  test('a secret in the other base64 alphabet, without padding', () => {
    const urlSafe = Buffer.alloc(32, 250).toString('base64url');
    expect(parse([{ kid: 'a', alg: 'HS256', secret: urlSafe }])).toMatchObject({ ok: true });
  });

  test('those that are generated, new each time', () => {
    const raw = generateTokenKeys();
    expect(parseTokenKeys(raw)).toMatchObject({ ok: true });
    expect(generateTokenKeys()).not.toBe(raw);
  });
});

describe('faults are named by key', () => {
  test.each([
    { raw: '', fault: 'is not a JSON object' },
    { raw: '[]', fault: 'is not a JSON object' },
    { raw: 'null', fault: 'is not a JSON object' },
    { raw: '{"signing":"a"}', fault: 'keys: must list one key or more' },
    { raw: '{"signing":"a","keys":[],"x":1}', fault: 'has an unknown member x' },
  ])('$raw: $fault', ({ raw, fault }) => {
    expect(parseTokenKeys(raw)).toMatchObject({
      ok: false,
      faults: expect.arrayContaining([fault]),
    });
  });

  test.each([
    { key: 1, fault: 'keys[0]: must be an object' },
    { key: { alg: 'HS256', secret }, fault: 'keys[0].kid: must be 1 to 128 characters' },
    { key: { kid: 'a', alg: 'none', secret }, fault: 'keys[0].alg: must be HS256, RS256 or ES256' },
    {
      key: { kid: 'a', alg: 'HS512', secret },
      fault: 'keys[0].alg: must be HS256, RS256 or ES256',
    },
    { key: { kid: 'a', alg: 'HS256' }, fault: 'keys[0].secret: must be base64' },
    {
      key: { kid: 'a', alg: 'HS256', secret: 'a secret in plain words, long enough' },
      fault: 'keys[0].secret: must be base64',
    },
    {
      key: { kid: 'a', alg: 'HS256', secret: Buffer.alloc(31).toString('base64') },
      fault: 'keys[0].secret: must be 32 bytes or more',
    },
    { key: { kid: 'a', alg: 'HS256', secret, use: 'sig' }, fault: 'keys[0]: unknown member use' },
    {
      key: { kid: 'a', alg: 'RS256' },
      fault: 'keys[0].private_key_pem: this or public_key_pem must be there',
    },
    {
      key: { kid: 'a', alg: 'RS256', ...shortRsa },
      fault: 'keys[0].alg: RS256 takes 2048 bits or more',
    },
    { key: { kid: 'a', alg: 'RS256', ...pss }, fault: 'keys[0].alg: RS256 takes an RSA key' },
    { key: { kid: 'a', alg: 'RS256', ...p256 }, fault: 'keys[0].alg: RS256 takes an RSA key' },
    {
      key: { kid: 'a', alg: 'ES256', ...rsa },
      fault: 'keys[0].alg: ES256 takes a key on the curve P-256',
    },
    {
      key: { kid: 'a', alg: 'ES256', ...p384 },
      fault: 'keys[0].alg: ES256 takes a key on the curve P-256',
    },
    {
      key: { kid: 'a', alg: 'ES256', ...ed25519 },
      fault: 'keys[0].alg: ES256 takes a key on the curve P-256',
    },
    {
      key: { kid: 'a', alg: 'RS256', private_key_pem: rsa.public_key_pem },
      fault: 'keys[0].private_key_pem: is not a private key in PEM',
    },
    {
      key: { kid: 'a', alg: 'RS256', public_key_pem: rsa.private_key_pem },
      fault: 'keys[0].public_key_pem: is not a public key in PEM',
    },
    {
      key: {
        kid: 'a',
        alg: 'RS256',
        private_key_pem: rsa.private_key_pem,
        public_key_pem: p256.public_key_pem,
      },
      fault: 'keys[0].public_key_pem: does not belong to private_key_pem',
    },
  ])('$fault', ({ key, fault }) => {
    const parsed = parse([key]);
    expect(parsed).toMatchObject({ ok: false, faults: expect.arrayContaining([fault]) });
  });

  test('a pair that does not belong together says nothing of the key behind it', () => {
    const mixed = {
      kid: 'x',
      alg: 'RS256',
      private_key_pem: rsa.private_key_pem,
      public_key_pem: p256.public_key_pem,
    };
    const parsed = parse([mixed, { kid: 'a', alg: 'ES256', ...p256 }]);
    expect(parsed).toEqual({
      ok: false,
      faults: ['keys[0].public_key_pem: does not belong to private_key_pem'],
    });
  });

  test('two of the same kid', () => {
    const key = { kid: 'a', alg: 'HS256', secret };
    expect(parse([key, key])).toMatchObject({ faults: ['keys: two have the same kid'] });
  });

  test.each([{ signing: 'x' }, { signing: null }, { signing: 1 }])(
    'signing $signing',
    ({ signing }) => {
      const parsed = parse([{ kid: 'a', alg: 'HS256', secret }], signing);
      expect(parsed).toMatchObject({ faults: ['signing: must be the kid of a key'] });
    },
  );

  test('a key that only verifies cannot sign', () => {
    const parsed = parse([{ kid: 'a', alg: 'RS256', public_key_pem: rsa.public_key_pem }]);
    expect(parsed).toMatchObject({ faults: ['signing: that key has no private part'] });
  });

  test('all at once, and none quotes a key', () => {
    const parsed = parse(
      [
        { kid: 'a', alg: 'HS256', secret: 'hunter2' },
        { kid: '', alg: 'RS256', ...shortRsa },
      ],
      'x',
    );
    expect(parsed.ok ? [] : parsed.faults).toHaveLength(3);
    expect(JSON.stringify(parsed)).not.toMatch(/hunter2|BEGIN/);
  });
});
