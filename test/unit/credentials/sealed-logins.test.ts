import { describe, expect, test } from '@jest/globals';
import { makeSealedLogins } from '../../../src/credentials/sealed-logins.js';
import { at } from '../../support/domain/at.js';
import { makeTestTime } from '../../support/process.js';
import { makeTestKeys, signedQuotes } from '../../support/signed-quotes.js';

const noon = at('2026-11-01T12:00:00Z');
const login = { kind: 'passkey', challenge: 'asked', begunAt: noon } as const;

describe('A log-in that has begun', () => {
  test('is read by every process with the same keys, for ten minutes', async () => {
    const [time, keys] = [makeTestTime(noon), makeTestKeys()];
    const sealed = await makeSealedLogins({ keys, clock: time }).seal(login);
    const { open } = makeSealedLogins({ keys, clock: time });
    expect(await open(sealed)).toEqual(login);
    expect(sealed).toMatch(/^[\w.-]{1,2048}$/);
    time.set(at('2026-11-01T12:09:59Z'));
    expect(await open(sealed)).toEqual(login);
    time.set(at('2026-11-01T12:10:01Z'));
    expect(await open(sealed)).toBeNull();
  });

  test('can be read and written by nobody else', async () => {
    const [time, keys] = [makeTestTime(noon), makeTestKeys()];
    const { open, seal } = makeSealedLogins({ keys, clock: time });
    const sealed = await seal(login);
    expect(Buffer.from(sealed.split('.')[3] ?? '', 'base64url').toString()).not.toContain('asked');
    const others = await makeSealedLogins({ keys: makeTestKeys(), clock: time }).seal(login);
    const quote = signedQuotes(time, keys).sign({} as never).text;
    for (const text of ['', 'a.b.c', 'a.b.c.d.e', sealed.slice(0, -2), others, quote]) {
      expect(await open(text)).toBeNull();
    }
  });

  test('fits into a cookie, also with the longest page to go to', async () => {
    const { seal } = makeSealedLogins({ keys: makeTestKeys(), clock: makeTestTime(noon) });
    const long = 'a'.repeat(43);
    const sealed = await seal({
      kind: 'provider',
      question: { state: long, nonce: long, verifier: long },
      next: `/console${'/a'.repeat(496)}`,
      provesFor: '0'.repeat(24) as never,
    });
    expect(sealed).toMatch(/^[\w.-]{1,2048}$/);
  });
});
