import { beforeEach, describe, expect, test } from '@jest/globals';
import type { PageLinkId, UserProductId } from '../../../../src/domain/ids.js';
import { randomPageSecrets } from '../../../../src/credentials/random-page-secrets.js';
import { newId } from '../../../support/organisation.js';
import { minutes, type PortalWorld, startPortal } from './portal-world.js';

let world: PortalWorld;
beforeEach(async () => {
  world = await startPortal();
});

const linkOf = ({ secret }: { readonly secret: string }) =>
  world.stores.pageAccess.findLink(randomPageSecrets.hashOf(secret));

describe('A portal session', () => {
  test('is a link that holds what was said of the visit, and of its secret the hash alone', async () => {
    const flow = { type: 'cancel', userProductId: world.product.id, target: null } as const;
    const given = { locale: 'sv', offer: ['digital', 'premium'], flow } as const;
    const made = await world.create({ ...given, delivery: 'message', expiresInMinutes: 60 });
    const now = world.time.now();
    const { organisationId, accountId, returnUrl } = world.command;
    expect(await linkOf(made)).toEqual({
      id: made.id,
      tokenHash: randomPageSecrets.hashOf(made.secret),
      owner: { kind: 'portal', organisationId, accountId },
      delivery: 'message',
      createdAt: now,
      endsAt: now + minutes(60),
      usedAt: null,
      visit: { returnUrl, ...given },
    });
    expect(made.expiresAt).toBe(now + minutes(60));
    expect(JSON.stringify(await linkOf(made))).not.toContain(made.secret);
  });

  test('has a secret of 256 bits that no other has', async () => {
    const [first, second] = [await world.create(), await world.create()];
    expect(Buffer.from(first.secret, 'base64url')).toHaveLength(32);
    expect(first.secret).not.toBe(second.secret);
  });

  test('leads back to the first address that the organisation names, where none is given', async () => {
    const made = await world.create({ returnUrl: null });
    expect((await linkOf(made))?.visit?.returnUrl).toBe('https://publisher.test/account');
  });

  test('asked for again under one id is one link, which only the newest address opens', async () => {
    const chosenId = newId<PageLinkId>();
    const [first, second] = [await world.create({ chosenId }), await world.create({ chosenId })];
    expect(second.id).toBe(chosenId);
    expect(await world.open(first.secret)).toEqual({ outcome: 'unknown' });
    expect(await world.open(second.secret)).toMatchObject({ outcome: 'entered' });
  });
});

describe('Refused is', () => {
  const ask = (given: Partial<PortalWorld['command']>) =>
    world.useCases.createPortalSession({ ...world.command, ...given });
  const refused = (failure: string) => ({ ok: false, failure });

  test('an account that is not there, or another organisation’s', async () => {
    const other = await startPortal();
    for (const accountId of [newId<typeof other.product.accountId>(), other.product.accountId]) {
      expect(await ask({ accountId })).toEqual(refused('unknown_account'));
    }
  });

  test('a portal that is closed', async () => {
    await world.set({ enabled: false });
    expect(await ask({})).toEqual(refused('portal_disabled'));
  });

  test('an address that the organisation does not name', async () => {
    for (const returnUrl of ['https://publisher.test/accounts', 'https://evil.test/account', '']) {
      expect(await ask({ returnUrl })).toEqual(refused('return_url_not_allowed'));
    }
    await world.set({ returnUrls: [] });
    expect(await ask({ returnUrl: null })).toEqual(refused('return_url_not_allowed'));
  });

  test('a package that is not there', async () => {
    expect(await ask({ offer: ['digital', 'nothing'] })).toEqual(refused('unknown_package'));
  });

  test('a user product that is not there, or another account’s', async () => {
    const other = await world.subscribe();
    for (const userProductId of [newId<UserProductId>(), other.id]) {
      const flow = { type: 'change', userProductId, target: null } as const;
      expect(await ask({ flow })).toEqual(refused('unknown_user_product'));
    }
  });
});
