import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BusyError } from '../../src/application/ports/failures.js';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import { brokenPromises, eventNames } from '../support/broken-promises.js';
import { interruptedStores } from '../support/interrupted-stores.js';
import { at, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { openTestStores, type TestStores } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const during = at('2026-04-16T00:00:00+02:00');

describe('A commit whose reply never comes', () => {
  let database: TestStores;
  let stores: ChangeStores;
  beforeAll(async () => {
    database = await openTestStores();
    stores = database.stores;
  });
  afterAll(() => database.close());

  const begin = async () => {
    const seeded = await seedOrganisation(stores);
    const product = await seeded.subscribe({ code: 'basic', ...april });
    return { seeded, product, time: makeTestTime(during), id: seeded.organisation.id };
  };

  test.each([
    ['digital', '2 package_upgrade'],
    ['lite', '2 package_downgrade'],
  ])('is found done when it was written: the answer for %s is true', async (code, event) => {
    const { seeded, product, time, id } = await begin();
    const lost = interruptedStores(stores, { kind: 'reply lost', atCommit: 1 });
    const useCases = startProcess(lost.stores, time);
    const answer = await useCases.requestChange(seeded.request(product, code));
    const repeated = await startProcess(stores, time).requestChange(seeded.request(product, code));
    await useCases.drainOutbox(id);
    expect(answer.ok).toBe(true);
    expect(repeated).toEqual(answer);
    expect(lost.calls.filter((it) => it === 'userProducts.commit')).toHaveLength(1);
    expect(await eventNames(stores, id, product.accountId)).toEqual([
      '1 user_product_created',
      event,
    ]);
    expect(await brokenPromises(stores, id, product.accountId)).toEqual([]);
  });

  test('is decided again when it was not written, and one that lands late changes nothing', async () => {
    const { seeded, product, time, id } = await begin();
    const late = interruptedStores(stores, { kind: 'command delayed', atCommit: 1 });
    const useCases = startProcess(late.stores, time);
    const answer = await useCases.requestChange(seeded.request(product, 'digital'));
    await late.land();
    await useCases.drainOutbox(id);
    expect(answer.ok).toBe(true);
    expect(await eventNames(stores, id, product.accountId)).toEqual([
      '1 user_product_created',
      '2 package_upgrade',
    ]);
    expect(await brokenPromises(stores, id, product.accountId)).toEqual([]);
  });

  test('that may still land is never followed by a refusal, only by busy', async () => {
    const { seeded, product, time } = await begin();
    const late = interruptedStores(stores, { kind: 'command delayed', atCommit: 1 });
    const useCases = startProcess(late.stores, time, {
      // The target's sales period ends while the process waits: the clock alone turns the decision.
      pause: () => {
        time.set(at('2026-04-20T00:00:00+02:00'));
        return Promise.resolve();
      },
    });
    await seeded.editPackage('digital', (it) => ({
      ...it,
      validTo: at('2026-04-18T00:00:00+02:00'),
    }));
    await expect(useCases.requestChange(seeded.request(product, 'digital'))).rejects.toThrow(
      BusyError,
    );
  });
});
