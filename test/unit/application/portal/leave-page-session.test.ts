import { expect, test } from '@jest/globals';
import { startPortal } from './portal-world.js';

test('Whoever leaves is out, and others stay in', async () => {
  const { enter, useCases } = await startPortal();
  const [gone, kept] = [await enter(), await enter()];
  await useCases.leavePageSession(gone.secret);
  await useCases.leavePageSession(gone.secret);
  const left = { ok: false, failure: 'unknown' };
  expect(await useCases.readPortalSession(gone.secret)).toEqual(left);
  expect(await useCases.readPortalSession(kept.secret)).toMatchObject({ ok: true });
});
