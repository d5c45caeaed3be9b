import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import { toInstant } from '../../src/domain/time/instant.js';
import { at, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { april, beginQuoting, during, moved, repriced } from '../support/quoting.js';
import { makeTestKeys, quoteIn, signedQuotes } from '../support/signed-quotes.js';
import { openTestStores, type TestStores } from '../support/stores.js';
import { idIn } from '../support/guards.js';

const boundary = at(april.validTo);
const minuteMs = 60_000;

describe('A quote of a change that was asked for before', () => {
  let database: TestStores;
  let stores: ChangeStores;
  beforeAll(async () => {
    database = await openTestStores();
    stores = database.stores;
  });
  afterAll(() => database.close());

  const begin = () => beginQuoting(stores);

  test('of a change that waits is of its own terms: 50.00, though the catalogue says 30.00', async () => {
    const { useCases, seeded, time, quoted, request, product, row, events } = await begin();
    await useCases.requestChange(request('lite'));
    await seeded.editPackage('lite', (it) => repriced(it, 3_000));
    time.set(toInstant(during + minuteMs));
    const preview = await useCases.previewChange(request('lite'));
    expect(preview).toMatchObject({
      allowed: true,
      decision: {
        ...{ kind: 'downgrade', rule: 'rank_lower', effectiveAt: boundary },
        target: { packageCode: 'lite', period: { price: { amountMinor: 5_000 } } },
        next: { validTo: at('2026-06-01T00:00:00+02:00') },
        amounts: { nextRenewal: { amountMinor: 5_000 } },
      },
    });
    expect(await useCases.requestChange(await quoted('lite'))).toMatchObject({
      ok: true,
      id: product.id,
    });
    expect((await row())?.pendingChange?.target.period.price.amountMinor).toBe(5_000);
    expect(await events()).toEqual(['2 package_downgrade']);
  });

  test('of 30.00 is not executed by what waits at 50.00: neither is anything else', async () => {
    const { useCases, seeded, time, quoted, request, events } = await begin();
    await seeded.editPackage('lite', (it) => repriced(it, 3_000));
    const asked = await quoted('lite');
    await seeded.editPackage('lite', (it) => repriced(it, 5_000));
    time.set(toInstant(during + minuteMs));
    await useCases.requestChange(request('lite'));
    expect(await useCases.requestChange(asked)).toEqual(moved('the price', 'an amount'));
    expect(await events()).toEqual(['2 package_downgrade']);
  });

  test('of a change that waits holds no longer once its end was moved', async () => {
    const { useCases, key, quoted, request } = await begin();
    await useCases.requestChange(request('lite'));
    const asked = await quoted('lite');
    await useCases.editUserProduct(key, { validTo: at('2026-05-11T00:00:00+02:00') });
    expect(await useCases.requestChange(asked)).toMatchObject({
      failure: 'quote_moved',
      moved: ['the end of its period', 'the effective date', 'the new end'],
    });
  });

  test('of an upgrade that was done already is of what was done', async () => {
    const { useCases, seeded, time, quoted, request, events } = await begin();
    const done = await useCases.requestChange(request('digital'));
    await seeded.editPackage('digital', (it) => repriced(it, 30_000));
    time.set(toInstant(during + 60 * minuteMs));
    const preview = await useCases.previewChange(request('digital'));
    expect(preview).toMatchObject({
      allowed: true,
      decision: {
        ...{ kind: 'upgrade', rule: 'rank_higher', effectiveAt: during },
        next: { validTo: at('2026-04-23T12:00:00+02:00') },
        target: { period: { price: { amountMinor: 20_000 } } },
      },
    });
    expect(idIn(await useCases.requestChange(await quoted('digital')))).toBe(idIn(done));
    expect(await events()).toEqual(['2 package_upgrade']);
  });

  test('of an upgrade as it would be now is not executed by another that was done before', async () => {
    const { useCases, time, quoted, request, events } = await begin();
    const asked = await quoted('digital');
    time.set(toInstant(during + minuteMs));
    await useCases.requestChange(request('digital'));
    expect(await useCases.requestChange(asked)).toMatchObject({ failure: 'quote_moved' });
    expect(await events()).toEqual(['2 package_upgrade']);
  });
});

describe('A quote under a test clock', () => {
  let database: TestStores;
  beforeAll(async () => {
    database = await openTestStores();
  });
  afterAll(() => database.close());

  test.each([
    ['27 days', '2026-04-28T00:00:00+02:00', false],
    ['15 minutes', '2026-04-01T00:15:00+02:00', false],
    ['14 minutes', '2026-04-01T00:14:00+02:00', true],
  ])('is over when the clock has moved on by 15 minutes: %s', async (_, to, holds) => {
    const quotes = signedQuotes(makeTestTime(during), makeTestKeys());
    const { stores } = database;
    const seeded = await seedOrganisation(stores, { live: false });
    const product = await seeded.subscribe({ code: 'basic', ...april });
    const { organisationId } = product;
    const useCases = startProcess(stores, makeTestTime(during), { quotes });
    await useCases.setTestClock({ organisationId, at: at(april.validFrom) });
    const asked = seeded.request(product, 'digital');
    const quote = quoteIn(await useCases.previewChange(asked));
    await useCases.setTestClock({ organisationId, at: at(to) });
    const answer = await useCases.requestChange({ ...asked, quote });
    if (holds) expect(answer.ok).toBe(true);
    else expect(answer).toEqual(moved('the time that it was good for'));
  });
});
