import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import { changesIn, undo } from '../support/corrected-life.js';
import { beginLife, type Life } from '../support/life.js';
import { at, makePackage } from '../support/organisation.js';
import { openTestStores, type TestStores } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };

describe('What has happened since a mistaken change', () => {
  let database: TestStores;
  let stores: ChangeStores;
  beforeAll(async () => {
    database = await openTestStores();
    stores = database.stores;
  });
  afterAll(() => database.close());

  const changesOf = (life: Life) => changesIn(stores, life);

  test('leaves a customer cancelled who has cancelled since: nobody renews the subscription', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.ask('lite');
    await life.ask('digital');
    const upgrade = (await changesOf(life)).find((it) => it.kind === 'upgrade');
    await life.moveTo('2026-04-05T00:00:00+02:00');
    const cancellation = { reasonId: 'moved away', creditInvoiceIfSent: false };
    await life.useCases.cancelUserProduct(await life.key(), cancellation);
    await life.news();
    expect(await undo(life, upgrade)).toMatchObject({ ok: true });
    expect(await life.news()).toEqual(['package_change_undone @ 2026-04-05T00:00:00+02:00']);
    expect(await life.current()).toMatchObject({
      packageCode: 'basic',
      state: 'cancelled',
      cancelledAt: at('2026-04-05T00:00:00+02:00'),
      cancellation,
      pendingChange: null,
      validTo: at(april.validTo),
    });
    await life.moveTo('2026-06-10T00:00:00+02:00');
    expect(await life.news()).toEqual(['user_product_deactivated @ 2026-05-01T00:00:00+02:00']);
    expect(await life.broken()).toEqual([]);
  });

  test('is refused where a renewal was charged since', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.moveTo('2026-04-10T00:00:00+02:00');
    await life.ask('digital');
    const [upgrade] = await changesOf(life);
    // The value left lasted until 20 April 12:00: 200.00 for the next month were told then.
    await life.moveTo('2026-04-25T00:00:00+02:00');
    expect(await life.news()).toEqual(['user_product_renewed @ 2026-04-20T12:00:00+02:00']);
    const before = await life.current();
    expect(await undo(life, upgrade)).toEqual({ ok: false, failure: 'money_moved' });
    expect(await life.current()).toEqual(before);
    expect(await life.news()).toEqual([]);
  });

  test('is refused where the upgrade was renewed at once, because nothing was left', async () => {
    const packages = [makePackage('free', { price: 0 }), makePackage('dear', { price: 20_000 })];
    const life = await beginLife(stores, { code: 'free', ...april, packages });
    await life.ask('dear');
    const [upgrade] = await changesOf(life);
    expect(await undo(life, upgrade)).toEqual({ ok: false, failure: 'money_moved' });
  });

  test.each([
    ['its end', { validTo: at('2026-04-27T00:00:00+02:00') }],
    ['its beginning', { validFrom: at('2026-03-30T00:00:00+02:00') }],
    ['its type', { subscriptionType: 'limited' as const }],
  ])('is refused where %s was set since, which has no place in what was before', async (...it) => {
    const [, edits] = it;
    const periods = [{}, { type: 'limited' as const }];
    const packages = ['basic', 'digital'].map((code, at) =>
      makePackage(code, { rank: 10 + at, price: 10_000, periods }),
    );
    const life = await beginLife(stores, { code: 'basic', ...april, packages });
    await life.ask('digital');
    const [upgrade] = await changesOf(life);
    expect(await life.useCases.editUserProduct(await life.key(), edits)).toMatchObject({
      ok: true,
    });
    expect(await undo(life, upgrade)).toEqual({ ok: false, failure: 'edited_since' });
  });

  test('of one that came at the period end leads to what it had superseded: that would have come', async () => {
    const life = await beginLife(stores, { code: 'digital', ...april });
    await life.ask('basic');
    await life.ask('lite');
    const downgrade = (await changesOf(life)).find((it) => it.state === 'created');
    await life.moveTo('2026-05-03T00:00:00+02:00');
    expect((await life.products()).at(-1)).toContain('lite activated');
    expect(await undo(life, downgrade)).toMatchObject({ ok: true, was: 'applied' });
    expect((await life.products()).at(-1)).toBe(
      'basic activated, 2026-05-03T00:00:00+02:00 – 2026-06-01T00:00:00+02:00',
    );
    await life.news();
    expect(await life.broken()).toEqual([]);
  });

  test('of a limited one that came at the period end is refused: it would have ended there', async () => {
    const packages = ['one', 'two'].map((code) =>
      makePackage(code, { price: 10_000, periods: [{ type: 'limited' }] }),
    );
    const life = await beginLife(stores, { code: 'one', type: 'limited', ...april, packages });
    await life.ask('two', 'explicit');
    await life.moveTo('2026-05-03T00:00:00+02:00');
    const [change] = await changesOf(life);
    expect(await undo(life, change)).toEqual({ ok: false, failure: 'too_late' });
  });
});
