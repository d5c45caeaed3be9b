import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import { changesIn, undo } from '../support/corrected-life.js';
import { beginLife, type Life } from '../support/life.js';
import { at } from '../support/organisation.js';
import { openTestStores, type TestStores } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };

describe('An operator who corrects a mistaken change', () => {
  let database: TestStores;
  let stores: ChangeStores;
  beforeAll(async () => {
    database = await openTestStores();
    stores = database.stores;
  });
  afterAll(() => database.close());

  const changesOf = (life: Life) => changesIn(stores, life);

  test('gets an upgraded subscription back to where it was, until its old end', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.moveTo('2026-04-10T00:00:00+02:00');
    await life.ask('digital');
    const [upgrade] = await changesOf(life);
    await life.moveTo('2026-04-12T00:00:00+02:00');
    expect(await undo(life, upgrade)).toMatchObject({ ok: true, was: 'applied' });
    expect(await life.news()).toEqual(['package_change_undone @ 2026-04-12T00:00:00+02:00']);
    expect((await life.products()).slice(-2)).toEqual([
      'digital deactivated, 2026-04-10T00:00:00+02:00 – 2026-04-20T12:00:00+02:00',
      'basic activated, 2026-04-12T00:00:00+02:00 – 2026-05-01T00:00:00+02:00',
    ]);
    expect(
      (await changesOf(life)).map(({ kind, rule, requestedBy, state }) =>
        [kind, rule, requestedBy, state].join(' '),
      ),
    ).toEqual([
      'upgrade rank_higher test applied',
      'change operator_correction operator:test applied',
    ]);
    await life.moveTo('2026-05-01T00:00:00+02:00');
    expect(await life.news()).toEqual(['user_product_renewed @ 2026-05-01T00:00:00+02:00']);
    expect((await life.products()).at(-1)).toContain('basic activated');
    expect(await life.broken()).toEqual([]);
  });

  test('keeps what was said of the subscription since', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.ask('digital');
    const [upgrade] = await changesOf(life);
    const { organisationId, accountId, id: userProductId } = await life.current();
    const key = { organisationId, accountId, userProductId };
    await life.useCases.editUserProduct(key, { subscriptionNumber: 'S 7' });
    expect(await undo(life, upgrade)).toMatchObject({ ok: true });
    expect(await life.current()).toMatchObject({
      packageCode: 'basic',
      subscriptionNumber: 'S 7',
      createdFrom: 'undo',
    });
  });

  test('gets a change that came at the period end back for the period that follows', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.ask('lite');
    await life.moveTo('2026-05-03T00:00:00+02:00');
    const [downgrade] = await changesOf(life);
    expect(await undo(life, downgrade)).toMatchObject({ ok: true, was: 'applied' });
    expect(await life.news()).toEqual(['package_change_undone @ 2026-05-03T00:00:00+02:00']);
    expect((await life.products()).at(-1)).toBe(
      'basic activated, 2026-05-03T00:00:00+02:00 – 2026-06-01T00:00:00+02:00',
    );
    expect(await life.broken()).toEqual([]);
  });

  test('takes back a change that still waits', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.ask('lite');
    const [downgrade] = await changesOf(life);
    expect(await undo(life, downgrade)).toMatchObject({ ok: true, was: 'pending' });
    expect(await life.news()).toEqual(['package_change_cancelled @ 2026-04-01T00:00:00+02:00']);
    expect(await changesOf(life)).toMatchObject([{ state: 'cancelled' }]);
    expect(await undo(life, downgrade)).toEqual({ ok: false, failure: 'never_took_effect' });
    expect(await life.broken()).toEqual([]);
  });

  test('takes back with it what waits in what the change has made', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.ask('digital');
    const [upgrade] = await changesOf(life);
    await life.ask('lite');
    await life.news();
    expect(await undo(life, upgrade)).toMatchObject({ ok: true });
    const start = april.validFrom;
    expect(await life.news()).toEqual([
      `package_change_cancelled @ ${start}`,
      `package_change_undone @ ${start}`,
    ]);
    const { organisationId, accountId } = await life.current();
    const account = { organisationId, accountId, userProductId: null };
    expect(await life.useCases.listPendingChanges(account)).toMatchObject({ pendingChanges: [] });
    expect(await life.broken()).toEqual([]);
  });

  test('is refused where the subscription was deactivated since', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.ask('digital');
    const [upgrade] = await changesOf(life);
    await life.useCases.editUserProduct(await life.key(), { state: 'deactivated' });
    expect(await undo(life, upgrade)).toEqual({ ok: false, failure: 'not_the_last' });
  });

  test('lets the downgrade wait again that the upgrade had superseded', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.ask('lite');
    const [downgrade] = await changesOf(life);
    await life.moveTo('2026-04-10T00:00:00+02:00');
    await life.ask('digital');
    const upgrade = (await changesOf(life)).find((it) => it.kind === 'upgrade');
    await life.moveTo('2026-04-12T00:00:00+02:00');
    await life.news();
    expect(await undo(life, upgrade)).toMatchObject({ ok: true, was: 'applied' });
    expect(await life.news()).toEqual([
      'package_change_undone @ 2026-04-12T00:00:00+02:00',
      'package_downgrade @ 2026-04-12T00:00:00+02:00',
    ]);
    const { pendingChange } = await life.current();
    expect(pendingChange).toMatchObject({
      kind: 'downgrade',
      requestedBy: 'test',
      requestedAt: downgrade?.requestedAt,
      target: downgrade?.target,
      dueAt: at(april.validTo),
    });
    const told = (await changesOf(life)).map((it) => `${it.kind} ${it.rule} ${it.state}`);
    expect(told.toSorted()).toEqual([
      'change operator_correction applied',
      'downgrade rank_lower created',
      'downgrade rank_lower superseded',
      'upgrade rank_higher applied',
    ]);
    await life.moveTo('2026-05-01T00:00:00+02:00');
    expect(await life.news()).toEqual(['package_downgrade_completed @ 2026-05-01T00:00:00+02:00']);
    expect((await life.products()).at(-1)).toContain('lite activated');
    expect((await changesOf(life)).map((it) => it.state)).not.toContain('created');
    expect(await life.broken()).toEqual([]);
  });

  test('lets what a change that waits had superseded wait again, and what that had superseded', async () => {
    const life = await beginLife(stores, { code: 'premium', ...april });
    for (const code of ['lite', 'basic', 'digital']) await life.ask(code);
    const waiting = async () => (await life.current()).pendingChange?.target.packageCode ?? null;
    const undoWaiting = async () => {
      const id = (await life.current()).pendingChange?.changeId;
      return undo(
        life,
        (await changesOf(life)).find((it) => it.id === id),
      );
    };
    expect(await undoWaiting()).toMatchObject({ ok: true, was: 'pending' });
    expect(await waiting()).toBe('basic');
    expect(await undoWaiting()).toMatchObject({ ok: true, was: 'pending' });
    expect(await waiting()).toBe('lite');
    expect(await undoWaiting()).toMatchObject({ ok: true, was: 'pending' });
    expect(await waiting()).toBeNull();
    await life.news();
    expect(await life.broken()).toEqual([]);
  });

  test('is refused once something else has happened, or the old period has ended', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.moveTo('2026-04-10T00:00:00+02:00');
    await life.ask('digital');
    const [upgrade] = await changesOf(life);
    await life.moveTo('2026-05-01T00:00:00+02:00');
    expect(await undo(life, upgrade)).toEqual({ ok: false, failure: 'too_late' });
    await life.ask('premium');
    expect(await undo(life, upgrade)).toEqual({ ok: false, failure: 'not_the_last' });
    expect(await life.broken()).toEqual([]);
  });
});
