import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AccountId, OrganisationId } from '../../../src/domain/ids.js';
import type { Stores } from '../../../src/storage/open-stores.js';
import { stockholm } from '../../support/domain/at.js';
import { sek } from '../../support/domain/build-package.js';
import { buildChange, fullEntry } from '../../support/stored/build-entry.js';
import { buildRow, fullRow } from '../../support/stored/build-row.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';

/** What `export`, `account erase` and retention may rely on. */
export function operatorStoresContract(open: OpenStores): void {
  let stores: Stores;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ stores, close } = await open());
  });
  afterAll(() => close());

  /** A log of four events of two accounts in turn. */
  const fillLog = async () => {
    const row = fullRow();
    const other = fullRow();
    const { organisationId } = row;
    const events = [...fullEntry(row).events, ...fullEntry(other).events].map((it) => ({
      ...it,
      organisationId,
    }));
    await stores.events.append(organisationId, { after: 0, events });
    const read = () => stores.events.read(organisationId, { after: 0, limit: 10 });
    return { organisationId, accountId: row.accountId, read };
  };

  test('A walk passes every account of the organisation once, in the order of ids', async () => {
    const organisationId = newId<OrganisationId>();
    const accounts = Array.from({ length: 7 }, (_, index) => ({
      id: newId<AccountId>(),
      customerNumber: index === 0 ? null : String(index),
    }));
    await stores.accounts.insertMany(organisationId, accounts);
    await stores.accounts.insertMany(newId(), [{ id: newId(), customerNumber: null }]);
    const passed: (typeof accounts)[number][] = [];
    for (let after: AccountId | null = null; ; after = passed.at(-1)?.id ?? null) {
      const page = await stores.accountWalk.page(organisationId, { after, limit: 3 });
      if (page.length === 0) break;
      passed.push(...page);
    }
    expect(passed).toEqual(accounts.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  });

  describe('An erasure', () => {
    test('empties the events of one account within the positions given, once', async () => {
      const { organisationId, accountId, read } = await fillLog();
      const before = await read();
      const range = { accountId, after: 0, through: 3 };
      expect(await stores.erasure.eraseEvents(organisationId, range)).toBe(2);
      expect(await stores.erasure.eraseEvents(organisationId, range)).toBe(0);
      expect(await read()).toEqual(
        before.map((it, index) =>
          index < 2
            ? { ...it, event: { ...it.event, before: null, after: null }, erased: true }
            : it,
        ),
      );
      const elsewhere = { ...range, after: 2, through: 4 };
      expect(await stores.erasure.eraseEvents(organisationId, elsewhere)).toBe(0);
      expect(await stores.erasure.eraseEvents(newId(), range)).toBe(0);
    });

    test('removes user products of the version that was seen, changes, and the account', async () => {
      const organisationId = newId<OrganisationId>();
      const [row, kept] = [buildRow({ organisationId }), buildRow({ organisationId })];
      for (const product of [row, kept]) {
        await stores.userProducts.insert(organisationId, { product, outbox: [] });
        const change = { ...buildChange(product), accountId: product.accountId };
        await stores.changes.write(organisationId, [{ write: 'open', change }]);
        await stores.accounts.insertMany(organisationId, [
          { id: product.accountId, customerNumber: null },
        ]);
      }
      const { id, version, accountId } = row;
      const { erasure } = stores;
      expect(await erasure.removeUserProducts(organisationId, [{ id, version: version + 1 }])).toBe(
        0,
      );
      expect(await erasure.removeUserProducts(newId(), [{ id, version }])).toBe(0);
      expect(await erasure.removeUserProducts(organisationId, [{ id, version }])).toBe(1);
      expect(await erasure.removeUserProducts(organisationId, [])).toBe(0);
      expect(await erasure.removeChanges(newId(), accountId)).toBe(0);
      expect(await erasure.removeChanges(organisationId, accountId)).toBe(1);
      await erasure.removeAccount(newId(), accountId);
      expect(await stores.accounts.exists(organisationId, accountId)).toBe(true);
      await erasure.removeAccount(organisationId, accountId);
      expect(await stores.accounts.exists(organisationId, accountId)).toBe(false);
      expect(await stores.userProducts.listByAccount(organisationId, kept.accountId)).toHaveLength(
        1,
      );
      expect(await stores.changes.listByAccount(organisationId, kept.accountId)).toHaveLength(1);
    });
  });

  describe('A log', () => {
    test('begins where it was last said to, and never earlier again', async () => {
      const id = newId<OrganisationId>();
      const settings = { id, name: 'A', timeZone: stockholm, currency: sek };
      const organisation = { ...settings, live: true, prorationGrain: 'day' } as const;
      await stores.organisations.save(organisation);
      expect(await stores.retention.logStartsAt(id)).toBe(1);
      await stores.retention.startLogAt(id, 7);
      await stores.retention.startLogAt(id, 5);
      await stores.organisations.save({ ...organisation, name: 'B' });
      expect(await stores.retention.logStartsAt(id)).toBe(7);
      expect((await stores.organisations.find(id))?.name).toBe('B');
    });

    test('tells when its oldest events were written, and loses those below a position', async () => {
      const { organisationId, read } = await fillLog();
      const [first, second] = await stores.retention.oldest(organisationId, 2);
      expect([first?.position, second?.position]).toEqual([1, 2]);
      const seconds = (first?.writtenAt ?? 0) / 1_000;
      expect(Number.isInteger(seconds)).toBe(true);
      expect(Math.abs(Date.now() / 1_000 - seconds)).toBeLessThan(600);
      expect(await stores.retention.removeBelow(organisationId, 3)).toBe(2);
      expect(await stores.retention.removeBelow(organisationId, 3)).toBe(0);
      expect((await read()).map((it) => it.position)).toEqual([3, 4]);
      expect(await stores.events.lastPosition(organisationId)).toBe(4);
    });
  });
}
