import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { WriteResult } from '../../src/application/commit/write-result.js';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import type { UserProductEdits } from '../../src/domain/user-product/edit-user-product.js';
import { beginLife, type Life } from '../support/life.js';
import { at } from '../support/organisation.js';
import { openTestStores, type TestStores } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const boundary = '2026-05-01T00:00:00+02:00';
const noReason = { reasonId: null, creditInvoiceIfSent: false };

const reasonsOf = (answer: WriteResult<string>): readonly string[] =>
  !answer.ok && answer.failure === 'refused' ? answer.refusals.map((it) => it.reason) : [];

const cancel = async (life: Life) => life.useCases.cancelUserProduct(await life.key(), noReason);
const reactivate = async (life: Life) =>
  life.useCases.reactivateUserProduct(await life.key(), null);
const takeBack = async (life: Life) => life.useCases.cancelPendingChange(await life.key(), null);
const edit = async (life: Life, asked: UserProductEdits) =>
  life.useCases.editUserProduct(await life.key(), asked);

describe('A change that waits', () => {
  let database: TestStores;
  let stores: ChangeStores;
  beforeAll(async () => {
    database = await openTestStores();
    stores = database.stores;
  });
  afterAll(() => database.close());

  const changesOf = async (life: Life) =>
    stores.changes.listByAccount(life.seeded.organisation.id, (await life.current()).accountId);

  test('taken back: the period ends as if it had never been asked for', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.ask('lite');
    expect((await takeBack(life)).ok).toBe(true);
    expect(reasonsOf(await takeBack(life))).toEqual(['no_pending_change']);
    await life.moveTo(boundary);
    expect(await life.news()).toEqual([
      'package_downgrade @ 2026-04-01T00:00:00+02:00',
      'package_change_cancelled @ 2026-04-01T00:00:00+02:00',
      'user_product_renewed @ 2026-05-01T00:00:00+02:00',
    ]);
    expect((await changesOf(life)).map((it) => it.state)).toEqual(['cancelled']);
    expect(await life.broken()).toEqual([]);
  });

  test('taken back and asked for again is a new change, not a repeat', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.ask('lite');
    await takeBack(life);
    await life.ask('lite');
    await life.moveTo(boundary);
    expect(await life.news()).toEqual([
      'package_downgrade @ 2026-04-01T00:00:00+02:00',
      'package_change_cancelled @ 2026-04-01T00:00:00+02:00',
      'package_downgrade @ 2026-04-01T00:00:00+02:00',
      'package_downgrade_completed @ 2026-05-01T00:00:00+02:00',
    ]);
    expect((await changesOf(life)).map((it) => it.state).toSorted()).toEqual([
      'applied',
      'cancelled',
    ]);
    expect(await life.broken()).toEqual([]);
  });

  test('taken back one millisecond too late has happened already', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.ask('lite');
    const key = await life.key();
    await stores.organisations.setTestClock(life.seeded.organisation.id, at(boundary));
    const answer = await life.useCases.cancelPendingChange(key, null);
    expect(reasonsOf(answer)).toEqual(['user_product_ended']);
    expect((await life.news()).at(-1)).toBe(
      'package_downgrade_completed @ 2026-05-01T00:00:00+02:00',
    );
    expect(await life.broken()).toEqual([]);
  });

  test.each([
    ['later', '2026-05-10T00:00:00+02:00', '2026-06-10T00:00:00+02:00'],
    ['sooner', '2026-04-20T00:00:00+02:00', '2026-05-20T00:00:00+02:00'],
  ])('moves along where valid_to is moved %s', async (_, movedTo, end) => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.ask('lite');
    await life.moveTo('2026-04-16T00:00:00+02:00');
    await edit(life, { validTo: at(movedTo) });
    expect((await life.current()).pendingChange?.dueAt).toBe(at(movedTo));
    const before = new Date(at(movedTo) - 1).toISOString();
    expect(await life.moveTo(before)).toBe(0);
    expect(await life.moveTo(movedTo)).toBe(1);
    expect(await life.news()).toEqual([
      'package_downgrade @ 2026-04-01T00:00:00+02:00',
      'user_product_updated @ 2026-04-16T00:00:00+02:00',
      `package_downgrade_completed @ ${movedTo}`,
    ]);
    expect(await life.products()).toEqual([
      `basic deactivated, 2026-04-01T00:00:00+02:00 – ${movedTo}`,
      `lite activated, ${movedTo} – ${end}`,
    ]);
    expect(await life.broken()).toEqual([]);
  });

  const effectiveAt = async (life: Life) => {
    const { accountId } = await life.current();
    const { id: organisationId } = life.seeded.organisation;
    const query = { organisationId, accountId, userProductId: null, after: null, limit: 10 };
    const list = await life.useCases.listChanges(query);
    return list?.changes.map((it) => it.effectiveAt);
  };

  test('is listed for when it will happen, also after valid_to was moved', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.ask('lite');
    await edit(life, { validTo: at('2026-05-10T00:00:00+02:00') });
    expect(await effectiveAt(life)).toEqual([at('2026-05-10T00:00:00+02:00')]);
    await life.news();
    expect(await effectiveAt(life)).toEqual([at('2026-05-10T00:00:00+02:00')]);
  });

  test('is listed for when it happened, also after valid_to was moved', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.ask('lite');
    await edit(life, { validTo: at('2026-05-10T00:00:00+02:00') });
    await life.moveTo('2026-05-10T00:00:00+02:00');
    expect(await effectiveAt(life)).toEqual([at('2026-05-10T00:00:00+02:00')]);
  });

  test('is dropped where the user product becomes limited, which then ends', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.ask('lite');
    await edit(life, { subscriptionType: 'limited' });
    await life.moveTo('2026-07-01T00:00:00+02:00');
    expect(await life.news()).toEqual([
      'package_downgrade @ 2026-04-01T00:00:00+02:00',
      'package_change_cancelled @ 2026-04-01T00:00:00+02:00',
      'user_product_updated @ 2026-04-01T00:00:00+02:00',
      'user_product_deactivated @ 2026-05-01T00:00:00+02:00',
    ]);
    expect(await life.broken()).toEqual([]);
  });
});

