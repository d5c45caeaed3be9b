import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type {
  PageLink,
  PageOwner,
  PageSession,
} from '../../../src/application/ports/page-access-store.js';
import type { AccountId, OperatorId, PageLinkId, UserProductId } from '../../../src/domain/ids.js';
import type { Stores } from '../../../src/storage/open-stores.js';
import { toInstant } from '../../../src/domain/time/instant.js';
import { at } from '../../support/domain/at.js';
import {
  anyVisitor,
  buildLink,
  buildSession,
  buildVisit,
  newHash,
} from '../../support/stored/build-page-access.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';

const noon = at('2026-05-01T12:00:00Z');
const minutesLater = (minutes: number) => toInstant(noon + minutes * 60_000);

/** What use cases may rely on of any `PageAccessStore`. */
export function pageAccessStoreContract(open: OpenStores): void {
  let stores: Stores;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ stores, close } = await open());
  });
  afterAll(() => close());

  const link = async (edits: Partial<PageLink> = {}) => {
    const made = buildLink(edits);
    await stores.pageAccess.insertLink(made);
    return made;
  };
  const session = async (edits: Partial<PageSession> = {}) => {
    const made = buildSession(edits);
    await stores.pageAccess.insertSession(made);
    return made;
  };
  const operator = () => ({ kind: 'console', operatorId: newId<OperatorId>() }) as const;
  /** Another account of the same organisation, or another operator. */
  const siblingOf = ({ kind }: PageOwner) =>
    kind === 'portal' ? { accountId: newId<AccountId>() } : { operatorId: newId<OperatorId>() };
  const fullVisit = () =>
    buildVisit({
      locale: 'sv',
      offer: ['digital', 'premium'],
      flow: {
        type: 'change_confirm',
        userProductId: newId(),
        target: { packageCode: 'digital', targetPeriodId: newId(), tier: null, pricePlan: null },
      },
    });

  describe('A store of links to pages', () => {
    test('gives back what was inserted, by the hash of its secret alone', async () => {
      const bare = {
        type: 'pending',
        userProductId: newId<UserProductId>(),
        target: null,
      } as const;
      for (const made of [
        await link(),
        await link({ delivery: 'message', visit: fullVisit(), usedAt: noon }),
        await link({ visit: buildVisit({ flow: bare }) }),
        await link({ owner: operator(), visit: null }),
      ]) {
        expect(await stores.pageAccess.findLink(made.tokenHash)).toEqual(made);
      }
      expect(await stores.pageAccess.findLink(newHash())).toBeNull();
    });

    test('lets one that is inserted again open by its new address alone', async () => {
      const first = await link({ usedAt: noon });
      const again = await link({ id: first.id, owner: first.owner });
      expect(await stores.pageAccess.findLink(first.tokenHash)).toBeNull();
      expect(await stores.pageAccess.useLink(again.tokenHash, noon)).toEqual(again);
    });

    test('never takes over another organisation’s', async () => {
      const first = await link();
      const taken = buildLink({ id: first.id });
      await expect(stores.pageAccess.insertLink(taken)).rejects.toThrow(/duplicate key/i);
      expect(await stores.pageAccess.findLink(first.tokenHash)).toEqual(first);
    });

    test('lets one of many use a link, and tells since when it is used', async () => {
      const made = await link();
      const tries = Array.from({ length: 8 }, () =>
        stores.pageAccess.useLink(made.tokenHash, minutesLater(1)),
      );
      const got = (await Promise.all(tries)).filter((it) => it !== null);
      expect(got).toEqual([made]);
      const used = { ...made, usedAt: minutesLater(1) };
      expect(await stores.pageAccess.findLink(made.tokenHash)).toEqual(used);
      expect(await stores.pageAccess.useLink(made.tokenHash, minutesLater(2))).toBeNull();
    });

    test('lets nobody use one that is over or not there', async () => {
      const made = await link();
      expect(await stores.pageAccess.useLink(made.tokenHash, made.endsAt)).toBeNull();
      expect(await stores.pageAccess.useLink(newHash(), noon)).toBeNull();
      expect(await stores.pageAccess.findLink(made.tokenHash)).toEqual(made);
    });

    test('removes one with the sessions that began with it, in its organisation alone', async () => {
      const owner = anyVisitor();
      const made = await link({ owner });
      const began = await session({ owner, linkId: made.id });
      const other = await session({ owner, linkId: newId<PageLinkId>() });
      expect(await stores.pageAccess.removeLink(newId(), made.id)).toBe(false);
      expect(await stores.pageAccess.findSession(began.tokenHash)).toEqual(began);
      expect(await stores.pageAccess.removeLink(owner.organisationId, made.id)).toBe(true);
      expect(await stores.pageAccess.findLink(made.tokenHash)).toBeNull();
      expect(await stores.pageAccess.findSession(began.tokenHash)).toBeNull();
      expect(await stores.pageAccess.findSession(other.tokenHash)).toEqual(other);
      expect(await stores.pageAccess.removeLink(owner.organisationId, made.id)).toBe(false);
    });

    test('removes the sessions of one that is gone already', async () => {
      const owner = anyVisitor();
      const id = newId<PageLinkId>();
      const began = await session({ owner, linkId: id });
      expect(await stores.pageAccess.removeLink(owner.organisationId, id)).toBe(true);
      expect(await stores.pageAccess.findSession(began.tokenHash)).toBeNull();
    });
  });

  describe('A store of sessions on pages', () => {
    test('gives back what was inserted, by the hash of its secret alone', async () => {
      for (const made of [
        await session(),
        await session({ linkId: newId<PageLinkId>(), locale: 'de', visit: fullVisit() }),
        await session({ owner: operator(), visit: null }),
      ]) {
        expect(await stores.pageAccess.findSession(made.tokenHash)).toEqual(made);
      }
      expect(await stores.pageAccess.findSession(newHash())).toBeNull();
    });

    test('changes what is given and nothing else, and makes none', async () => {
      const made = await session();
      await stores.pageAccess.updateSession(made.tokenHash, {});
      expect(await stores.pageAccess.findSession(made.tokenHash)).toEqual(made);
      const first = { seenAt: minutesLater(1), locale: 'sv' };
      await stores.pageAccess.updateSession(made.tokenHash, first);
      expect(await stores.pageAccess.findSession(made.tokenHash)).toEqual({ ...made, ...first });
      const second = { provedAt: minutesLater(2), visit: fullVisit(), locale: null };
      await stores.pageAccess.updateSession(made.tokenHash, second);
      expect(await stores.pageAccess.findSession(made.tokenHash)).toEqual({
        ...made,
        ...first,
        ...second,
      });
      const gone = newHash();
      await stores.pageAccess.updateSession(gone, first);
      expect(await stores.pageAccess.findSession(gone)).toBeNull();
    });

    test('removes one, or all of an owner', async () => {
      for (const owner of [anyVisitor(), operator()]) {
        const mine = [await session({ owner }), await session({ owner }), await session({ owner })];
        const sibling = { ...owner, ...siblingOf(owner) } as PageOwner;
        const others = [await session({ owner: sibling }), await session()];
        const gone = await session({ owner });
        await stores.pageAccess.removeSession(gone.tokenHash);
        expect(await stores.pageAccess.findSession(gone.tokenHash)).toBeNull();
        for (const it of mine) {
          expect(await stores.pageAccess.findSession(it.tokenHash)).toEqual(it);
        }
        await stores.pageAccess.removeSessionsOf(owner);
        for (const it of mine) expect(await stores.pageAccess.findSession(it.tokenHash)).toBeNull();
        for (const it of others)
          expect(await stores.pageAccess.findSession(it.tokenHash)).toEqual(it);
      }
    });

    test('and of links loses those of an account that is erased, and no others', async () => {
      const owner = anyVisitor();
      const { organisationId, accountId } = owner;
      const [ownLink, own] = [await link({ owner }), await session({ owner })];
      const neighbour = { ...owner, accountId: anyVisitor().accountId };
      const [otherLink, other] = [
        await link({ owner: neighbour }),
        await session({ owner: neighbour }),
      ];
      expect(await stores.erasure.removePageAccess(newId(), accountId)).toBe(0);
      expect(await stores.erasure.removePageAccess(organisationId, accountId)).toBe(2);
      expect(await stores.pageAccess.findLink(ownLink.tokenHash)).toBeNull();
      expect(await stores.pageAccess.findSession(own.tokenHash)).toBeNull();
      expect(await stores.pageAccess.findLink(otherLink.tokenHash)).toEqual(otherLink);
      expect(await stores.pageAccess.findSession(other.tokenHash)).toEqual(other);
    });
  });

  describe('A sweep of links and sessions', () => {
    const never = toInstant(0);
    const sweep = (given: Partial<Parameters<Stores['pageAccess']['removeOver']>[0]>) =>
      stores.pageAccess.removeOver({
        now: never,
        idleSince: { portal: never, console: never },
        most: 1_000,
        ...given,
      });
    const old = at('2001-01-01T00:00:00Z');
    const later = toInstant(old + 1);

    test('removes what has ended, used or not, and nothing that has not', async () => {
      const gone = [await link({ endsAt: old }), await link({ endsAt: old, usedAt: old })];
      const kept = await link({ endsAt: later });
      const [over, busy] = [await session({ endsAt: old }), await session({ endsAt: later })];
      expect(await sweep({ now: old })).toBe(3);
      expect(await sweep({ now: old })).toBe(0);
      for (const it of gone) expect(await stores.pageAccess.findLink(it.tokenHash)).toBeNull();
      expect(await stores.pageAccess.findLink(kept.tokenHash)).toEqual(kept);
      expect(await stores.pageAccess.findSession(over.tokenHash)).toBeNull();
      expect(await stores.pageAccess.findSession(busy.tokenHash)).toEqual(busy);
      expect(await sweep({ now: later })).toBe(2);
    });

    test('removes sessions of a kind that nobody has used since an instant', async () => {
      const portal = await session({ seenAt: old });
      const used = await session({ seenAt: later });
      const console = await session({ owner: operator(), seenAt: old });
      expect(await sweep({ idleSince: { portal: later, console: old } })).toBe(1);
      expect(await stores.pageAccess.findSession(portal.tokenHash)).toBeNull();
      expect(await stores.pageAccess.findSession(used.tokenHash)).toEqual(used);
      expect(await sweep({ idleSince: { portal: old, console: later } })).toBe(1);
      expect(await stores.pageAccess.findSession(console.tokenHash)).toBeNull();
    });

    test('removes so many at most', async () => {
      for (const endsAt of [old, old, old]) {
        await link({ endsAt });
        await session({ endsAt });
      }
      expect(await sweep({ now: old, most: 2 })).toBe(2);
      expect(await sweep({ now: old, most: 3 })).toBe(3);
      expect(await sweep({ now: old, most: 0 })).toBe(0);
      expect(await sweep({ now: old, most: 3 })).toBe(1);
    });
  });
}
