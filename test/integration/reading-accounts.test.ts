import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import type { AccountId, UserProductId } from '../../src/domain/ids.js';
import type { UserProduct } from '../../src/domain/user-product/user-product.js';
import { at, newId, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { onlyFor, openTestStores, type TestStores } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const during = at('2026-04-16T00:00:00+02:00');
const boundary = at('2026-05-01T00:00:00+02:00');
const first = { after: null, limit: 30 };

describe('What an account has and asked for, read over a real database', () => {
  let database: TestStores;
  let stores: ChangeStores;
  beforeAll(async () => {
    database = await openTestStores();
    stores = database.stores;
  });
  afterAll(() => database.close());

  const begin = async (code = 'basic') => {
    const seeded = await seedOrganisation(stores);
    const product = await seeded.subscribe({ code, ...april });
    const time = makeTestTime(during);
    const own = onlyFor(stores, seeded.organisation);
    const useCases = startProcess(own, time);
    const { organisationId, accountId } = product;
    const account = { organisationId, accountId };
    const change = async (to: string, from: UserProduct | UserProductId = product) => {
      time.set(at(new Date(time.now() + 1_000).toISOString()));
      const id = typeof from === 'string' ? from : from.id;
      const request = { ...seeded.request(product, to), userProductId: id };
      const answer = await useCases.requestChange(request);
      if (!('id' in answer)) throw new Error(`a change to ${to} was refused`);
      return answer.id;
    };
    const changes = async (userProductId: UserProductId | null = null) => {
      const listed = await useCases.listChanges({ ...account, userProductId, ...first });
      return listed?.changes.map((it) => `${it.kind} ${it.target.packageCode} ${it.state}`);
    };
    return { seeded, product, time, own, useCases, account, change, changes };
  };

  test('a change shows in the list before it is drained, and no other way after', async () => {
    const { useCases, account, change, changes, product } = await begin();
    expect(await changes()).toEqual([]);
    await change('lite');
    await change('digital');
    const expected = ['downgrade lite superseded', 'upgrade digital applied'];
    expect(await changes()).toEqual(expected);
    expect(await stores.changes.listByAccount(account.organisationId, account.accountId)).toEqual(
      [],
    );
    const before = await useCases.listChanges({ ...account, userProductId: product.id, ...first });
    await useCases.drainOutbox(account.organisationId);
    const after = await useCases.listChanges({ ...account, userProductId: product.id, ...first });
    expect(after).toEqual(before);
    expect(await changes()).toEqual(expected);
  });

  test('a change that is half drained is told as a whole', async () => {
    const { useCases, account, change, changes } = await begin();
    await change('lite');
    await useCases.drainOutbox(account.organisationId);
    await change('digital');
    expect(await changes()).toEqual(['downgrade lite superseded', 'upgrade digital applied']);
    const listed = await useCases.listChanges({ ...account, userProductId: null, ...first });
    expect(listed?.changes.map((it) => it.eventIds.length)).toEqual([2, 1]);
  });

  test('a change shows though its process died before the successor was inserted', async () => {
    const { seeded, product, own, time, changes } = await begin();
    const insert = () => Promise.reject(new Error('died'));
    const dying = startProcess({ ...own, userProducts: { ...own.userProducts, insert } }, time);
    const request = seeded.request(product, 'digital');
    expect(await dying.requestChange(request)).toMatchObject({ ok: true });
    expect(await changes()).toEqual(['upgrade digital applied']);
  });

  test('a change that was answered is in the list at once, while others drain', async () => {
    const { organisation, ...seeded } = await seedOrganisation(stores);
    const time = makeTestTime(during);
    const own = onlyFor(stores, organisation);
    const [writer, reader, drainer] = [0, 1, 2].map(() => startProcess(own, time));
    if (!writer || !reader || !drainer) throw new Error('three processes are needed');
    const steps = ['lite', 'digital', 'basic', 'weekend', 'premium', 'lite', 'digital'];
    const live = async () => {
      const product = await seeded.subscribe({ code: 'basic', ...april });
      const { organisationId, accountId } = product;
      let { id: userProductId } = product;
      const asked: string[] = [];
      for (const code of steps) {
        const request = { ...seeded.request(product, code), userProductId };
        const answer = await writer.requestChange(request);
        if (!('id' in answer)) throw new Error(`a change to ${code} was refused`);
        userProductId = answer.id;
        asked.push(code);
        const query = { organisationId, accountId, userProductId: null, ...first };
        const listed = await reader.listChanges(query);
        expect(listed?.changes.map((it) => it.target.packageCode).toSorted()).toEqual(
          asked.toSorted(),
        );
      }
    };
    const lives = { areOver: false };
    const draining = (async () => {
      while (!lives.areOver) await drainer.drainOutbox(organisation.id);
    })();
    await Promise.all(Array.from({ length: 10 }, live));
    lives.areOver = true;
    await draining;
  });

  test('changes of one user product are those that were asked of it', async () => {
    const { change, changes, product } = await begin();
    const successor = await change('digital');
    await change('basic', successor);
    expect(await changes(product.id)).toEqual(['upgrade digital applied']);
    expect(await changes(successor)).toEqual(['downgrade basic created']);
    expect(await changes()).toEqual(['upgrade digital applied', 'downgrade basic created']);
  });

  test('a change that waits is effective when its user product ends, wherever that was moved to', async () => {
    const { useCases, account, change, product } = await begin();
    await change('lite');
    const effectiveAt = async () => {
      const listed = await useCases.listChanges({ ...account, userProductId: null, ...first });
      return listed?.changes.map((it) => it.effectiveAt);
    };
    expect(await effectiveAt()).toEqual([boundary]);
    const moved = at('2026-05-11T00:00:00+02:00');
    const row = await stores.userProducts.find(account.organisationId, product.id);
    const pending = row?.product.pendingChange;
    if (!row || !pending) throw new Error('nothing waits');
    const next = {
      ...row.product,
      validTo: moved,
      pendingChange: { ...pending, dueAt: moved },
      version: row.product.version + 1,
    };
    const entry = { id: newId<never>(), createdAt: during, changeRows: [], events: [] };
    const write = { next, changeId: null, entry, successor: null, kept: null };
    await stores.userProducts.commit(account.organisationId, write);
    expect(await effectiveAt()).toEqual([moved]);
  });

  test('pages of changes follow each other without a gap', async () => {
    const { useCases, account, change } = await begin();
    const codes = ['lite', 'weekend', 'lite', 'weekend', 'lite'];
    for (const code of codes) await change(code);
    const seen: string[] = [];
    let after: Parameters<typeof useCases.listChanges>[0]['after'] = null;
    for (let pages = 0; pages < 10; pages += 1) {
      const query = { ...account, userProductId: null, after, limit: 2 };
      const page = await useCases.listChanges(query);
      seen.push(...(page?.changes.map((it) => it.target.packageCode) ?? []));
      after = page?.next ?? null;
      if (after === null) break;
    }
    expect(seen).toEqual(codes);
  });

  test('what is due is applied before anything is told', async () => {
    const { useCases, account, change, changes, time } = await begin();
    await change('lite');
    time.set(boundary);
    expect(await changes()).toEqual(['downgrade lite applied']);
    const listed = await useCases.listPendingChanges({ ...account, userProductId: null });
    expect(listed?.pendingChanges).toEqual([]);
  });

  test('what waits is told of an account or of one user product of it', async () => {
    const { seeded, useCases, account, change, product } = await begin();
    const edits = { accountId: account.accountId };
    const other = await seeded.subscribe({ code: 'premium', ...april, edits });
    await change('lite');
    const pending = async (userProductId: UserProductId | null) => {
      const listed = await useCases.listPendingChanges({ ...account, userProductId });
      return listed?.pendingChanges.map((it) => it.target.packageCode);
    };
    expect(await pending(null)).toEqual(['lite']);
    expect(await pending(product.id)).toEqual(['lite']);
    expect(await pending(other.id)).toEqual([]);
    expect(await pending(newId())).toBeUndefined();
  });

  test('the next price follows the catalogue, a change that waits, and the end', async () => {
    const { seeded, useCases, account, change } = await begin();
    const told = async () => {
      const fresh = startProcess(onlyFor(stores, seeded.organisation), makeTestTime(during));
      const listed = await fresh.listSubscriptions(account);
      return listed?.subscriptions.map(
        (it) => `${it.userProduct.packageCode} ${String(it.nextPrice?.amountMinor)}`,
      );
    };
    expect(await told()).toEqual(['basic 10000']);
    await seeded.editPackage('basic', (it) => ({
      ...it,
      periods: it.periods.map((period) => ({
        ...period,
        price: { ...period.price, amountMinor: 12_000 },
      })),
    }));
    expect(await told()).toEqual(['basic 12000']);
    await change('lite');
    expect(await told()).toEqual(['basic 5000']);
    await change('digital');
    expect(await told()).toEqual(['basic undefined', 'digital 20000']);
    expect((await useCases.listSubscriptions(account))?.subscriptions).toHaveLength(2);
  });

  test('of another organisation or another account, nothing is told', async () => {
    const [mine, other] = [await begin(), await begin()];
    const { useCases, account } = mine;
    await other.change('lite');
    const strangers = [
      { ...account, accountId: other.account.accountId },
      { ...account, accountId: newId<AccountId>() },
      { ...account, organisationId: other.account.organisationId },
    ];
    for (const stranger of strangers) {
      const query = { ...stranger, userProductId: null };
      expect(await useCases.listChanges({ ...query, ...first })).toBeNull();
      expect(await useCases.listPendingChanges(query)).toBeNull();
      expect(await useCases.listSubscriptions(stranger)).toBeNull();
    }
    const theirs = { ...account, userProductId: other.product.id };
    expect(await useCases.listChanges({ ...theirs, ...first })).toBeNull();
    expect(await useCases.listPendingChanges(theirs)).toBeNull();
  });
});
