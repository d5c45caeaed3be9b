import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { WriteGuards } from '../../src/application/commit/guards.js';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import { type Instant } from '../../src/domain/time/instant.js';
import { guardsOf, isReplay, idIn } from '../support/guards.js';
import { at, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { openTestStores, type TestStores } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const during = at('2026-04-16T00:00:00+02:00');
const mismatch = { ok: false, failure: 'version_mismatch' };
const noReason = { reasonId: null, creditInvoiceIfSent: false };

describe('A write with If-Match', () => {
  let database: TestStores;
  let stores: ChangeStores;
  beforeAll(async () => {
    database = await openTestStores();
    stores = database.stores;
  });
  afterAll(() => database.close());

  /** A user product of version 2: its number was set once. */
  const begin = async (now: Instant = during) => {
    const seeded = await seedOrganisation(stores);
    const product = await seeded.subscribe({ code: 'basic', ...april });
    const { accountId, id: userProductId, organisationId } = product;
    const key = { organisationId, accountId, userProductId };
    const time = makeTestTime(during);
    const useCases = startProcess(stores, time);
    await useCases.editUserProduct(key, { subscriptionNumber: 'S-1' });
    time.set(now);
    const ifMatch = (wanted: WriteGuards['ifMatch'], idempotencyKey?: string) => {
      const keyed = idempotencyKey === undefined ? {} : { key: idempotencyKey };
      return guardsOf({ organisationId, ifMatch: wanted, ...keyed });
    };
    const version = async () =>
      (await stores.userProducts.find(organisationId, userProductId))?.product.version;
    const ask = (code: string, guards: WriteGuards) =>
      useCases.requestChange(seeded.request(product, code), guards);
    return { seeded, key, useCases, ifMatch, version, ask };
  };

  test.each<[string, WriteGuards['ifMatch'], boolean]>([
    ['the version', [2], true],
    ['the version among others', [7, 2, 1], true],
    ['any', 'any', true],
    ['nothing', null, true],
    ['the version before', [1], false],
    ['a version that never was', [3], false],
    ['tags that are no version of ours', [], false],
  ])('that names %s', async (_, wanted, isAccepted) => {
    const { ask, ifMatch, version } = await begin();
    const answer = await ask('lite', ifMatch(wanted));
    expect(answer.ok).toBe(isAccepted);
    if (!isAccepted) expect(answer).toEqual(mismatch);
    expect(await version()).toBe(isAccepted ? 3 : 2);
  });

  test('that does not match is told so on every write, and before any other reason', async () => {
    const { key, useCases, ask, ifMatch, version } = await begin();
    const stale = ifMatch([1]);
    const answers = [
      await ask('basic', stale),
      await useCases.cancelPendingChange(key, null, stale),
      await useCases.reactivateUserProduct(key, null, stale),
      await useCases.cancelUserProduct(key, noReason, stale),
      await useCases.editUserProduct(key, { validTo: at(april.validFrom) }, stale),
    ];
    expect(answers).toEqual([mismatch, mismatch, mismatch, mismatch, mismatch]);
    expect(await version()).toBe(2);
  });

  test('that is a repeat is answered as before, although the version has moved by itself', async () => {
    const { ask, ifMatch } = await begin();
    const first = await ask('lite', ifMatch([2]));
    expect(first.ok).toBe(true);
    expect(idIn(await ask('lite', ifMatch([2])))).toBe(idIn(first));
    expect(await ask('weekend', ifMatch([2]))).toEqual(mismatch);
  });

  test('that is a repeat of what ended the user product is answered with the new id', async () => {
    const { ask, ifMatch } = await begin();
    const first = await ask('digital', ifMatch([2]));
    expect(idIn(await ask('digital', ifMatch([2])))).toBe(idIn(first));
    expect(await ask('premium', ifMatch([2]))).toEqual(mismatch);
  });

  test('that has a key is answered by the key first', async () => {
    const { key, useCases, ifMatch } = await begin();
    const first = await useCases.cancelUserProduct(key, noReason, ifMatch([2], 'k'));
    const again = await useCases.cancelUserProduct(key, noReason, ifMatch([2], 'k'));
    expect([first.ok, isReplay(again)]).toEqual([true, true]);
  });

  test('meets the version after what was due: a period that has ended meanwhile is a mismatch', async () => {
    const { ask, ifMatch, version } = await begin(at(april.validTo));
    expect(await ask('lite', ifMatch([2]))).toEqual(mismatch);
    expect(await version()).toBe(3);
    expect((await ask('lite', ifMatch([3]))).ok).toBe(true);
  });

  test('of two that name the same version at once, one is told that it has moved', async () => {
    const { key, useCases, ifMatch, version } = await begin();
    const answers = await Promise.all(
      ['S-2', 'S-3', 'S-4', 'S-5'].map((subscriptionNumber) =>
        useCases.editUserProduct(key, { subscriptionNumber }, ifMatch([2])),
      ),
    );
    expect(answers.filter((it) => it.ok)).toHaveLength(1);
    expect(answers.filter((it) => !it.ok)).toEqual([mismatch, mismatch, mismatch]);
    expect(await version()).toBe(3);
  });
});
