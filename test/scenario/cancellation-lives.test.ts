import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { WriteResult } from '../../src/application/commit/write-result.js';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import { beginLife, type Life } from '../support/life.js';
import { at } from '../support/organisation.js';
import { openTestStores, type TestStores } from '../support/stores.js';
import { idIn } from '../support/guards.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const lastMillisecond = '2026-04-30T23:59:59.999+02:00';
const boundary = '2026-05-01T00:00:00+02:00';
const noReason = { reasonId: null, creditInvoiceIfSent: false };

const reasonsOf = (answer: WriteResult<string>): readonly string[] =>
  !answer.ok && answer.failure === 'refused' ? answer.refusals.map((it) => it.reason) : [];

const cancel = async (life: Life) => life.useCases.cancelUserProduct(await life.key(), noReason);
const reactivate = async (life: Life) =>
  life.useCases.reactivateUserProduct(await life.key(), null);

describe('A subscription that is cancelled', () => {
  let database: TestStores;
  let stores: ChangeStores;
  beforeAll(async () => {
    database = await openTestStores();
    stores = database.stores;
  });
  afterAll(() => database.close());

  const changeStates = async (life: Life): Promise<readonly string[]> => {
    const { accountId } = await life.current();
    const rows = await stores.changes.listByAccount(life.seeded.organisation.id, accountId);
    return rows.map((it) => `${it.kind} ${it.state}`).toSorted();
  };
  /** Two years on, nothing else has been announced. */
  const restIsSilence = async (life: Life): Promise<void> => {
    expect(await life.moveTo('2028-04-01T00:00:00+02:00')).toBe(0);
    expect(await life.news()).toEqual([]);
    expect(await life.broken()).toEqual([]);
  };

  test('after a pending downgrade, an upgrade and another downgrade ends where the upgrade ended', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.ask('lite');
    await life.moveTo('2026-04-16T00:00:00+02:00');
    await life.ask('digital');
    await life.ask('lite');
    await life.moveTo('2026-04-17T00:00:00+02:00');
    expect(await cancel(life)).toMatchObject({ ok: true, id: (await life.current()).id });
    expect(await life.news()).toEqual([
      'package_downgrade @ 2026-04-01T00:00:00+02:00',
      'package_change_cancelled @ 2026-04-16T00:00:00+02:00',
      'package_upgrade @ 2026-04-16T00:00:00+02:00',
      'package_downgrade @ 2026-04-16T00:00:00+02:00',
      'package_change_cancelled @ 2026-04-17T00:00:00+02:00',
      'user_product_cancelled @ 2026-04-17T00:00:00+02:00',
    ]);
    // 15 of 30 days of 100.00 are 50.00: 7.5 of 30 days at 200.00.
    expect(await life.moveTo('2026-04-23T12:00:00+02:00')).toBe(1);
    expect(await life.news()).toEqual(['user_product_deactivated @ 2026-04-23T12:00:00+02:00']);
    expect(await life.products()).toEqual([
      'basic deactivated, 2026-04-01T00:00:00+02:00 – 2026-05-01T00:00:00+02:00',
      'digital deactivated, 2026-04-16T00:00:00+02:00 – 2026-04-23T12:00:00+02:00',
    ]);
    expect(await changeStates(life)).toEqual([
      'downgrade superseded',
      'downgrade superseded',
      'upgrade applied',
    ]);
    await restIsSilence(life);
  });

  test('is refused an upgrade, a downgrade and a change until it is reactivated', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.moveTo('2026-04-16T00:00:00+02:00');
    await cancel(life);
    expect(await life.news()).toEqual(['user_product_cancelled @ 2026-04-16T00:00:00+02:00']);
    expect(reasonsOf(await life.ask('digital'))).toEqual(['user_product_not_active']);
    expect(reasonsOf(await life.ask('lite'))).toEqual(['user_product_not_active']);
    expect(reasonsOf(await life.ask('weekend', 'explicit'))).toEqual(['user_product_not_active']);
    expect(await life.news()).toEqual([]);

    await reactivate(life);
    const upgraded = await life.ask('digital');
    expect(upgraded).toMatchObject({ ok: true, id: (await life.current()).id });
    expect(await life.news()).toEqual([
      'user_product_uncancelled @ 2026-04-16T00:00:00+02:00',
      'package_upgrade @ 2026-04-16T00:00:00+02:00',
    ]);
    expect(await life.products()).toEqual([
      'basic deactivated, 2026-04-01T00:00:00+02:00 – 2026-05-01T00:00:00+02:00',
      'digital activated, 2026-04-16T00:00:00+02:00 – 2026-04-23T12:00:00+02:00',
    ]);
    expect(await life.broken()).toEqual([]);
  });

  test('reactivated in the last millisecond is renewed as if nothing had been', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await cancel(life);
    await life.moveTo(lastMillisecond);
    expect((await reactivate(life)).ok).toBe(true);
    expect(await life.moveTo(boundary)).toBe(1);
    expect(await life.news()).toEqual([
      'user_product_cancelled @ 2026-04-01T00:00:00+02:00',
      'user_product_uncancelled @ 2026-04-30T23:59:59.999+02:00',
      'user_product_renewed @ 2026-05-01T00:00:00+02:00',
    ]);
    expect(await life.products()).toEqual([
      'basic activated, 2026-04-01T00:00:00+02:00 – 2026-06-01T00:00:00+02:00',
    ]);
    expect(await life.broken()).toEqual([]);
  });

  test.each(['the worker', 'the call itself'])(
    'one millisecond later it has ended, whether %s finds that first',
    async (finder) => {
      const life = await beginLife(stores, { code: 'basic', ...april });
      await cancel(life);
      const key = await life.key();
      if (finder === 'the worker') await life.moveTo(boundary);
      else await stores.organisations.setTestClock(life.seeded.organisation.id, at(boundary));
      const answer = await life.useCases.reactivateUserProduct(key, null);
      expect(reasonsOf(answer)).toEqual(['user_product_not_cancelled']);
      expect(await life.news()).toEqual([
        'user_product_cancelled @ 2026-04-01T00:00:00+02:00',
        'user_product_deactivated @ 2026-05-01T00:00:00+02:00',
      ]);
      await restIsSilence(life);
    },
  );

  test('twice is cancelled once, and reactivated twice is refused the second time', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    const first = await cancel(life);
    expect(idIn(await cancel(life))).toBe(idIn(first));
    expect((await reactivate(life)).ok).toBe(true);
    expect(reasonsOf(await reactivate(life))).toEqual(['user_product_not_cancelled']);
    expect(await life.news()).toEqual([
      'user_product_cancelled @ 2026-04-01T00:00:00+02:00',
      'user_product_uncancelled @ 2026-04-01T00:00:00+02:00',
    ]);
    expect(await life.broken()).toEqual([]);
  });

  test('does not get back by reactivation what its cancellation superseded', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.ask('lite');
    await cancel(life);
    await reactivate(life);
    await life.moveTo(boundary);
    expect((await life.news()).slice(1)).toEqual([
      'package_change_cancelled @ 2026-04-01T00:00:00+02:00',
      'user_product_cancelled @ 2026-04-01T00:00:00+02:00',
      'user_product_uncancelled @ 2026-04-01T00:00:00+02:00',
      'user_product_renewed @ 2026-05-01T00:00:00+02:00',
    ]);
    expect(await life.broken()).toEqual([]);
  });
});
