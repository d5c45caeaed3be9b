import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { UserProductKey } from '../../src/application/commit/load-user-product.js';
import type { WriteGuards } from '../../src/application/commit/guards.js';
import type { WriteResult } from '../../src/application/commit/write-result.js';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import type { UseCases } from '../../src/composition/compose-use-cases.js';
import { toInstant } from '../../src/domain/time/instant.js';
import type { UserProduct } from '../../src/domain/user-product/user-product.js';
import { brokenPromises, eventNames } from '../support/broken-promises.js';
import { answerText, guardsOf, isReplay, idIn } from '../support/guards.js';
import { at, seedOrganisation, type SeededOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { openTestStores, type TestStores } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const during = at('2026-04-16T00:00:00+02:00');
const dayMs = 86_400_000;
const noReason = { reasonId: null, creditInvoiceIfSent: false };

type Place = {
  readonly useCases: UseCases;
  readonly seeded: SeededOrganisation;
  readonly product: UserProduct;
  readonly key: UserProductKey;
};
type Answer = WriteResult<string>;
type Write = {
  readonly name: string;
  readonly before?: (place: Place) => Promise<unknown>;
  readonly run: (place: Place, guards?: WriteGuards) => Promise<Answer>;
  readonly event: string;
};

const change = (code: string) => (place: Place, guards?: WriteGuards) =>
  place.useCases.requestChange(place.seeded.request(place.product, code), guards);
const cancel = (place: Place, guards?: WriteGuards) =>
  place.useCases.cancelUserProduct(place.key, noReason, guards);
const reactivate = (place: Place, guards?: WriteGuards) =>
  place.useCases.reactivateUserProduct(place.key, null, guards);
const number = (place: Place, subscriptionNumber: string, guards?: WriteGuards) =>
  place.useCases.editUserProduct(place.key, { subscriptionNumber }, guards);

const writes: readonly Write[] = [
  { name: 'an upgrade', run: change('digital'), event: 'package_upgrade' },
  { name: 'a downgrade', run: change('lite'), event: 'package_downgrade' },
  {
    name: 'taking a change back',
    before: change('lite'),
    run: (place, guards) => place.useCases.cancelPendingChange(place.key, null, guards),
    event: 'package_change_cancelled',
  },
  { name: 'a cancellation', run: cancel, event: 'user_product_cancelled' },
  { name: 'a reactivation', before: cancel, run: reactivate, event: 'user_product_uncancelled' },
  {
    name: 'an edit',
    run: (place, guards) =>
      place.useCases.editUserProduct(
        place.key,
        { validTo: at('2026-06-01T00:00:00+02:00') },
        guards,
      ),
    event: 'user_product_updated',
  },
  {
    name: 'a subscription number',
    run: (place, guards) => number(place, 'S-1', guards),
    event: 'user_product_updated',
  },
];

let database: TestStores;
let stores: ChangeStores;
beforeAll(async () => {
  database = await openTestStores();
  stores = database.stores;
});
afterAll(() => database.close());

const begin = async (options: { live?: boolean } = {}) => {
  const seeded = await seedOrganisation(stores, options);
  const product = await seeded.subscribe({ code: 'basic', ...april });
  const { accountId, id: userProductId } = product;
  const organisationId = seeded.organisation.id;
  const time = makeTestTime(during);
  const useCases = startProcess(stores, time);
  const place: Place = {
    useCases,
    seeded,
    product,
    key: { organisationId, accountId, userProductId },
  };
  const guards = (asked: Omit<Parameters<typeof guardsOf>[0], 'organisationId'>) =>
    guardsOf({ organisationId, ...asked });
  const row = async (): Promise<UserProduct> => {
    const found = await stores.userProducts.find(organisationId, userProductId);
    if (found === null) throw new Error('the user product is gone');
    return found.product;
  };
  const events = async (): Promise<readonly string[]> => {
    await useCases.drainOutbox(organisationId);
    expect(await brokenPromises(stores, organisationId, accountId)).toEqual([]);
    return eventNames(stores, organisationId, accountId);
  };
  return { place, time, guards, row, events };
};

describe.each(writes)('$name with an Idempotency-Key', ({ before, run, event }) => {
  test('is done once and gets the first answer again, byte for byte', async () => {
    const { place, guards, row, events } = await begin();
    await before?.(place);
    const first = guards({ key: 'k', wording: 'the first time' });
    const answer = await run(place, first);
    const { version } = await row();
    const again = await run(place, guards({ key: 'k', wording: 'the second time' }));
    expect([answer.ok, isReplay(answer), isReplay(again)]).toEqual([true, false, true]);
    expect(again).toEqual({ ok: true, replayed: { status: 200, body: answerText(answer, first) } });
    expect((await row()).version).toBe(version);
    expect((await events()).filter((it) => it.endsWith(event))).toHaveLength(1);
  });

  test('of another command is told that the key was used, and changes nothing', async () => {
    const { place, guards, row } = await begin();
    await before?.(place);
    await run(place, guards({ key: 'k', body: { a: 1, b: 2 } }));
    const done = await row();
    const other = await run(place, guards({ key: 'k', body: { a: 1, b: 3 } }));
    const turned = await run(place, guards({ key: 'k', body: { b: 2, a: 1 } }));
    expect(other).toEqual({ ok: false, failure: 'key_reused' });
    expect(isReplay(turned)).toBe(true);
    expect(await row()).toEqual(done);
  });

  test('that another client uses too is decided for itself', async () => {
    const { place, guards } = await begin();
    await before?.(place);
    await run(place, guards({ key: 'k', client: 'one', body: { a: 1 } }));
    const other = await run(place, guards({ key: 'k', client: 'two', body: { a: 2 } }));
    expect(isReplay(other)).toBe(false);
    expect(other).not.toMatchObject({ failure: 'key_reused' });
  });
});

describe('An answer that is kept', () => {
  test('is given again whatever has happened since, without doing it again', async () => {
    const { place, guards, events } = await begin();
    const first = await cancel(place, guards({ key: 'k' }));
    await reactivate(place);
    const again = await cancel(place, guards({ key: 'k' }));
    expect([first.ok, isReplay(again)]).toEqual([true, true]);
    expect((await events()).slice(1)).toEqual([
      '2 user_product_cancelled',
      '3 user_product_uncancelled',
    ]);
  });

  test.each([
    [-1, true, ['2 user_product_cancelled', '3 user_product_uncancelled']],
    [
      0,
      false,
      ['2 user_product_cancelled', '3 user_product_uncancelled', '4 user_product_cancelled'],
    ],
  ])('holds for 24 hours: %i ms from there, again is %s', async (offset, holds, told) => {
    const { place, guards, time, events } = await begin();
    await cancel(place, guards({ key: 'k' }));
    await reactivate(place);
    time.set(toInstant(during + dayMs + offset));
    const again = await cancel(place, guards({ key: 'k' }));
    expect([again.ok, isReplay(again)]).toEqual([true, holds]);
    expect((await events()).slice(1)).toEqual(told);
    // Decided afresh, it is kept afresh; another command under the key is then refused.
    const other = await cancel(place, guards({ key: 'k', body: { other: true } }));
    expect(other).toEqual({ ok: false, failure: 'key_reused' });
  });

  test('holds by real time: a test clock that jumps by a month makes it no older', async () => {
    const { place, guards, time } = await begin({ live: false });
    const { organisationId } = place.key;
    await place.useCases.setTestClock({ organisationId, at: at('2026-04-02T00:00:00+02:00') });
    await number(place, 'S-1', guards({ key: 'k' }));
    await place.useCases.setTestClock({ organisationId, at: at('2026-06-02T00:00:00+02:00') });
    expect(isReplay(await number(place, 'S-1', guards({ key: 'k' })))).toBe(true);
    time.set(toInstant(during + dayMs));
    expect(isReplay(await number(place, 'S-1', guards({ key: 'k' })))).toBe(false);
  });

  test('is no refusal: the key is free for whatever comes next', async () => {
    const { place, guards, events } = await begin();
    const refused = await reactivate(place, guards({ key: 'k', body: { a: 1 } }));
    expect(refused).toMatchObject({ refusals: [{ reason: 'user_product_not_cancelled' }] });
    const mismatch = await cancel(place, guards({ key: 'k', body: { a: 2 }, ifMatch: [9] }));
    expect(mismatch).toEqual({ ok: false, failure: 'version_mismatch' });
    const accepted = await cancel(place, guards({ key: 'k', body: { a: 3 } }));
    expect([accepted.ok, isReplay(accepted)]).toEqual([true, false]);
    expect((await events()).slice(1)).toEqual(['2 user_product_cancelled']);
  });

  test.each([
    ['that waits', 'lite'],
    ['that has ended the user product', 'digital'],
  ])('is also that of a keyed repeat of a change %s, and no version moves', async (_, code) => {
    const { place, guards, row } = await begin();
    const unkeyed = await change(code)(place);
    const done = await row();
    const repeat = await change(code)(place, guards({ key: 'k', wording: 'kept' }));
    expect(idIn(repeat)).toBe(idIn(unkeyed));
    const replay = await change(code)(place, guards({ key: 'k', wording: 'new' }));
    expect(answerText(replay, guards({}))).toContain('kept');
    const other = await change(code)(place, guards({ key: 'k', body: { other: true } }));
    expect(other).toEqual({ ok: false, failure: 'key_reused' });
    expect(await row()).toEqual(done);
  });

  test('is also that of a write that finds nothing to do', async () => {
    const { place, guards, row } = await begin();
    await cancel(place);
    const done = await row();
    expect(isReplay(await cancel(place, guards({ key: 'k' })))).toBe(false);
    expect(isReplay(await cancel(place, guards({ key: 'k' })))).toBe(true);
    expect(await row()).toEqual(done);
  });

  test('does not go to the successor: what is asked of that is another write', async () => {
    const { place, guards } = await begin();
    const upgraded = await change('digital')(place, guards({ key: 'k' }));
    if (!('id' in upgraded)) throw new Error('the upgrade was refused');
    const key = { ...place.key, userProductId: upgraded.id };
    const other = await cancel({ ...place, key }, guards({ key: 'k', body: { other: true } }));
    expect(idIn(other)).toBe(idIn(upgraded));
  });
});

describe('Many keys on one user product', () => {
  test('are 32 within 24 hours; the 33rd is told when there is room again', async () => {
    const { place, guards, time, events } = await begin();
    for (let count = 1; count <= 32; count += 1) {
      time.set(toInstant(during + count));
      const answer = await number(
        place,
        `S-${String(count)}`,
        guards({ key: `k${String(count)}` }),
      );
      expect(answer.ok).toBe(true);
    }
    time.set(toInstant(during + 3_600_000));
    expect(await number(place, 'S-33', guards({ key: 'k33' }))).toEqual({
      ok: false,
      failure: 'too_many_keys',
      retryAfterMs: dayMs - 3_600_000 + 1,
    });
    expect(isReplay(await number(place, 'S-7', guards({ key: 'k7' })))).toBe(true);
    expect((await number(place, 'S-unkeyed')).ok).toBe(true);

    time.set(toInstant(during + dayMs));
    const early = await number(place, 'S-33', guards({ key: 'k33' }));
    expect(early).toEqual({ ok: false, failure: 'too_many_keys', retryAfterMs: 1 });
    time.set(toInstant(during + dayMs + 1));
    expect((await number(place, 'S-33', guards({ key: 'k33' }))).ok).toBe(true);
    expect(await events()).toHaveLength(1 + 32 + 1 + 1);
  });

  test('do not keep a repeat from its answer', async () => {
    const { place, guards } = await begin();
    const first = await change('lite')(place);
    for (let count = 1; count <= 32; count += 1) {
      await change('lite')(place, guards({ key: `k${String(count)}` }));
    }
    expect(idIn(await change('lite')(place, guards({ key: 'k33' })))).toBe(idIn(first));
  });
});
