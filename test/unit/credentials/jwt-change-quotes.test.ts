import { createSecretKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { makeJwtChangeQuotes } from '../../../src/credentials/jwt-change-quotes.js';
import { parseTokenKeys, type TokenKeys } from '../../../src/credentials/token-keys.js';
import type { ChangeQuote } from '../../../src/domain/change/change-quote.js';
import { at } from '../../support/domain/at.js';
import { makeTestTime } from '../../support/process.js';

const noon = at('2026-04-16T12:00:00Z');
const quarterLater = at('2026-04-16T12:15:00Z');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const secret = Buffer.alloc(32, 7);
const privatePem = { type: 'pkcs8', format: 'pem' } as const;
const publicPem = { type: 'spki', format: 'pem' } as const;
const entries = {
  HS256: { kid: 'hs', alg: 'HS256', secret: secret.toString('base64') },
  RS256: { kid: 'rs', alg: 'RS256', private_key_pem: rsa.privateKey.export(privatePem) },
  ES256: { kid: 'es', alg: 'ES256', private_key_pem: ec.privateKey.export(privatePem) },
} as const;
type Algorithm = keyof typeof entries;
const algorithms = Object.keys(entries) as Algorithm[];

/** What these words pin does not matter to whoever signs them. */
const quote = { packageCode: 'pro', version: 3 } as ChangeQuote;

function keysOf(signing: string, listed: readonly object[]): TokenKeys {
  const parsed = parseTokenKeys(JSON.stringify({ signing, keys: listed }));
  if (!parsed.ok) throw new Error(parsed.faults.join());
  return parsed.keys;
}
const ownKeys = (algorithm: Algorithm) => keysOf(entries[algorithm].kid, [entries[algorithm]]);
const quotesOf = (keys: TokenKeys, time = makeTestTime(noon)) =>
  makeJwtChangeQuotes({ keys, clock: { now: time.now } });

describe.each(algorithms)('Where %s signs tokens, a quote', (algorithm) => {
  test('is read as it was signed, also by another process with the same keys', () => {
    const { text } = quotesOf(ownKeys(algorithm)).sign(quote);
    expect(quotesOf(ownKeys(algorithm)).read(text)).toEqual({ quote, isExpired: false });
  });

  test('holds for 15 minutes, and is read as expired from then on', () => {
    const time = makeTestTime(noon);
    const quotes = quotesOf(ownKeys(algorithm), time);
    const { text, expiresAt } = quotes.sign(quote);
    expect(expiresAt).toBe(quarterLater);
    time.set(at('2026-04-16T12:14:59.999Z'));
    expect(quotes.read(text)).toMatchObject({ isExpired: false });
    time.set(quarterLater);
    expect(quotes.read(text)).toMatchObject({ quote, isExpired: true });
  });

  test('is signed by a secret of its own, since nobody but us reads it', () => {
    const keys = ownKeys(algorithm);
    const { text } = quotesOf(keys).sign(quote);
    const { kid } = entries[algorithm];
    const { header } = jwt.decode(text, { complete: true }) ?? {};
    expect(header).toEqual({ alg: 'HS256', typ: 'quote+jwt', kid });
    expect(() => jwt.verify(text, createSecretKey(secret))).toThrow('invalid signature');
  });

  test('is none where a key of tokens has signed it', () => {
    const keys = ownKeys(algorithm);
    const { kid, signing } = keys.signing;
    const claims = { aud: 'change-quote', exp: quarterLater / 1_000, quote };
    const header = { alg: algorithm, typ: 'quote+jwt', kid };
    const text = jwt.sign(claims, signing, { algorithm, header, noTimestamp: true });
    expect(quotesOf(keys).read(text)).toBeNull();
  });

  test('is none where its words, its kind or its key are others', () => {
    const quotes = quotesOf(ownKeys(algorithm));
    const [header = '', payload = '', signature = ''] = quotes.sign(quote).text.split('.');
    const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const { kid } = entries[algorithm];
    const texts = [
      '',
      'a.b.c',
      `${header}.${payload}.`,
      `${header}.${encoded({ aud: 'change-quote', exp: 1, quote })}.${signature}`,
      `${encoded({ alg: 'HS256', typ: 'JWT', kid })}.${payload}.${signature}`,
      `${encoded({ alg: 'HS256', typ: 'quote+jwt', kid: 'other' })}.${payload}.${signature}`,
      `${encoded({ alg: 'none', typ: 'quote+jwt', kid })}.${payload}.`,
    ];
    expect(texts.map((text) => quotes.read(text))).toEqual(texts.map(() => null));
  });

  test('is read while its key still stands among the others, and no longer once that is gone', () => {
    const { text } = quotesOf(ownKeys(algorithm)).sign(quote);
    const next = { ...entries.HS256, kid: 'next', secret: Buffer.alloc(32, 8).toString('base64') };
    expect(quotesOf(keysOf('next', [next, entries[algorithm]])).read(text)).toMatchObject({
      quote,
    });
    expect(quotesOf(keysOf('next', [next])).read(text)).toBeNull();
  });
});

test.each([
  { ...entries.HS256, secret: secret.toString('base64url') },
  { ...entries.RS256, private_key_pem: rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }) },
  { ...entries.ES256, private_key_pem: ec.privateKey.export({ type: 'sec1', format: 'pem' }) },
])('A quote is read by a process whose key is written down in another way: $alg', (entry) => {
  const { text } = quotesOf(ownKeys(entry.alg)).sign(quote);
  expect(quotesOf(keysOf(entry.kid, [entry])).read(text)).toMatchObject({ quote });
});

test('A public key neither makes nor reads a quote', () => {
  const { text } = quotesOf(ownKeys('RS256')).sign(quote);
  const pem = rsa.publicKey.export(publicPem).toString();
  const half = { kid: 'rs', alg: 'RS256', public_key_pem: pem };
  const quotes = quotesOf(keysOf('hs', [entries.HS256, half]));
  expect(quotes.read(text)).toBeNull();
  const header = { alg: 'HS256', typ: 'quote+jwt', kid: 'rs' } as const;
  const forged = jwt.sign({ aud: 'change-quote', exp: quarterLater / 1_000, quote }, pem, {
    header,
    noTimestamp: true,
  });
  expect(quotes.read(forged)).toBeNull();
  expect(quotesOf(ownKeys('RS256')).read(forged)).toBeNull();
});
