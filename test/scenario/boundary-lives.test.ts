import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { WriteResult } from '../../src/application/commit/write-result.js';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import type { UserProductEdits } from '../../src/domain/user-product/edit-user-product.js';
import { beginLife, type Life } from '../support/life.js';
import { at } from '../support/organisation.js';
import { openTestStores, type TestStores } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };

const reasonsOf = (answer: WriteResult<string>): readonly string[] =>
  !answer.ok && answer.failure === 'refused' ? answer.refusals.map((it) => it.reason) : [];

const edit = async (life: Life, asked: UserProductEdits) =>
  life.useCases.editUserProduct(await life.key(), asked);

describe('Only time makes a boundary pass', () => {
  let database: TestStores;
  let stores: ChangeStores;
  beforeAll(async () => {
    database = await openTestStores();
    stores = database.stores;
  });
  afterAll(() => database.close());

  test.each(['deactivated', 'frozen', 'pending'] as const)(
    'one that is %s and ended five months ago is not switched on with five renewals',
    async (state) => {
      const life = await beginLife(stores, { code: 'basic', ...april, edits: { state } });
      await life.moveTo('2026-09-15T00:00:00+02:00');
      const asked = { state: 'activated' } as const;
      expect(reasonsOf(await edit(life, asked))).toEqual(['valid_to_not_in_future']);
      await edit(life, { ...asked, validTo: at('2026-10-01T00:00:00+02:00') });
      expect(await life.moveTo('2026-10-01T00:00:00+02:00')).toBe(1);
      expect(await life.news()).toEqual([
        'user_product_updated @ 2026-09-15T00:00:00+02:00',
        'user_product_renewed @ 2026-10-01T00:00:00+02:00',
      ]);
      expect(await life.broken()).toEqual([]);
    },
  );

  test.each(['1970-01-01T00:00:00Z', '2026-04-15T23:59:59.999+02:00', '2026-04-16T00:00:00+02:00'])(
    'an end that is moved to %s, not after now, is refused and tells nothing',
    async (validTo) => {
      const life = await beginLife(stores, { code: 'basic', ...april });
      await life.ask('lite');
      await life.moveTo('2026-04-16T00:00:00+02:00');
      const asked = { validFrom: at('1969-01-01T00:00:00Z'), validTo: at(validTo) };
      expect(reasonsOf(await edit(life, asked))).toEqual(['valid_to_not_in_future']);
      expect(await life.moveTo('2026-04-17T00:00:00+02:00')).toBe(0);
      expect(await life.news()).toEqual(['package_downgrade @ 2026-04-01T00:00:00+02:00']);
      expect((await life.current()).pendingChange?.dueAt).toBe(at(april.validTo));
      expect(await life.broken()).toEqual([]);
    },
  );

  test('what an import brings late is caught up, one period after the other', async () => {
    const imported = { now: '2026-06-15T00:00:00+02:00' };
    const life = await beginLife(stores, { code: 'basic', ...april, ...imported });
    expect(await life.moveTo('2026-06-15T00:00:00+02:00')).toBe(2);
    expect(await life.news()).toEqual([
      'user_product_renewed @ 2026-05-01T00:00:00+02:00',
      'user_product_renewed @ 2026-06-01T00:00:00+02:00',
    ]);
    expect(await life.broken()).toEqual([]);
  });
});

describe('A change that never took effect', () => {
  let database: TestStores;
  let stores: ChangeStores;
  beforeAll(async () => {
    database = await openTestStores();
    stores = database.stores;
  });
  afterAll(() => database.close());

  const moved = '2026-05-10T00:00:00+02:00';
  const listed = async (life: Life) => {
    const { accountId } = await life.current();
    const { id: organisationId } = life.seeded.organisation;
    const query = { organisationId, accountId, userProductId: null, after: null, limit: 10 };
    const list = await life.useCases.listChanges(query);
    return list?.changes.map((it) => [it.state, it.effectiveAt]);
  };

  test.each<[string, (life: Life) => Promise<unknown>]>([
    ['cancelled', async (life) => life.useCases.cancelPendingChange(await life.key(), null)],
    ['superseded', async (life) => edit(life, { state: 'deactivated' })],
    [
      'failed',
      async (life) => {
        await life.seeded.editPackage('lite', (it) => ({ ...it, archived: true }));
        await life.moveTo(moved);
      },
    ],
  ])('%s is listed for the boundary that it waited for in the end', async (state, end) => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.ask('lite');
    await edit(life, { validTo: at(moved) });
    await end(life);
    expect(await listed(life)).toEqual([[state, at(moved)]]);
    await life.news();
    expect(await listed(life)).toEqual([[state, at(moved)]]);
    expect(await life.broken()).toEqual([]);
  });
});

describe('A step of the test clock that is too long', () => {
  let database: TestStores;
  beforeAll(async () => {
    database = await openTestStores();
  });
  afterAll(() => database.close());

  test('is refused before anything is written, and the clock goes on from where it stood', async () => {
    const life = await beginLife(database.stores, { code: 'basic', ...april });
    const organisationId = life.seeded.organisation.id;
    for (const far of ['8999-01-01T00:00:00Z', '2076-04-01T00:00:00.001+02:00']) {
      const step = await life.useCases.setTestClock({ organisationId, at: at(far) });
      expect(step).toEqual({ ok: false, failure: 'clock_step_too_long' });
    }
    const reading = await life.useCases.readTestClock({ organisationId });
    expect(reading).toMatchObject({ now: at(april.validFrom) });
    expect(await life.news()).toEqual([]);
    expect(await life.moveTo(april.validTo)).toBe(1);
    expect(await life.broken()).toEqual([]);
  });
});
