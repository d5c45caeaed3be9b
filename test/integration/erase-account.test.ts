import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeEraseAccount } from '../../src/application/erasure/erase-account.js';
import { makeVerifyInstallation } from '../../src/application/verification/verify-installation.js';
import type { UseCases } from '../../src/composition/compose-use-cases.js';
import type { AccountId, OrganisationId } from '../../src/domain/ids.js';
import type { Stores } from '../../src/storage/open-stores.js';
import { at, newId, seedOrganisation, type SeededOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { onlyFor, openTestStores, type TestStores } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const during = at('2026-04-16T00:00:00+02:00');
const over = { ...april, edits: { state: 'deactivated' } } as const;

describe('Erasing an account', () => {
  let database: TestStores;
  beforeAll(async () => {
    database = await openTestStores();
  });
  afterAll(() => database.close());

  const begin = async () => {
    const seeded = await seedOrganisation(database.stores);
    const stores = onlyFor(database.stores, seeded.organisation);
    return { seeded, stores, process: startProcess(stores, makeTestTime(during)) };
  };

  /** An account whose subscription was upgraded and is over, everything drained. */
  const liveAndEnd = async (seeded: SeededOrganisation, process: UseCases): Promise<AccountId> => {
    const product = await seeded.subscribe({ code: 'basic', type: 'limited', ...april });
    expect(await process.requestChange(seeded.request(product, 'digital'))).toMatchObject({
      ok: true,
    });
    const ended = startProcess(
      onlyFor(database.stores, seeded.organisation),
      makeTestTime(at('2030-01-01T00:00:00+01:00')),
    );
    const { organisation } = seeded;
    await ended.listUserProducts({ organisationId: organisation.id, accountId: product.accountId });
    await process.drainOutbox(organisation.id);
    return product.accountId;
  };

  const commandOf = ({ organisation }: SeededOrganisation, accountId: AccountId) => ({
    organisationId: organisation.id,
    accountId,
    isDryRun: false,
  });
  const makeErase = (
    stores: Stores,
    { drainOutbox } = startProcess(stores, makeTestTime(during)),
  ) => makeEraseAccount({ ...stores, drainOutbox });
  const eraseIn = (stores: Stores, seeded: SeededOrganisation, accountId: AccountId) =>
    makeErase(stores)(commandOf(seeded, accountId));

  const logOf = ({ organisation }: SeededOrganisation) =>
    database.stores.events.read(organisation.id, { after: 0, limit: 100 });

  const findingsOf = async (stores: Stores, process: UseCases) => {
    const promises: string[] = [];
    const verify = makeVerifyInstallation({ ...stores, ...process, clock: { now: () => during } });
    await verify({ organisationId: 'all', report: (it) => promises.push(it.promise) });
    return promises;
  };

  test('leaves its events where they are, without what they said, and nothing else', async () => {
    const { seeded, stores, process } = await begin();
    const accountId = await liveAndEnd(seeded, process);
    const other = await liveAndEnd(seeded, process);
    const before = await logOf(seeded);
    expect(await eraseIn(stores, seeded, accountId)).toEqual({
      ok: true,
      userProducts: 2,
      changes: 1,
      events: 3,
    });
    const { id } = seeded.organisation;
    expect(await stores.userProducts.listByAccount(id, accountId)).toEqual([]);
    expect(await stores.changes.listByAccount(id, accountId)).toEqual([]);
    expect(await stores.accounts.exists(id, accountId)).toBe(false);
    expect(await process.listUserProducts({ organisationId: id, accountId })).toBeNull();
    expect(await logOf(seeded)).toEqual(
      before.map((it) =>
        it.event.accountId === accountId
          ? { ...it, event: { ...it.event, before: null, after: null }, erased: true }
          : it,
      ),
    );
    expect(await stores.userProducts.listByAccount(id, other)).toHaveLength(2);
    expect(await findingsOf(stores, process)).toEqual([]);
  });

  test('is asked about without being done', async () => {
    const { seeded, stores, process } = await begin();
    const accountId = await liveAndEnd(seeded, process);
    const before = await logOf(seeded);
    expect(
      await makeErase(stores)({ ...commandOf(seeded, accountId), isDryRun: true }),
    ).toMatchObject({
      ok: true,
      userProducts: 2,
    });
    expect(await logOf(seeded)).toEqual(before);
    expect(await stores.accounts.exists(seeded.organisation.id, accountId)).toBe(true);
  });

  test.each(['activated', 'cancelled', 'pending', 'frozen'] as const)(
    'is refused while a user product is %s',
    async (state) => {
      const { seeded, stores, process } = await begin();
      const { accountId } = await seeded.subscribe({ code: 'basic', ...april, edits: { state } });
      await process.drainOutbox(seeded.organisation.id);
      expect(await eraseIn(stores, seeded, accountId)).toEqual({
        ok: false,
        failure: 'user_product_living',
      });
      expect(await stores.accounts.exists(seeded.organisation.id, accountId)).toBe(true);
    },
  );

  test('is refused while its events are on their way and cannot be drained', async () => {
    const { seeded, stores } = await begin();
    const { accountId } = await seeded.subscribe({ code: 'basic', ...over });
    const command = commandOf(seeded, accountId);
    const events = { ...stores.events, append: () => Promise.reject(new Error('bad')) };
    const stuck = startProcess({ ...stores, events }, makeTestTime(during));
    const refused = { ok: false, failure: 'outbox_not_drained' };
    expect(await makeErase(stores, stuck)(command)).toEqual(refused);
    expect(await eraseIn(stores, seeded, accountId)).toMatchObject({ ok: true, events: 1 });
  });

  test('of an account without any user product takes the account', async () => {
    const { seeded, stores } = await begin();
    const accountId = newId<AccountId>();
    const { id } = seeded.organisation;
    await stores.accounts.insertMany(id, [{ id: accountId, customerNumber: '7' }]);
    expect(await eraseIn(stores, seeded, accountId)).toMatchObject({ ok: true, userProducts: 0 });
    expect(await stores.accounts.exists(id, accountId)).toBe(false);
  });

  test('of an account that is another organisation’s, or nobody’s, is refused', async () => {
    const { seeded, stores, process } = await begin();
    const other = await begin();
    const accountId = await liveAndEnd(seeded, process);
    const unknown = { ok: false, failure: 'unknown_account' };
    expect(await eraseIn(stores, other.seeded, accountId)).toEqual(unknown);
    await eraseIn(stores, seeded, accountId);
    expect(await eraseIn(stores, seeded, accountId)).toEqual(unknown);
    const command = { organisationId: newId<OrganisationId>(), accountId, isDryRun: false };
    expect(await makeErase(stores)(command)).toEqual({
      ok: false,
      failure: 'unknown_organisation',
    });
  });

  test.each(['removeCarts', 'removeChanges', 'removeUserProducts', 'removeAccount'] as const)(
    'that dies before %s is finished by doing it again',
    async (step) => {
      const { seeded, stores, process } = await begin();
      const accountId = await liveAndEnd(seeded, process);
      const died = { ...stores.erasure, [step]: () => Promise.reject(new Error('died')) };
      await expect(eraseIn({ ...stores, erasure: died }, seeded, accountId)).rejects.toThrow(
        'died',
      );
      expect(await findingsOf(stores, process)).toEqual([]);
      expect(await eraseIn(stores, seeded, accountId)).toMatchObject({ ok: true });
      expect(await stores.accounts.exists(seeded.organisation.id, accountId)).toBe(false);
      expect((await logOf(seeded)).every((it) => it.erased === true)).toBe(true);
      expect(await findingsOf(stores, process)).toEqual([]);
    },
  );

  test('keeps a user product that was written to meanwhile, and its account', async () => {
    const { seeded, stores, process } = await begin();
    const accountId = await liveAndEnd(seeded, process);
    const moved = {
      ...stores.erasure,
      removeUserProducts: (
        ...[organisationId, rows]: Parameters<typeof stores.erasure.removeUserProducts>
      ) =>
        stores.erasure.removeUserProducts(
          organisationId,
          rows.map((it) => ({ ...it, version: it.version - 1 })),
        ),
    };
    expect(await eraseIn({ ...stores, erasure: moved }, seeded, accountId)).toEqual({
      ok: false,
      failure: 'account_in_use',
    });
    expect(await stores.accounts.exists(seeded.organisation.id, accountId)).toBe(true);
  });
});
