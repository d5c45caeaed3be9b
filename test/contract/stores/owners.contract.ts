import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ApiClient } from '../../../src/application/ports/client-store.js';
import type { Organisation } from '../../../src/application/ports/organisation-store.js';
import { type AccountId, type OrganisationId, toClientId } from '../../../src/domain/ids.js';
import type { Stores } from '../../../src/storage/open-stores.js';
import { type Instant, toInstant } from '../../../src/domain/time/instant.js';
import { at, stockholm } from '../../support/domain/at.js';
import { sek } from '../../support/domain/build-package.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';

const buildOrganisation = (edits: Partial<Organisation> = {}): Organisation => ({
  id: newId(),
  name: 'A publisher',
  timeZone: stockholm,
  currency: sek,
  live: false,
  prorationGrain: 'day',
  testClockAt: null,
  ...edits,
});

const buildClient = (edits: Partial<ApiClient> = {}): ApiClient => ({
  id: toClientId(`client ${newId<AccountId>()}`),
  organisationId: newId(),
  secretHash: 'scrypt$1$2$3',
  scopes: ['/external/subscription_system/w', '/external/product/r'],
  provisionService: 'tulo',
  disabled: false,
  ...edits,
});

const [april, may] = [at('2026-04-01T00:00:00Z'), at('2026-05-01T00:00:00Z')];

