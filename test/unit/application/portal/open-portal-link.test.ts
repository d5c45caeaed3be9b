import { beforeEach, describe, expect, test } from '@jest/globals';
import { makeOpenPortalLink } from '../../../../src/application/portal/open-portal-link.js';
import { randomPageSecrets } from '../../../../src/credentials/random-page-secrets.js';
import type { OperatorId } from '../../../../src/domain/ids.js';
import { buildLink } from '../../../support/stored/build-page-access.js';
import { newId } from '../../../support/organisation.js';
import { minutes, type PortalWorld, startPortal } from './portal-world.js';

let world: PortalWorld;
beforeEach(async () => {
  world = await startPortal();
});

const secretOf = (opened: Awaited<ReturnType<PortalWorld['open']>>): string =>
  opened.outcome === 'entered' ? opened.secret : opened.outcome;

describe('A link that is gone to', () => {
  test('lets a browser in for eight hours, for the visit that was asked for', async () => {
    const made = await world.create({ locale: 'de' });
    const opened = await world.open(made.secret);
    const now = world.time.now();
    const { organisationId, accountId, returnUrl } = world.command;
    expect(opened).toMatchObject({
      outcome: 'entered',
      session: {
        owner: { kind: 'portal', organisationId, accountId },
        linkId: made.id,
        createdAt: now,
        seenAt: now,
        endsAt: now + minutes(480),
        locale: 'de',
        visit: { returnUrl, locale: 'de', offer: null, flow: null },
      },
    });
    const secret = secretOf(opened);
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(secret).not.toBe(made.secret);
    expect(await world.useCases.readPortalSession(secret)).toMatchObject({ ok: true });
  });

  test('lets one in, however many go to it at once', async () => {
    const { secret } = await world.create();
    const all = await Promise.all(Array.from({ length: 8 }, () => world.open(secret)));
    expect(all.filter((it) => it.outcome === 'entered')).toHaveLength(1);
    expect(all.filter((it) => it.outcome === 'used')).toHaveLength(7);
  });

  test('is used up, but for the browser that came by it', async () => {
    const { secret } = await world.create();
    const cookie = secretOf(await world.open(secret));
    expect(await world.open(secret, cookie)).toMatchObject({ outcome: 'goes_on' });
    const { returnUrl } = world.command;
    const used = { outcome: 'used', visit: { returnUrl } };
    expect(await world.open(secret)).toMatchObject(used);
    expect(await world.open(secret, 'something')).toMatchObject(used);
    expect(await world.open(secret, secretOf(await world.enter()))).toMatchObject(used);
  });

  test('goes on after its own end, and not after that of the session', async () => {
    const { secret } = await world.create();
    const cookie = secretOf(await world.open(secret));
    world.pass(minutes(20));
    expect(await world.open(secret, cookie)).toMatchObject({ outcome: 'goes_on' });
    world.pass(minutes(11));
    expect(await world.open(secret, cookie)).toMatchObject({ outcome: 'used' });
  });

  test('is over when its minutes are', async () => {
    const { secret } = await world.create();
    world.pass(minutes(5) - 1);
    expect(await world.open(secret, null, 'look')).toMatchObject({ outcome: 'waits' });
    world.pass(1);
    expect(await world.open(secret)).toMatchObject({ outcome: 'expired' });
  });

  test('is not used up by a look', async () => {
    const { secret } = await world.create();
    for (const by of ['look', 'look'] as const) {
      expect(await world.open(secret, null, by)).toMatchObject({ outcome: 'waits' });
    }
    expect(await world.open(secret)).toMatchObject({ outcome: 'entered' });
  });

  test('ends the session that the browser had before', async () => {
    const before = await world.enter();
    const { secret } = await world.create();
    expect(await world.open(secret, before.secret)).toMatchObject({ outcome: 'entered' });
    expect(await world.useCases.readPortalSession(before.secret)).toEqual({
      ok: false,
      failure: 'unknown',
    });
  });
});

describe('A link in a message', () => {
  test('is used up by the button behind it, and by nothing else', async () => {
    const { secret } = await world.create({ delivery: 'message', expiresInMinutes: 60 });
    for (const by of ['open', 'look', 'open'] as const) {
      expect(await world.open(secret, null, by)).toMatchObject({ outcome: 'waits' });
    }
    expect(await world.open(secret, null, 'button')).toMatchObject({ outcome: 'entered' });
    expect(await world.open(secret, null, 'button')).toMatchObject({ outcome: 'used' });
  });
});

describe('Unknown is', () => {
  test('a link that nobody made', async () => {
    for (const secret of ['', 'a', 'x'.repeat(10_000)]) {
      expect(await world.open(secret)).toEqual({ outcome: 'unknown' });
    }
  });

  test('one to a portal that is closed', async () => {
    const { secret } = await world.create();
    await world.set({ enabled: false });
    expect(await world.open(secret)).toEqual({ outcome: 'unknown' });
    await world.set({ enabled: true });
    expect(await world.open(secret)).toMatchObject({ outcome: 'entered' });
  });

  test('one to the console', async () => {
    const owner = { kind: 'console', operatorId: newId<OperatorId>() } as const;
    const secret = randomPageSecrets.next();
    const tokenHash = randomPageSecrets.hashOf(secret);
    await world.stores.pageAccess.insertLink(buildLink({ owner, visit: null, tokenHash }));
    expect(await world.open(secret)).toEqual({ outcome: 'unknown' });
  });

  test('one that is taken back while it is used, and nobody is in', async () => {
    const { secret, id } = await world.create();
    const { pageAccess, organisations } = world.stores;
    const open = makeOpenPortalLink({
      organisations,
      pageSecrets: randomPageSecrets,
      clock: world.time,
      pageAccess: {
        ...pageAccess,
        useLink: async (tokenHash, now) => {
          const used = await pageAccess.useLink(tokenHash, now);
          await pageAccess.removeLink(world.organisationId, id);
          return used;
        },
      },
    });
    expect(await open({ secret, cookie: null, by: 'open' })).toEqual({ outcome: 'unknown' });
    expect(await pageAccess.removeLink(world.organisationId, id)).toBe(false);
  });
});
