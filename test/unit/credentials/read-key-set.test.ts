import { generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { BusyError } from '../../../src/application/ports/failures.js';
import { makeRemoteKeys } from '../../../src/credentials/remote-keys.js';
import { silentLog } from '../../support/process.js';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const rsa2 = generateKeyPairSync('rsa', { modulusLength: 2048 });
const weak = generateKeyPairSync('rsa', { modulusLength: 1024 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const ed = generateKeyPairSync('ed25519');
const jwk = (pair: typeof rsa, more: object = {}): JsonWebKey => ({
  ...pair.publicKey.export({ format: 'jwk' }),
  kid: 'k',
  ...more,
});

/** The keys that are found in what an issuer answers. */
function keysIn(answer: string | readonly unknown[]) {
  const body = typeof answer === 'string' ? answer : JSON.stringify({ keys: answer });
  return makeRemoteKeys({
    url: 'https://them.test/keys',
    ask: () => Promise.resolve(new Response(body)),
    log: silentLog,
  });
}

/** Those of the kids by which there is a key, of whichever algorithm. */
async function kidsOf(kids: readonly string[], keys: readonly unknown[]) {
  const find = keysIn(keys);
  const found = async (kid: string) => (await find(kid, 'RS256')) ?? (await find(kid, 'ES256'));
  const all = await Promise.all(kids.map(async (kid) => ({ kid, key: await found(kid) })));
  return all.filter(({ key }) => key !== null).map(({ kid }) => kid);
}

const isKey = (key: KeyObject | null, other: KeyObject) => key?.equals(other);

describe('a key set', () => {
  test('gives RSA keys for RS256 and P-256 keys for ES256, to verify by', async () => {
    const find = keysIn([
      jwk(rsa, { kid: 'r', alg: 'RS256', use: 'sig' }),
      jwk(ec, { kid: 'e', key_ops: ['verify'] }),
    ]);
    expect(isKey(await find('r', 'RS256'), rsa.publicKey)).toBe(true);
    expect(isKey(await find('e', 'ES256'), ec.publicKey)).toBe(true);
    expect([await find('r', 'ES256'), await find('e', 'RS256')]).toEqual([null, null]);
  });

  test('that was published with its private part gives the public one', async () => {
    const whole = { ...rsa.privateKey.export({ format: 'jwk' }), kid: 'k' };
    for (const more of [{}, { key_ops: ['sign', 'verify'] }]) {
      const key = await keysIn([{ ...whole, ...more }])('k', 'RS256');
      expect(key?.type).toBe('public');
    }
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
  ])('passes over a key %s', async (_, key) => {
    const kids = ['k', '', '1', 'undefined', 'good'];
    expect(await kidsOf(kids, [key, jwk(ec, { kid: 'good' })])).toEqual(['good']);
  });

  test('takes the first of two with one kid, and no more than 100', async () => {
    const key = await keysIn([jwk(rsa), jwk(rsa2), jwk(ec)])('k', 'RS256');
    expect(isKey(key, rsa.publicKey)).toBe(true);
    const kids = Array.from({ length: 101 }, (_, index) => String(index));
    const many = kids.map((kid) => jwk(ec, { kid }));
    expect(await kidsOf(kids, many)).toEqual(kids.slice(0, 100));
  });

  test.each(['', '[]', 'null', '{}', '{"keys":{}}', '{"keys":[', '<html>'])(
    'is not what reads %s',
    async (text) => {
      await expect(keysIn(text)('k', 'RS256')).rejects.toThrow(BusyError);
    },
  );

  test('may be empty', async () => {
    expect(await keysIn('{"keys":[]}')('k', 'RS256')).toBeNull();
  });
});
