import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Metrics, noMetrics } from '../../src/application/ports/metrics.js';
import { at, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { onlyFor, openTestStores, type TestStores } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };

describe('What the background counts', () => {
  let database: TestStores;
  let counted: unknown[][];
  const metrics: Metrics = {
    ...noMetrics,
    periodsEnded: (...facts) => counted.push(['ended', ...facts]),
    drained: (...facts) => counted.push(['drained', ...facts]),
  };
  beforeAll(async () => {
    database = await openTestStores();
  });
  afterAll(() => database.close());
  beforeEach(() => {
    counted = [];
  });

  test('is how many periods it ended, how late, and what it drained, how old', async () => {
    const { stores } = database;
    const seeded = await seedOrganisation(stores);
    await seeded.subscribe({ code: 'basic', ...april });
    await seeded.subscribe({ code: 'basic', ...april, validTo: '2026-05-01T00:00:10+02:00' });
    const time = makeTestTime(at('2026-05-01T00:00:30+02:00'));
    const own = onlyFor(stores, seeded.organisation);
    const process = startProcess(own, time, { metrics });

    await process.drainOutbox(seeded.organisation.id);
    // Their first entries were written at the beginning of April: 30 days and 30 s ago.
    expect(counted).toEqual([['drained', 2, (30 * 86_400 + 30) * 1_000]]);

    counted = [];
    await process.runPeriodEnd(() => false);
    expect(counted).toEqual([
      ['ended', 2, 30_000],
      ['drained', 2, 0],
    ]);

    counted = [];
    await process.runPeriodEnd(() => false);
    await process.drainOutbox(seeded.organisation.id);
    expect(counted).toEqual([]);
  });
});
