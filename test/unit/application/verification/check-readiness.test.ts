import { expect, test } from '@jest/globals';
import type { DatabaseHealth } from '../../../../src/application/ports/database-health.js';
import { makeCheckReadiness } from '../../../../src/application/verification/check-readiness.js';
import { at } from '../../../support/domain/at.js';

const now = at('2026-04-16T12:00:00Z');
const readiness = (database: Partial<DatabaseHealth> = {}) =>
  makeCheckReadiness({
    clock: { now: () => now },
    database: {
      ping: () => Promise.resolve({ localTime: now }),
      missingIndexes: () => Promise.resolve([]),
      ensureIndexes: () => Promise.resolve(),
      ...database,
    },
  })();
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
  ['it goes away', { missingIndexes: away }, { ready: false, failing: ['database'] }],
])('A process is ready or names what fails where %s', async (_, database, answer) => {
  expect(await readiness(database)).toEqual(answer);
});
