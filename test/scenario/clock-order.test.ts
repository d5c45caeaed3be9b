import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { formatInstant } from '../../src/domain/time/instant-text.js';
import { readLog } from '../support/broken-promises.js';
import { at, seedOrganisation, type SeededOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { openTestStores, type TestStores } from '../support/stores.js';

const start = '2026-04-15T00:00:00+02:00';

describe('A test clock that passes several periods of several subscriptions', () => {
  let database: TestStores;
  beforeAll(async () => {
    database = await openTestStores();
  });
  afterAll(() => database.close());

  /** Moves the clock in one step; what was announced on the way, in the order of the log. */
  const announced = async (seeded: SeededOrganisation, to: string): Promise<readonly string[]> => {
    const { stores } = database;
    const { id: organisationId, timeZone } = seeded.organisation;
    const useCases = startProcess(stores, makeTestTime(at(start)));
    await useCases.setTestClock({ organisationId, at: at(start) });
    const before = (await readLog(stores, organisationId)).length;
    await useCases.setTestClock({ organisationId, at: at(to) });
    const log = await readLog(stores, organisationId);
    return log.slice(before).map(({ event }) => {
      const code = event.after?.userProduct.packageCode ?? 'none';
      return `${code} ${event.type} @ ${formatInstant(event.occurredAt, timeZone)}`;
    });
  };

  test('announces everything in the order in which it fell due', async () => {
    const { stores } = database;
    const seeded = await seedOrganisation(stores, { live: false });
    const april = '2026-04-01T00:00:00+02:00';
    await seeded.subscribe({
      code: 'premium',
      validFrom: april,
      validTo: '2026-06-10T00:00:00+02:00',
    });
    await seeded.subscribe({
      code: 'basic',
      validFrom: april,
      validTo: '2026-05-01T00:00:00+02:00',
    });
    await seeded.subscribe({
      code: 'digital',
      validFrom: april,
      validTo: '2026-05-20T00:00:00+02:00',
      type: 'limited',
    });
    expect(await announced(seeded, '2026-07-05T00:00:00+02:00')).toEqual([
      'basic user_product_renewed @ 2026-05-01T00:00:00+02:00',
      'digital user_product_deactivated @ 2026-05-20T00:00:00+02:00',
      'basic user_product_renewed @ 2026-06-01T00:00:00+02:00',
      'premium user_product_renewed @ 2026-06-10T00:00:00+02:00',
      'basic user_product_renewed @ 2026-07-01T00:00:00+02:00',
    ]);
  });
});
