import { expect, test } from '@jest/globals';
import type { PageLinkId } from '../../../../src/domain/ids.js';
import { newId } from '../../../support/organisation.js';
import { startPortal } from './portal-world.js';

test('Ending a portal session ends its link and whoever came by it, in its organisation alone', async () => {
  const { create, open, organisationId, useCases } = await startPortal();
  const [unused, used] = [await create(), await create()];
  const entered = await open(used.secret);
  const secret = entered.outcome === 'entered' ? entered.secret : '';
  const end = (id: PageLinkId, of = organisationId) =>
    useCases.endPortalSession({ organisationId: of, id });
  expect(await end(used.id, newId())).toBe(false);
  expect(await useCases.readPortalSession(secret)).toMatchObject({ ok: true });
  for (const { id } of [unused, used]) expect(await end(id)).toBe(true);
  expect(await open(unused.secret)).toEqual({ outcome: 'unknown' });
  expect(await useCases.readPortalSession(secret)).toEqual({ ok: false, failure: 'unknown' });
  expect(await end(used.id)).toBe(false);
  expect(await end(newId())).toBe(false);
});
