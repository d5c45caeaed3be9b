import { beforeEach, describe, expect, test } from '@jest/globals';
import { BusyError } from '../../../src/application/ports/failures.js';
import type { KeySet } from '../../../src/credentials/key-set.js';
import { makeRemoteKeys } from '../../../src/credentials/remote-keys.js';
import { toInstant } from '../../../src/domain/time/instant.js';
import { silentLog } from '../../support/process.js';

const minute = 60_000;
let now: number;
let fetches: number;
let warnings: unknown[];
/** What the issuer answers: kids, or null while it is down. */
let published: readonly string[] | null;
beforeEach(() => {
  now = 1_700_000_000_000;
  fetches = 0;
  warnings = [];
  published = ['a'];
});

function find(): (kid: string) => Promise<string | null> {
  const findKey = makeRemoteKeys({
    fetchKeySet: () => {
      fetches += 1;
      if (published === null) return Promise.reject(new Error('down'));
      const keys = published.map((kid) => [kid, { kid }] as const);
      return Promise.resolve(new Map(keys) as unknown as KeySet);
    },
    clock: { now: () => toInstant(now) },
    log: { ...silentLog, warn: (message) => warnings.push(message) },
  });
  return async (kid) => (await findKey(kid))?.kid ?? null;
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

  test('are fetched anew where the clock was set back', async () => {
    const keyOf = find();
    await keyOf('a');
    now -= 1;
    expect(await keyOf('a')).toBe('a');
    expect(fetches).toBe(2);
  });
});
