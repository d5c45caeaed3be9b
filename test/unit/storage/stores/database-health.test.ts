import { describe, expect, test } from '@jest/globals';
import { mongo } from 'mongoose';
import type { Database } from '../../../../src/storage/connect.js';
import { makeDatabaseHealth } from '../../../../src/storage/stores/database-health.js';

const at = Date.UTC(2026, 3, 1);

/** Asks a server that says its time like this. */
function ping(localTime: unknown): Promise<{ localTime: number }> {
  const database = {
    connection: { db: { command: () => Promise.resolve({ ok: 1, localTime }) } },
    reading: (command: () => unknown) => command(),
  };
  return makeDatabaseHealth(database as unknown as Database).ping();
}

describe('The time of the database', () => {
  test.each([
    ['a date', new Date(at)],
    ['a number', at],
    ['a 64-bit number', mongo.Long.fromNumber(at)],
    ['a big integer', BigInt(at)],
  ])('is known where the server says it as %s', async (_, localTime) => {
    expect(await ping(localTime)).toEqual({ localTime: at });
  });

  test.each([undefined, null, 'now', Number.NaN, {}])('is not known from %p', async (localTime) => {
    await expect(ping(localTime)).rejects.toThrow('does not tell its time');
  });
});