/** What use cases may rely on of the stores of organisations, clients and accounts. */
export function ownersContract(open: OpenStores): void {
  let stores: Stores;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ stores, close } = await open());
  });
  afterAll(() => close());

  const saved = async (edits: Partial<Organisation> = {}) => {
    const organisation = buildOrganisation(edits);
    await stores.organisations.save(organisation);
    return organisation;
  };
  const find = ({ id }: Organisation) => stores.organisations.find(id);

  describe('A store of organisations', () => {
    test('gives back exactly what was saved, one or all of them', async () => {
      const [own, live] = [await saved(), await saved({ live: true, prorationGrain: 'second' })];
      expect(await find(own)).toEqual(own);
      expect(await find(live)).toEqual(live);
      expect(await stores.organisations.list()).toEqual(expect.arrayContaining([own, live]));
      expect(await stores.organisations.find(newId())).toBeNull();
    });

    test('tells whether a save changed anything', async () => {
      const organisation = buildOrganisation();
      expect(await stores.organisations.save(organisation)).toBe(true);
      expect(await stores.organisations.save(organisation)).toBe(false);
      expect(await stores.organisations.save({ ...organisation, name: 'Another' })).toBe(true);
    });

    test('lets one at a time hold the period ends, until it gives them back or its time is over', async () => {
      const { id } = await saved({ live: false });
      const { organisations } = stores;
      const [noon, later, end] = [0, 1_000, 2_000].map((ms) =>
        toInstant(at('2026-05-01T12:00:00Z') + ms),
      ) as [Instant, Instant, Instant];
      const hold = (holder: string, now: Instant, until = end) =>
        organisations.holdPeriodEnds(id, { holder, now, until });
      expect(await organisations.readClock(id)).toEqual({ testClockAt: null, heldUntil: null });
      const first = await Promise.all(['a', 'b', 'c'].map((it) => hold(it, noon, later)));
      expect(first.filter(Boolean)).toHaveLength(1);
      const holder = ['a', 'b', 'c'][first.indexOf(true)] ?? '';
      expect(await organisations.readClock(id)).toEqual({ testClockAt: null, heldUntil: later });
      expect(await organisations.listHeld(noon)).toContain(id);
      expect(await organisations.listHeld(later)).not.toContain(id);
      expect(await hold('other', noon)).toBe(false);
      expect(await hold(holder, noon)).toBe(true);
      expect(await hold('other', later)).toBe(false);
      await organisations.releasePeriodEnds(id, 'other');
      expect(await hold('other', end, toInstant(end + 1))).toBe(true);
      await organisations.releasePeriodEnds(id, holder);
      expect(await organisations.listHeld(end)).toContain(id);
      await organisations.releasePeriodEnds(id, 'other');
      expect(await organisations.listHeld(noon)).not.toContain(id);
      expect(await organisations.readClock(newId())).toBeNull();
      expect(await organisations.holdPeriodEnds(newId(), { holder, now: noon, until: end })).toBe(
        false,
      );
    });

    test('never takes back that an organisation is live', async () => {
      const organisation = await saved({ live: true });
      expect(await stores.organisations.save({ ...organisation, live: false })).toBe(false);
      expect(await find(organisation)).toEqual(organisation);
    });

    test('saves one organisation, when many do at once', async () => {
      const organisation = buildOrganisation();
      await Promise.all(Array.from({ length: 8 }, () => stores.organisations.save(organisation)));
      expect(await find(organisation)).toEqual(organisation);
    });

    test('sets a test clock forward, or where it stands, never back', async () => {
      const organisation = await saved();
      const set = (clock: typeof may) => stores.organisations.setTestClock(organisation.id, clock);
      expect(await set(april)).toBe(true);
      expect(await set(may)).toBe(true);
      expect(await set(may)).toBe(true);
      expect(await set(april)).toBe(false);
      expect(await find(organisation)).toEqual({ ...organisation, testClockAt: may });
    });

    test('leaves the test clock alone when the organisation is saved', async () => {
      const organisation = await saved();
      await stores.organisations.setTestClock(organisation.id, may);
      expect(await stores.organisations.save(organisation)).toBe(false);
      expect(await find(organisation)).toMatchObject({ testClockAt: may });
    });

    test('has no test clock for one that is live, or that is not there', async () => {
      const organisation = await saved();
      await stores.organisations.setTestClock(organisation.id, may);
      await stores.organisations.save({ ...organisation, live: true });
      expect(await stores.organisations.setTestClock(organisation.id, may)).toBe(false);
      expect(await find(organisation)).toMatchObject({ live: true, testClockAt: null });
      expect(await stores.organisations.setTestClock(newId(), may)).toBe(false);
    });
  });

  describe('A store of clients', () => {
    test('finds a client by its id alone, exactly as it was inserted', async () => {
      const client = buildClient();
      expect(await stores.clients.insert(client)).toBe(true);
      expect(await stores.clients.find(client.id)).toEqual(client);
      expect(await stores.clients.find(toClientId('nobody'))).toBeNull();
    });

    test('has an id once in the installation', async () => {
      const client = buildClient({ scopes: [] });
      await stores.clients.insert(client);
      const taken = { ...client, organisationId: newId<OrganisationId>() };
      expect(await stores.clients.insert(taken)).toBe(false);
      expect(await stores.clients.find(client.id)).toEqual(client);
    });

    test('lists those of an organisation, or all', async () => {
      const [own, other] = [buildClient(), buildClient()];
      await stores.clients.insert(own);
      await stores.clients.insert(other);
      expect(await stores.clients.list(own.organisationId)).toEqual([own]);
      expect(await stores.clients.list('all')).toEqual(expect.arrayContaining([own, other]));
    });

    test('changes what is given and nothing else, within the organisation', async () => {
      const client = buildClient();
      await stores.clients.insert(client);
      const update = (organisationId: typeof client.organisationId) =>
        stores.clients.update(organisationId, client.id, { disabled: true, scopes: ['/a'] });
      expect(await update(newId())).toBe(false);
      expect(await update(client.organisationId)).toBe(true);
      expect(await update(client.organisationId)).toBe(true);
      expect(await stores.clients.find(client.id)).toEqual({
        ...client,
        disabled: true,
        scopes: ['/a'],
      });
    });
  });

  describe('A store of accounts', () => {
    test('knows those that were inserted, in their organisation alone', async () => {
      const organisationId = newId<OrganisationId>();
      const account = { id: newId<AccountId>(), customerNumber: '17' };
      expect(await stores.accounts.insertMany(organisationId, [account])).toEqual([]);
      expect(await stores.accounts.exists(organisationId, account.id)).toBe(true);
      expect(await stores.accounts.exists(newId(), account.id)).toBe(false);
      expect(await stores.accounts.exists(organisationId, newId())).toBe(false);
    });

    test('sets a customer number where the account is the organisation’s', async () => {
      const organisationId = newId<OrganisationId>();
      const account = { id: newId<AccountId>(), customerNumber: null };
      await stores.accounts.insertMany(organisationId, [account]);
      const set = (of: OrganisationId, id: AccountId) =>
        stores.accounts.setCustomerNumber(of, id, '18');
      expect(await set(newId(), account.id)).toBe(false);
      expect(await set(organisationId, newId())).toBe(false);
      expect(await set(organisationId, account.id)).toBe(true);
      expect(await set(organisationId, account.id)).toBe(true);
      const page = { after: null, limit: 10 };
      expect(await stores.accountWalk.page(organisationId, page)).toEqual([
        { ...account, customerNumber: '18' },
      ]);
    });

    test('counts what is said of an account, but not what was said before', async () => {
      const organisationId = newId<OrganisationId>();
      const id = newId<AccountId>();
      await stores.accounts.insertMany(organisationId, [{ id, customerNumber: '17' }], april);
      const record = { id, customerNumber: '17', version: 1, createdAt: april };
      expect(await stores.accounts.find(organisationId, id)).toEqual(record);
      await stores.accounts.setCustomerNumber(organisationId, id, '17');
      expect(await stores.accounts.find(organisationId, id)).toEqual(record);
      await stores.accounts.setCustomerNumber(organisationId, id, '18');
      const next = { ...record, customerNumber: '18', version: 2 };
      expect(await stores.accounts.find(organisationId, id)).toEqual(next);
      expect(await stores.accounts.find(newId(), id)).toBeNull();
    });

    test('is as old as its id where nothing was told of its age', async () => {
      const organisationId = newId<OrganisationId>();
      const id = `653f9a00${newId<AccountId>().slice(8)}` as AccountId;
      await stores.accounts.insertMany(organisationId, [{ id, customerNumber: null }]);
      const found = await stores.accounts.find(organisationId, id);
      expect(found?.createdAt).toBe(at('2023-10-30T11:56:48Z'));
    });

    test('lists from old to new, ties by id, page by page and either way', async () => {
      const organisationId = newId<OrganisationId>();
      const insert = async (when: Instant) => {
        const account = { id: newId<AccountId>(), customerNumber: null };
        await stores.accounts.insertMany(organisationId, [account], when);
        return { ...account, version: 1, createdAt: when };
      };
      const young = await insert(may);
      const old = [await insert(april), await insert(april)].toSorted((a, b) =>
        a.id < b.id ? -1 : 1,
      );
      const list = async (page: number, limit: number, direction: 'asc' | 'desc' = 'asc') =>
        stores.accounts.list(organisationId, { page, limit, direction });
      expect(await list(1, 30)).toEqual({ items: [...old, young], totalItems: 3 });
      expect(await list(2, 2)).toEqual({ items: [young], totalItems: 3 });
      expect((await list(1, 30, 'desc')).items).toEqual([young, ...old.toReversed()]);
      expect(await list(1, 0)).toEqual({ items: [], totalItems: 3 });
      expect(await stores.accounts.list(newId(), { page: 1, limit: 5, direction: 'asc' })).toEqual({
        items: [],
        totalItems: 0,
      });
    });

    test('inserts the new ones and answers which were there', async () => {
      const organisationId = newId<OrganisationId>();
      const ids = [1, 2, 3].map(() => newId<AccountId>());
      const accounts = ids.map((id) => ({ id, customerNumber: null }));
      await stores.accounts.insertMany(organisationId, accounts.slice(1, 2));
      const answer = await stores.accounts.insertMany(organisationId, accounts);
      expect(answer).toEqual(ids.slice(1, 2));
      const asked = [...ids, newId<AccountId>()];
      expect(await stores.imports.existingAccounts(organisationId, asked)).toEqual(new Set(ids));
      expect(await stores.imports.existingAccounts(newId(), asked)).toEqual(new Set());
      expect(await stores.accounts.insertMany(organisationId, [])).toEqual([]);
    });
  });
}
