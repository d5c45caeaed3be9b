import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import { beginLife, type Life } from '../support/life.js';
import { at, makePackage } from '../support/organisation.js';
import { openTestStores, type TestStores } from '../support/stores.js';

/** 100.00 a month each, one ranked above the other. */
const usual = () =>
  ['one', 'two', 'three', 'four'].map((code, index) =>
    makePackage(code, { price: 10_000, rank: index + 1 }),
  );
const period = { validFrom: '2026-02-11T00:00:00+01:00', validTo: '2026-03-11T00:00:00+01:00' };
const firstOfMarch = '2026-03-01T00:00:00+01:00';

describe('What was paid for a subscription', () => {
  let database: TestStores;
  let stores: ChangeStores;
  beforeAll(async () => {
    database = await openTestStores();
    stores = database.stores;
  });
  afterAll(() => database.close());

  const begin = () => beginLife(stores, { code: 'one', packages: usual(), ...period });
  /** What a preview says is left, in minor units. */
  const leftFor = async (life: Life, code: string): Promise<number | null> => {
    const asked = life.seeded.request(await life.current(), code);
    const preview = await life.useCases.previewChange(asked);
    return preview?.allowed === true ? preview.decision.amounts.valueLeft.amountMinor : null;
  };

  test('is 35.71 on 1 March, and after each of three upgrades at that instant 35.71 again', async () => {
    const life = await begin();
    await life.moveTo(firstOfMarch);
    for (const code of ['two', 'three', 'four']) {
      expect(await leftFor(life, code)).toBe(3_571);
      expect(await life.ask(code)).toMatchObject({ ok: true });
    }
    expect(await life.news()).toHaveLength(3);
    expect(await life.broken()).toEqual([]);
  });

  test('is sold anew by a renewal, also where that comes late, and told so', async () => {
    const life = await begin();
    await life.moveTo('2026-05-20T00:00:00+02:00');
    expect((await life.current()).paid).toMatchObject({
      amount: { amountMinor: 10_000 },
      from: at('2026-05-11T00:00:00+02:00'),
      to: at('2026-06-11T00:00:00+02:00'),
    });
    expect(await leftFor(life, 'two')).toBe(7_097);
    expect(await life.news()).toHaveLength(3);
    expect(await life.broken()).toEqual([]);
  });
});
