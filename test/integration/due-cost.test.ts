import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toInstant } from '../../src/domain/time/instant.js';
import { interruptedStores } from '../support/interrupted-stores.js';
import { at, makePackage, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { onlyFor, openTestStores, type TestStores } from '../support/stores.js';

const start = '2026-04-15T00:00:00+02:00';
const daily = { interval: { unit: 'day', length: 1 } } as const;
const yearly = { interval: { unit: 'year', length: 1 } } as const;

/** Law 15 (docs/spec/change-rules.md §6), told in commands: a machine that is slow sends as many. */
describe('Applying what is due', () => {
  let database: TestStores;
  beforeAll(async () => {
    database = await openTestStores();
  });
  afterAll(() => database.close());

  /** Commands, and rows that were read, of a step that ends so many periods of one row beside so many others. */
  const stepping = async (days: number, others: number) => {
    const seeded = await seedOrganisation(database.stores, {
      live: false,
      packages: [
        makePackage('basic', { price: 100, periods: [daily] }),
        makePackage('lite', { price: 100, periods: [yearly] }),
      ],
    });
    const organisationId = seeded.organisation.id;
    const own = onlyFor(database.stores, seeded.organisation);
    const time = makeTestTime(at(start));
    await startProcess(own, time).setTestClock({ organisationId, at: at(start) });
    const dates = { validFrom: start, validTo: '2026-04-16T00:00:00+02:00' };
    await seeded.subscribe({ code: 'basic', ...dates });
    const later = { validFrom: start, validTo: '2026-12-01T00:00:00+01:00' };
    for (let index = 0; index < others; index += 1)
      await seeded.subscribe({ code: 'lite', ...later });
    const seen = interruptedStores(own, null);
    let read = 0;
    const findDue: typeof own.userProducts.findDue = async (...asked) => {
      const rows = await seen.stores.userProducts.findDue(...asked);
      read += rows.length;
      return rows;
    };
    const stores = { ...seen.stores, userProducts: { ...seen.stores.userProducts, findDue } };
    const to = toInstant(at('2026-04-15T12:00:00+02:00') + days * 86_400_000);
    const step = await startProcess(stores, time).setTestClock({ organisationId, at: to });
    if (!step.ok) throw new Error(step.failure);
    return { applied: step.applied, commands: seen.calls.length, read };
  };

  test('costs twice as much for twice as many periods of one user product', async () => {
    const [once, twice] = [await stepping(40, 0), await stepping(80, 0)];
    expect([once.applied, twice.applied]).toEqual([40, 80]);
    expect(twice.commands).toBeLessThanOrEqual(2 * once.commands);
    expect(once.commands).toBeLessThanOrEqual(40 * 8);
  });

  test('reads no row again and again that is due much later', async () => {
    const { applied, read } = await stepping(260, 60);
    expect(applied).toBe(260 + 60);
    expect(read).toBeLessThanOrEqual(20 * applied);
  });
});
