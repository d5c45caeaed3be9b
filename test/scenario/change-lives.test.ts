import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import type { Package } from '../../src/domain/catalogue/package.js';
import { beginLife } from '../support/life.js';
import { makePackage } from '../support/organisation.js';
import { openTestStores, type TestStores } from '../support/stores.js';
import { idIn } from '../support/guards.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };

const repriced = (pack: Package, amountMinor: number): Package => ({
  ...pack,
  periods: pack.periods.map((it) => ({ ...it, price: { ...it.price, amountMinor } })),
});

describe('A subscription that changes', () => {
  let database: TestStores;
  let stores: ChangeStores;
  beforeAll(async () => {
    database = await openTestStores();
    stores = database.stores;
  });
  afterAll(() => database.close());

  test('upgrades half way: half of 100 buys a quarter of a month at 200, and renews from there', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.moveTo('2026-04-16T00:00:00+02:00');
    await life.ask('digital');
    // 15 of 30 days left of 100.00 = 50.00; 200.00 a month of 30 days: 50 / 200 × 30 days = 7.5 days.
    expect(await life.news()).toEqual(['package_upgrade @ 2026-04-16T00:00:00+02:00']);
    expect(await life.products()).toEqual([
      'basic deactivated, 2026-04-01T00:00:00+02:00 – 2026-05-01T00:00:00+02:00',
      'digital activated, 2026-04-16T00:00:00+02:00 – 2026-04-23T12:00:00+02:00',
    ]);
    await life.moveTo('2026-06-01T00:00:00+02:00');
    expect(await life.news()).toEqual([
      'user_product_renewed @ 2026-04-23T12:00:00+02:00',
      'user_product_renewed @ 2026-05-23T12:00:00+02:00',
    ]);
    expect(await life.broken()).toEqual([]);
  });

  test('waits with a downgrade until the boundary, and then goes on from there', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.ask('lite');
    expect(await life.news()).toEqual(['package_downgrade @ 2026-04-01T00:00:00+02:00']);
    await life.moveTo('2026-04-30T23:59:59.999+02:00');
    expect(await life.news()).toEqual([]);
    await life.moveTo('2026-05-01T00:00:00+02:00');
    expect(await life.news()).toEqual(['package_downgrade_completed @ 2026-05-01T00:00:00+02:00']);
    expect(await life.products()).toEqual([
      'basic deactivated, 2026-04-01T00:00:00+02:00 – 2026-05-01T00:00:00+02:00',
      'lite activated, 2026-05-01T00:00:00+02:00 – 2026-06-01T00:00:00+02:00',
    ]);
    expect(await life.broken()).toEqual([]);
  });

  test('keeps the billing day 31 through a downgrade at the end of February', async () => {
    const life = await beginLife(stores, {
      code: 'basic',
      validFrom: '2026-01-31T00:00:00+01:00',
      validTo: '2026-02-28T00:00:00+01:00',
    });
    await life.ask('lite');
    await life.moveTo('2026-02-28T00:00:00+01:00');
    expect((await life.products()).at(-1)).toBe(
      'lite activated, 2026-02-28T00:00:00+01:00 – 2026-03-31T00:00:00+02:00',
    );
    expect(await life.broken()).toEqual([]);
  });

  test('pending downgrade, then upgrade, then downgrade: each supersedes what waited', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.ask('lite');
    await life.moveTo('2026-04-16T00:00:00+02:00');
    await life.ask('digital');
    await life.ask('lite');
    expect(await life.news()).toEqual([
      'package_downgrade @ 2026-04-01T00:00:00+02:00',
      'package_change_cancelled @ 2026-04-16T00:00:00+02:00',
      'package_upgrade @ 2026-04-16T00:00:00+02:00',
      'package_downgrade @ 2026-04-16T00:00:00+02:00',
    ]);
    await life.moveTo('2026-04-23T12:00:00+02:00');
    expect(await life.news()).toEqual(['package_downgrade_completed @ 2026-04-23T12:00:00+02:00']);
    expect(await life.broken()).toEqual([]);
  });

  test.each([
    ['repriced', (it: Package) => repriced(it, 99_900)],
    ['ranked above the source', (it: Package) => ({ ...it, rank: 999 })],
    ['taken off sale', (it: Package) => ({ ...it, validTo: it.validFrom })],
    [
      'without the period that was asked for',
      (it: Package) => ({ ...it, periods: it.periods.slice(1) }),
    ],
  ])('applies what was frozen when its pending target is %s meanwhile', async (_, edit) => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.ask('lite');
    await life.seeded.editPackage('lite', edit);
    await life.moveTo('2026-05-01T00:00:00+02:00');
    const { packageCode, soldPeriod } = await life.current();
    expect([packageCode, soldPeriod.price.amountMinor]).toEqual(['lite', 5_000]);
    expect((await life.news()).at(-1)).toBe(
      'package_downgrade_completed @ 2026-05-01T00:00:00+02:00',
    );
    expect(await life.broken()).toEqual([]);
  });

  test('keeps its package and renews when the pending target is archived at the boundary', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.ask('lite');
    await life.seeded.editPackage('lite', (it) => ({ ...it, archived: true }));
    await life.moveTo('2026-05-01T00:00:00+02:00');
    expect((await life.news()).slice(1)).toEqual([
      'package_change_failed @ 2026-05-01T00:00:00+02:00',
      'user_product_renewed @ 2026-05-01T00:00:00+02:00',
    ]);
    expect(await life.products()).toEqual([
      'basic activated, 2026-04-01T00:00:00+02:00 – 2026-06-01T00:00:00+02:00',
    ]);
    expect(await life.broken()).toEqual([]);
  });

  test('renews at the price of the day, on an archived package too', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    await life.seeded.editPackage('basic', (it) => ({ ...repriced(it, 12_300), archived: true }));
    await life.moveTo('2026-05-01T00:00:00+02:00');
    expect((await life.current()).soldPeriod.price.amountMinor).toBe(12_300);
  });

  test('limited: ends at its end, and is refused from then on', async () => {
    const life = await beginLife(stores, { code: 'basic', type: 'limited', ...april });
    await life.moveTo('2026-05-01T00:00:00+02:00');
    expect(await life.news()).toEqual(['user_product_deactivated @ 2026-05-01T00:00:00+02:00']);
    const answer = await life.ask('digital');
    expect(answer).toMatchObject({
      failure: 'refused',
      refusals: [{ reason: 'user_product_not_active' }, { reason: 'nothing_to_carry_over' }],
    });
    await life.moveTo('2026-07-01T00:00:00+02:00');
    expect(await life.news()).toEqual([]);
    expect(await life.broken()).toEqual([]);
  });

  test('limited: an upgrade carries its value over and ends for good after that', async () => {
    const life = await beginLife(stores, { code: 'basic', type: 'limited', ...april });
    await life.moveTo('2026-04-16T00:00:00+02:00');
    await life.ask('digital');
    await life.moveTo('2026-05-01T00:00:00+02:00');
    expect(await life.news()).toEqual([
      'package_upgrade @ 2026-04-16T00:00:00+02:00',
      'user_product_deactivated @ 2026-04-23T12:00:00+02:00',
    ]);
    expect(await life.broken()).toEqual([]);
  });

  test('limited: an explicit change at the boundary is one period of the other package', async () => {
    const life = await beginLife(stores, { code: 'basic', type: 'limited', ...april });
    await life.ask('weekend', 'explicit');
    await life.moveTo('2026-06-15T00:00:00+02:00');
    expect(await life.news()).toEqual([
      'package_change @ 2026-04-01T00:00:00+02:00',
      'package_change_completed @ 2026-05-01T00:00:00+02:00',
      'user_product_deactivated @ 2026-06-01T00:00:00+02:00',
    ]);
    expect(await life.broken()).toEqual([]);
  });

  test('free, paid, free within a day: a free period is nothing to carry and nothing to upgrade to', async () => {
    const packages = [
      makePackage('free', { rank: 1, price: 0 }),
      makePackage('paid', { rank: 2, price: 20_000 }),
    ];
    const life = await beginLife(stores, { code: 'free', packages, ...april });
    await life.ask('paid');
    expect(await life.news()).toEqual([
      'package_upgrade @ 2026-04-01T00:00:00+02:00',
      'user_product_renewed @ 2026-04-01T00:00:00+02:00',
    ]);
    await life.ask('free');
    expect(await life.news()).toEqual(['package_downgrade @ 2026-04-01T00:00:00+02:00']);
    expect((await life.products()).at(-1)).toBe(
      'paid activated, 2026-04-01T00:00:00+02:00 – 2026-05-01T00:00:00+02:00',
    );
    expect(await life.broken()).toEqual([]);
  });

  test('what another system provisions, another system renews and ends', async () => {
    const edits = { provisionService: 'elsewhere' };
    const life = await beginLife(stores, { code: 'basic', edits, ...april });
    expect(await life.moveTo('2026-07-01T00:00:00+02:00')).toBe(0);
    expect(await life.news()).toEqual([]);
  });

  test('cancelled: is active until its end, cannot be upgraded, and ends', async () => {
    const life = await beginLife(stores, {
      code: 'basic',
      edits: { state: 'cancelled' },
      ...april,
    });
    expect(await life.ask('digital')).toMatchObject({
      failure: 'refused',
      refusals: [{ reason: 'user_product_not_active' }],
    });
    await life.moveTo('2026-05-01T00:00:00+02:00');
    expect(await life.news()).toEqual(['user_product_deactivated @ 2026-05-01T00:00:00+02:00']);
    expect(await life.broken()).toEqual([]);
  });

  test('ended by an upgrade: the same request is answered the same for ever, also when the target is gone', async () => {
    const life = await beginLife(stores, { code: 'basic', ...april });
    const source = await life.current();
    const request = life.seeded.request(source, 'digital');
    const first = await life.send(request);
    await life.seeded.editPackage('digital', (it) => ({ ...it, archived: true, periods: [] }));
    await life.moveTo('2027-04-16T00:00:00+02:00');
    expect(first.ok).toBe(true);
    expect(idIn(await life.send(request))).toBe(idIn(first));
    expect(await life.broken()).toEqual([]);
  });
});
