import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { BusyError } from '../../../src/application/ports/failures.js';
import { makeRemoteKeys } from '../../../src/credentials/remote-keys.js';
import { silentLog } from '../../support/process.js';

const minute = 60_000;
const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
let now: number;
let fetches: number;
let warnings: unknown[];
/** What the issuer answers: kids, or null while it is down. */
let published: readonly string[] | null;
beforeEach(() => {
  now = 1_700_000_000_000;
  jest.spyOn(Date, 'now').mockImplementation(() => now);
  fetches = 0;
  warnings = [];
  published = ['a'];
});
afterEach(() => {
  jest.restoreAllMocks();
});

function find(): (kid: string) => Promise<string | null> {
  const findKey = makeRemoteKeys({
    url: 'https://them.test/keys',
    ask: () => {
      fetches += 1;
      if (published === null) return Promise.reject(new Error('down'));
      const keys = published.map((kid) => ({ ...publicKey.export({ format: 'jwk' }), kid }));
      return Promise.resolve(Response.json({ keys }));
    },
    log: { ...silentLog, warn: (message) => warnings.push(message) },
  });
  return async (kid) => ((await findKey(kid, 'ES256')) === null ? null : kid);
}

describe('the keys of another issuer', () => {
  test('are fetched when one is needed, once for many who wait, and kept for 10 minutes', async () => {
    const keyOf = find();
    expect(fetches).toBe(0);
    expect(await Promise.all([keyOf('a'), keyOf('a'), keyOf('b')])).toEqual(['a', 'a', null]);
    now += 10 * minute - 1;
    expect(await keyOf('a')).toBe('a');
    expect(fetches).toBe(1);
    now += 1;
    published = ['b'];
    expect(await keyOf('a')).toBeNull();
    expect(fetches).toBe(2);
  });

  test('are asked for again where a kid is unknown, at most every 30 s', async () => {
    const keyOf = find();
    await keyOf('a');
    published = ['a', 'b'];
    now += 29_999;
    expect(await keyOf('b')).toBeNull();
    now += 1;
    expect(await keyOf('b')).toBe('b');
    expect(fetches).toBe(2);
  });

  test('are used for an hour while the issuer is down, which is asked every 30 s', async () => {
    const keyOf = find();
    await keyOf('a');
    published = null;
    now += 10 * minute;
    expect([await keyOf('a'), await keyOf('a')]).toEqual(['a', 'a']);
    expect(fetches).toBe(2);
    now += 50 * minute - 1;
    expect(await keyOf('a')).toBe('a');
    expect(fetches).toBe(3);
    now += 1;
    await expect(keyOf('a')).rejects.toThrow(BusyError);
    expect(warnings).toHaveLength(2);
    published = ['a'];
    now += 30_000;
    expect(await keyOf('a')).toBe('a');
  });

  test('that were never had say nothing about a token', async () => {
    published = null;
    const keyOf = find();
    await expect(keyOf('a')).rejects.toThrow(BusyError);
    await expect(keyOf('a')).rejects.toThrow(BusyError);
    expect(fetches).toBe(1);
    published = ['a'];
    now += 30_000;
    expect(await keyOf('a')).toBe('a');
  });

  test('are used while it is down where one asks for a kid that they lack', async () => {
    const keyOf = find();
    await keyOf('a');
    published = null;
    now += 30_000;
    expect([await keyOf('b'), await keyOf('b'), await keyOf('a')]).toEqual([null, null, 'a']);
    expect([fetches, warnings.length]).toEqual([2, 1]);
  });

  test('are one object each: a key is not made anew for each token', async () => {
    const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'a' }];
    const findKey = makeRemoteKeys({
      url: 'https://them.test/keys',
      ask: () => Promise.resolve(Response.json({ keys })),
      log: silentLog,
    });
    const first = await findKey('a', 'ES256');
    expect(first).not.toBeNull();
    expect(await findKey('a', 'ES256')).toBe(first);
  });

  test('are fetched anew where the clock was set back', async () => {
    const keyOf = find();
    await keyOf('a');
    now -= 1;
    expect(await keyOf('a')).toBe('a');
    expect(fetches).toBe(2);
  });
});
