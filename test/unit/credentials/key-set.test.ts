import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { parseKeySet } from '../../../src/credentials/key-set.js';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const weak = generateKeyPairSync('rsa', { modulusLength: 1024 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const ed = generateKeyPairSync('ed25519');
const jwk = (pair: typeof rsa, more: object = {}): JsonWebKey => ({
  ...pair.publicKey.export({ format: 'jwk' }),
  kid: 'k',
  ...more,
});

function kidsOf(...keys: readonly unknown[]): readonly string[] {
  return [...(parseKeySet(JSON.stringify({ keys }))?.keys() ?? [])];
}

describe('a key set', () => {
  test('gives RSA keys for RS256 and P-256 keys for ES256, to verify by', () => {
    const keys = [jwk(rsa, { kid: 'r', alg: 'RS256', use: 'sig' }), jwk(ec, { kid: 'e' })];
    const set = parseKeySet(JSON.stringify({ keys }));
    expect(set?.get('r')).toMatchObject({ algorithm: 'RS256', signing: null });
    expect(set?.get('e')).toMatchObject({ algorithm: 'ES256', signing: null });
    expect(set?.get('r')?.verification.equals(rsa.publicKey)).toBe(true);
    expect(set?.get('e')?.verification.equals(ec.publicKey)).toBe(true);
  });

  test('that was published with its private part gives the public one', () => {
    const whole = { ...rsa.privateKey.export({ format: 'jwk' }), kid: 'k' };
    const key = parseKeySet(JSON.stringify({ keys: [whole] }))?.get('k');
    expect(key?.verification.type).toBe('public');
  });

  test.each([
    ['for encryption', jwk(rsa, { use: 'enc' })],
    ['for wrapping', jwk(rsa, { key_ops: ['wrapKey'] })],
    ['of another algorithm', jwk(rsa, { alg: 'PS256' })],
    ['of RSA-OAEP', jwk(rsa, { alg: 'RSA-OAEP' })],
    ['of RSA below 2048 bits', jwk(weak)],
    ['of another curve', jwk(p384)],
    ['of a curve that it does not lie on', jwk(ec, { y: jwk(ec).x })],
    ['of a secret', { kty: 'oct', k: Buffer.alloc(32, 1).toString('base64url'), kid: 'k' }],
    ['of Ed25519', { ...ed.publicKey.export({ format: 'jwk' }), kid: 'k' }],
    ['of a sort that is none', jwk(rsa, { kty: 'constructor' })],
    ['without a kid', jwk(rsa, { kid: undefined })],
    ['with an empty kid', jwk(rsa, { kid: '' })],
    ['with a kid that is no text', jwk(rsa, { kid: 1 })],
    ['without its numbers', { kty: 'RSA', kid: 'k' }],
    ['that is no object', 'x'],
    ['that is null', null],
  ])('passes over a key %s', (_, key) => {
    expect(kidsOf(key, jwk(ec, { kid: 'good' }))).toEqual(['good']);
  });

  test('takes the first of two with one kid, and no more than 100', () => {
    const set = parseKeySet(JSON.stringify({ keys: [jwk(rsa), jwk(ec)] }));
    expect(set?.get('k')?.algorithm).toBe('RS256');
    const many = Array.from({ length: 101 }, (_, index) => jwk(ec, { kid: String(index) }));
    expect(kidsOf(...many)).toHaveLength(100);
  });

  test.each(['', '[]', 'null', '{}', '{"keys":{}}', '{"keys":[', '<html>'])(
    'is not what reads %s',
    (text) => {
      expect(parseKeySet(text)).toBeNull();
    },
  );

  test('may be empty', () => {
    expect(parseKeySet('{"keys":[]}')?.size).toBe(0);
  });
});
