import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import { toInstant } from '../../src/domain/time/instant.js';
import { formatInstant } from '../../src/domain/time/instant-text.js';
import { brokenPromises, readLog } from '../support/broken-promises.js';
import { at, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { onlyFor, openTestStores, type TestStores } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const may = '2026-05-01T00:00:00+02:00';
const minute = 60_000;

// Now is never before the row's last effective instant (docs/architecture.md §3).
describe('A process whose clock is behind what was last done to a subscription', () => {
  let database: TestStores;
  let stores: ChangeStores;
  beforeAll(async () => {
    database = await openTestStores();
    stores = database.stores;
  });
  afterAll(() => database.close());

  /** Renewed on 1 May by a worker; and a process for which it is still 30 April, a minute before. */
  const begin = async () => {
    const seeded = await seedOrganisation(stores);
    const { id: organisationId } = seeded.organisation;
    const product = await seeded.subscribe({ code: 'basic', ...april });
    const { accountId, id: userProductId } = product;
    const own = onlyFor(stores, seeded.organisation);
    await startProcess(own, makeTestTime(toInstant(at(may) + minute))).runPeriodEnd(() => false);
    const behind = startProcess(own, makeTestTime(toInstant(at(may) - minute)));
    const events = async () => {
      await behind.drainOutbox(organisationId);
      expect(await brokenPromises(stores, organisationId, accountId)).toEqual([]);
      const log = await readLog(stores, organisationId);
      return log.map(
        ({ event }) =>
          `${event.type} @ ${formatInstant(event.occurredAt, seeded.organisation.timeZone)}`,
      );
    };
    return { seeded, product, behind, events, key: { organisationId, accountId, userProductId } };
  };

  test('upgrades as of that instant, and the whole new period is carried over', async () => {
    const { seeded, product, behind, events } = await begin();
    expect(await behind.requestChange(seeded.request(product, 'digital'))).toMatchObject({
      ok: true,
    });
    expect((await events()).slice(-2)).toEqual([
      `user_product_renewed @ ${may}`,
      `package_upgrade @ ${may}`,
    ]);
  });

  test('previews what it would do', async () => {
    const { seeded, product, behind } = await begin();
    const preview = await behind.previewChange(seeded.request(product, 'digital'));
    if (preview?.allowed !== true) throw new Error('an upgrade is allowed');
    expect(preview.decision).toMatchObject({ effectiveAt: at(may) });
  });

  test('edits as of that instant', async () => {
    const { behind, events, key } = await begin();
    await behind.editUserProduct(key, { subscriptionNumber: 'S 7' });
    expect((await events()).at(-1)).toBe(`user_product_updated @ ${may}`);
  });
});
