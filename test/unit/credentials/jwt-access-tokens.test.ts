import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { TokenClaims } from '../../../src/application/ports/access-tokens.js';
import { makeJwtAccessTokens } from '../../../src/credentials/jwt-access-tokens.js';
import { parseTokenKeys } from '../../../src/credentials/token-keys.js';
import { toClientId, toId } from '../../../src/domain/ids.js';
import { toInstant } from '../../../src/domain/time/instant.js';

const secret = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const hs: { kid: string; alg: string; secret: string } = {
  kid: 'hs',
  alg: 'HS256',
  secret: secret(1),
};
const pems = (pair: { privateKey: { export: (o: never) => unknown } }) =>
  String(pair.privateKey.export({ type: 'pkcs8', format: 'pem' } as never));
const rs = {
  kid: 'rs',
  alg: 'RS256',
  private_key_pem: pems(generateKeyPairSync('rsa', { modulusLength: 2048 })),
};
const es = {
  kid: 'es',
  alg: 'ES256',
  private_key_pem: pems(generateKeyPairSync('ec', { namedCurve: 'P-256' })),
};

const claims: TokenClaims = {
  clientId: toClientId('demo'),
  organisationId: toId('56e1741a6fc9365306000000'),
  scopes: ['/external/account/w', '/external/product/r'],
  accountId: null,
};

/** Access tokens of these keys, the first one signing, by a clock that the test moves. */
function tokensOf(keys: readonly { kid: string }[], time = { ms: 1_700_000_000_000 }) {
  const parsed = parseTokenKeys(JSON.stringify({ signing: keys[0]?.kid, keys }));
  if (!parsed.ok) throw new Error(parsed.faults.join());
  const clock = { now: () => toInstant(time.ms) };
  return makeJwtAccessTokens({ keys: parsed.keys, issuer: 'i', audience: 'a', clock });
}

describe('a token', () => {
  test.each([{ key: hs }, { key: rs }, { key: es }])(
    'by $key.alg says what was put in',
    ({ key }) => {
      const tokens = tokensOf([key]);
      const identity = { ...claims, accountId: toId<never>('56e1741a6fc9365306000001') };
      expect(tokens.verify(tokens.issue(claims, 60))).toEqual(claims);
      expect(tokens.verify(tokens.issue(identity, 60))).toEqual(identity);
    },
  );

  test('holds until it expires and 5 s longer, also where it held before', () => {
    const time = { ms: 1_700_000_000_000 };
    const tokens = tokensOf([hs], time);
    const token = tokens.issue(claims, 60);
    const holdsAfter = (seconds: number) => {
      time.ms = 1_700_000_000_000 + seconds * 1_000;
      return [tokens.verify(token) !== null, tokensOf([hs], time).verify(token) !== null];
    };
    expect(holdsAfter(0)).toEqual([true, true]);
    expect(holdsAfter(64.999)).toEqual([true, true]);
    expect(holdsAfter(65)).toEqual([false, false]);
    expect(holdsAfter(64)).toEqual([true, true]);
  });

  test('is never the same twice', () => {
    const tokens = tokensOf([hs]);
    expect(tokens.issue(claims, 60)).not.toBe(tokens.issue(claims, 60));
  });
});

const otherHs = { ...hs, secret: secret(2) };

describe('keys rotate', () => {
  test('a token of the old key holds while that key is listed, also without its private part', () => {
    const old = tokensOf([hs]).issue(claims, 60);
    expect(tokensOf([es, hs]).verify(old)).toEqual(claims);
    expect(tokensOf([es]).verify(old)).toBeNull();
  });

  test('a token of another key of the same kid does not hold', () => {
    const token = tokensOf([otherHs]).issue(claims, 60);
    expect(tokensOf([hs]).verify(token)).toBeNull();
  });
});
