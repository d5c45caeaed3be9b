import { expect, test } from '@jest/globals';
import type { DatabaseHealth } from '../../../../src/application/ports/database-health.js';
import { makeCheckReadiness } from '../../../../src/application/verification/check-readiness.js';
import { toInstant } from '../../../../src/domain/time/instant.js';
import { at } from '../../../support/domain/at.js';

const now = at('2026-04-16T12:00:00Z');
const made = (database: Partial<DatabaseHealth> = {}, clock = { now: () => now }) =>
  makeCheckReadiness({
    clock,
    database: {
      ping: () => Promise.resolve({ localTime: now }),
      hasRoom: () => Promise.resolve(true),
      missingIndexes: () => Promise.resolve([]),
      ensureIndexes: () => Promise.resolve(),
      ...database,
    },
  });
const readiness = (database: Partial<DatabaseHealth> = {}) => made(database)();
const away = () => Promise.reject(new Error('away'));
const pingAt = (offset: number) => () => Promise.resolve({ localTime: now + offset });
const missingIndexes = () => Promise.resolve(['events.a']);

test.each([
  ['all is well', {}, { ready: true }],
  ['the clocks differ by 2 s', { ping: pingAt(2_000) }, { ready: true }],
  ['the clocks differ by more', { ping: pingAt(-2_001) }, { ready: false, failing: ['clock'] }],
  ['an index is missing', { missingIndexes }, { ready: false, failing: ['indexes'] }],
  [
    'both are so',
    { missingIndexes, ping: pingAt(9_000) },
    { ready: false, failing: ['indexes', 'clock'] },
  ],
  ['the database is away', { ping: away }, { ready: false, failing: ['database'] }],
  [
    'it has no room for a write',
    { hasRoom: () => Promise.resolve(false) },
    { ready: false, failing: ['database'] },
  ],
  ['it goes away', { missingIndexes: away }, { ready: false, failing: ['database'] }],
])('A process is ready or names what fails where %s', async (_, database, answer) => {
  expect(await readiness(database)).toEqual(answer);
});

test('A process that is asked often asks the database once a second', async () => {
  let asked = 0;
  let time = now;
  const ping = () => {
    asked += 1;
    return Promise.resolve({ localTime: time });
  };
  const check = made({ ping }, { now: () => time });
  await Promise.all([check(), check(), check()]);
  time = toInstant(now + 999);
  await check();
  expect(asked).toBe(1);
  time = toInstant(now + 1_000);
  expect(await check()).toEqual({ ready: true });
  expect(asked).toBe(2);
});
