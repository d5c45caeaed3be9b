import { expect, test } from '@jest/globals';
import { toInstant } from '../../../../src/domain/time/instant.js';
import { at } from '../../../support/domain/at.js';
import { startInMemory } from '../../../support/in-memory-process.js';
import { buildLink, buildSession } from '../../../support/stored/build-page-access.js';

test('Links and sessions are removed a day after their end, unless the worker stops', async () => {
  const { useCases, stores, time } = await startInMemory();
  const { pageAccess } = stores;
  const link = buildLink({ endsAt: at('2026-05-01T12:05:00Z') });
  const idle = buildSession({ seenAt: at('2026-05-01T12:00:00Z') });
  const young = buildSession({ seenAt: at('2026-05-01T12:10:00Z') });
  await pageAccess.insertLink(link);
  for (const it of [idle, young]) await pageAccess.insertSession(it);
  time.set(at('2026-05-02T12:04:59Z'));
  expect(await useCases.removeOldPageAccess(() => false)).toBe(0);
  time.set(at('2026-05-02T12:05:00Z'));
  expect(await useCases.removeOldPageAccess(() => true)).toBe(0);
  expect(await useCases.removeOldPageAccess(() => false)).toBe(1);
  expect(await pageAccess.findLink(link.tokenHash)).toBeNull();
  time.set(at('2026-05-02T12:30:01Z'));
  expect(await useCases.removeOldPageAccess(() => false)).toBe(1);
  expect(await pageAccess.findSession(idle.tokenHash)).toBeNull();
  expect(await pageAccess.findSession(young.tokenHash)).toEqual(young);
});

test('More than go at once are all removed', async () => {
  const { useCases, stores, time } = await startInMemory();
  const endsAt = toInstant(time.now() - 2 * 86_400_000);
  for (let count = 0; count < 1_001; count += 1) {
    await stores.pageAccess.insertLink(buildLink({ endsAt }));
  }
  expect(await useCases.removeOldPageAccess(() => false)).toBe(1_001);
});
