import { expect, test } from '@jest/globals';
import { minutes, startPortal } from './portal-world.js';

test('A page of the portal knows whose session it is and how its organisation’s pages are', async () => {
  const { enter, useCases, stores, organisationId, command } = await startPortal();
  const { secret, session } = await enter();
  const pages = await stores.organisations.readPages(organisationId);
  expect(await useCases.readPortalSession(secret)).toEqual({ ok: true, session, pages });
  expect(pages?.portal.returnUrls).toEqual(['https://publisher.test/account']);
  expect(session.visit?.returnUrl).toBe(command.returnUrl);
});

test('A session is of no use once the portal is closed, or its time is over', async () => {
  const { enter, useCases, set, pass, command } = await startPortal();
  const { secret } = await enter();
  await set({ enabled: false });
  const read = () => useCases.readPortalSession(secret);
  expect(await read()).toEqual({ ok: false, failure: 'portal_off' });
  await set({});
  expect(await read()).toMatchObject({ ok: true });
  pass(minutes(30));
  const { returnUrl } = command;
  expect(await read()).toEqual({ ok: false, failure: 'over', returnUrl });
  expect(await useCases.readPortalSession('nothing')).toEqual({ ok: false, failure: 'unknown' });
});