describe('A user product that is deactivated by hand', () => {
  let database: TestStores;
  let stores: ChangeStores;
  beforeAll(async () => {
    database = await openTestStores();
    stores = database.stores;
  });
  afterAll(() => database.close());

  test('and activated again within its period is renewed at its end', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.ask('lite');
    await life.moveTo('2026-04-10T00:00:00+02:00');
    await edit(life, { state: 'deactivated' });
    await life.moveTo('2026-04-20T00:00:00+02:00');
    await edit(life, { state: 'activated' });
    await life.moveTo(boundary);
    expect(await life.news()).toEqual([
      'package_downgrade @ 2026-04-01T00:00:00+02:00',
      'package_change_cancelled @ 2026-04-10T00:00:00+02:00',
      'user_product_deactivated @ 2026-04-10T00:00:00+02:00',
      'user_product_updated @ 2026-04-20T00:00:00+02:00',
      'user_product_renewed @ 2026-05-01T00:00:00+02:00',
    ]);
    expect(await life.products()).toEqual([
      'basic activated, 2026-04-01T00:00:00+02:00 – 2026-06-01T00:00:00+02:00',
    ]);
    expect(await life.broken()).toEqual([]);
  });

  test('is neither renewed nor changed while it is', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await edit(life, { state: 'deactivated' });
    expect(await life.moveTo('2026-07-01T00:00:00+02:00')).toBe(0);
    expect(reasonsOf(await life.ask('digital'))).toEqual(['user_product_not_active']);
    expect(reasonsOf(await cancel(life))).toEqual(['user_product_not_active']);
    expect(reasonsOf(await reactivate(life))).toEqual(['user_product_not_cancelled']);
    expect(await life.news()).toEqual(['user_product_deactivated @ 2026-04-01T00:00:00+02:00']);
    expect(await life.broken()).toEqual([]);
  });

  test('and activated with a new end in one call goes on until that end', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await edit(life, { state: 'deactivated' });
    await life.moveTo('2026-06-15T00:00:00+02:00');
    await edit(life, { state: 'activated', validTo: at('2026-07-15T00:00:00+02:00') });
    expect(await life.moveTo('2026-07-15T00:00:00+02:00')).toBe(1);
    expect(await life.news()).toEqual([
      'user_product_deactivated @ 2026-04-01T00:00:00+02:00',
      'user_product_updated @ 2026-06-15T00:00:00+02:00',
      'user_product_renewed @ 2026-07-15T00:00:00+02:00',
    ]);
    expect((await life.products()).at(-1)).toBe(
      'basic activated, 2026-04-01T00:00:00+02:00 – 2026-08-15T00:00:00+02:00',
    );
    expect(await life.broken()).toEqual([]);
  });

  test('and activated after its end alone is refused: nobody is charged for the months that it was off', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await edit(life, { state: 'deactivated' });
    await life.moveTo('2026-06-15T00:00:00+02:00');
    expect(reasonsOf(await edit(life, { state: 'activated' }))).toEqual(['valid_to_not_in_future']);
    expect(await life.moveTo('2026-06-15T00:00:00.001+02:00')).toBe(0);
    expect(await life.news()).toEqual(['user_product_deactivated @ 2026-04-01T00:00:00+02:00']);
    expect(await life.broken()).toEqual([]);
  });

  test('after a cancellation keeps no trace of it once it is activated', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await cancel(life);
    await edit(life, { state: 'deactivated' });
    await edit(life, { state: 'activated' });
    expect(await life.current()).toMatchObject({ cancelledAt: null, cancellation: null });
    expect(await life.moveTo(boundary)).toBe(1);
    expect(await life.news()).toEqual([
      'user_product_cancelled @ 2026-04-01T00:00:00+02:00',
      'user_product_deactivated @ 2026-04-01T00:00:00+02:00',
      'user_product_updated @ 2026-04-01T00:00:00+02:00',
      'user_product_renewed @ 2026-05-01T00:00:00+02:00',
    ]);
    expect(await life.broken()).toEqual([]);
  });
});
