import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import type { Package } from '../../src/domain/catalogue/package.js';
import { type Instant, toInstant } from '../../src/domain/time/instant.js';
import { at } from '../support/organisation.js';
import { startProcess } from '../support/process.js';
import { april, beginQuoting, during, moved, repriced } from '../support/quoting.js';
import { quoteIn, signedQuotes } from '../support/signed-quotes.js';
import { openTestStores, type TestStores } from '../support/stores.js';
import { idIn } from '../support/guards.js';

const boundary = at(april.validTo);
const minuteMs = 60_000;
const version = 'the version of the user product';

describe('A quote', () => {
  let database: TestStores;
  let stores: ChangeStores;
  beforeAll(async () => {
    database = await openTestStores();
    stores = database.stores;
  });
  afterAll(() => database.close());

  const begin = (now?: Instant) => beginQuoting(stores, now);

  test.each([0, 1, 14.9])(
    'of an upgrade executed %d minutes later does what was previewed, as of when it was',
    async (minutes) => {
      const { useCases, time, request, row, events } = await begin();
      const preview = await useCases.previewChange(request('digital'));
      time.set(toInstant(during + minutes * minuteMs));
      const answer = await useCases.requestChange({
        ...request('digital'),
        quote: quoteIn(preview),
      });
      if (!('id' in answer)) throw new Error(JSON.stringify(answer));
      // 15 of 30 days left of 100.00 buy 7.5 days at 200.00, counted from the preview.
      expect(await row(answer.id)).toMatchObject({
        packageCode: 'digital',
        validFrom: during,
        validTo: at('2026-04-23T12:00:00+02:00'),
      });
      expect(preview).toMatchObject({
        decision: { effectiveAt: during, next: { validTo: at('2026-04-23T12:00:00+02:00') } },
      });
      expect(await events()).toEqual(['2 package_upgrade']);
    },
  );

  test.each([
    ['lite', 'default', 'package_downgrade'],
    ['weekend', 'explicit', 'package_change'],
  ] as const)('of a change to %s (%s) registers what was previewed', async (...told) => {
    const [code, behaviour, event] = told;
    const { useCases, time, quoted, row, events, product } = await begin();
    const asked = await quoted(code, behaviour);
    time.set(toInstant(during + 14 * minuteMs));
    expect(await useCases.requestChange(asked)).toMatchObject({ ok: true, id: product.id });
    expect((await row())?.pendingChange).toMatchObject({
      requestedAt: during,
      dueAt: boundary,
      target: { packageCode: code },
    });
    expect(await events()).toEqual([`2 ${event}`]);
  });

  test('executed twice is done once', async () => {
    const { useCases, quoted, events } = await begin();
    const asked = await quoted('digital');
    const first = await useCases.requestChange(asked);
    expect(idIn(await useCases.requestChange(asked))).toBe(idIn(first));
    expect(await events()).toEqual(['2 package_upgrade']);
  });

  test('says what it was after the very change that it was of: a repeat comes before it', async () => {
    const { useCases, time, quoted } = await begin();
    const asked = await quoted('lite');
    const first = await useCases.requestChange(asked);
    time.set(toInstant(during + 60 * minuteMs));
    expect(idIn(await useCases.requestChange(asked))).toBe(idIn(first));
    const again = await useCases.requestChange({ ...asked, quote: 'rubbish' });
    expect(idIn(again)).toBe(idIn(first));
  });

  test('no longer holds after another write', async () => {
    const { useCases, key, quoted, events } = await begin();
    const asked = await quoted('digital');
    await useCases.editUserProduct(key, { subscriptionNumber: 'S-1' });
    expect(await useCases.requestChange(asked)).toEqual(moved(version));
    expect(await events()).toEqual(['2 user_product_updated']);
  });

  test('still holds after an answer was kept, which moves no version', async () => {
    const { useCases, key, quoted } = await begin();
    await useCases.cancelUserProduct(key, { reasonId: null, creditInvoiceIfSent: false });
    await useCases.reactivateUserProduct(key, null);
    const asked = await quoted('digital');
    const keyed = { keyHash: 'a', commandHash: 'b' };
    const answerOf = () => ({ status: 200, body: '' });
    await useCases.editUserProduct(key, {}, { keyed, ifMatch: null, answerOf });
    expect((await useCases.requestChange(asked)).ok).toBe(true);
  });

  test.each([
    ['dearer', 25_000, ['the new end', 'the price', 'an amount']],
    ['cheaper', 15_000, ['the new end', 'the price', 'an amount']],
  ])('of an upgrade no longer holds once its target is %s', async (...told) => {
    const [, amountMinor, what] = told;
    const { useCases, seeded, time, quoted, events } = await begin();
    const asked = await quoted('digital');
    await seeded.editPackage('digital', (it) => repriced(it, amountMinor));
    time.set(toInstant(during + minuteMs));
    expect(await useCases.requestChange(asked)).toEqual(moved(...what));
    expect(await events()).toEqual([]);
  });

  test.each([
    [
      'archived',
      (it: Package) => ({ ...it, archived: true }),
      'what the rule target_not_on_sale looks at',
    ],
    [
      'without its period',
      (it: Package) => ({ ...it, periods: [] }),
      'the package or its payment period',
    ],
  ] as const)('no longer holds once its target is %s', async (_how, edit, what) => {
    const { seeded, useCases, time, quoted, events } = await begin();
    const asked = await quoted('digital');
    await seeded.editPackage('digital', edit);
    time.set(toInstant(during + minuteMs));
    expect(await useCases.requestChange(asked)).toEqual(moved(what));
    expect(await events()).toEqual([]);
  });

  test('of a downgrade no longer holds once its target is repriced', async () => {
    const { useCases, seeded, time, quoted } = await begin();
    const asked = await quoted('lite');
    await seeded.editPackage('lite', (it) => repriced(it, 4_999));
    time.set(toInstant(during + minuteMs));
    expect(await useCases.requestChange(asked)).toEqual(moved('the price', 'an amount'));
  });

  test('no longer holds once the ranks were turned round', async () => {
    const { useCases, seeded, time, quoted } = await begin();
    const asked = await quoted('digital');
    await seeded.editPackage('digital', (it) => ({ ...it, rank: 1 }));
    time.set(toInstant(during + minuteMs));
    expect(await useCases.requestChange(asked)).toMatchObject({
      failure: 'quote_moved',
      moved: expect.arrayContaining(['the kind of the change', 'the rule that decides']),
    });
  });

  test('no longer holds once the period has ended, which is applied', async () => {
    const { useCases, time, quoted, events } = await begin(toInstant(boundary - 5 * minuteMs));
    const asked = await quoted('digital');
    time.set(boundary);
    expect(await useCases.requestChange(asked)).toEqual(moved(version));
    expect(await events()).toEqual(['2 user_product_renewed']);
  });

  test('of a row that is due holds for the row as it then is', async () => {
    const { useCases, time, quoted, events, product, row } = await begin(boundary);
    const asked = await quoted('lite');
    expect((await row())?.version).toBe(1);
    time.set(toInstant(boundary + minuteMs));
    expect(await useCases.requestChange(asked)).toMatchObject({ ok: true, id: product.id });
    expect(await events()).toEqual(['2 user_product_renewed', '3 package_downgrade']);
  });

  test.each([
    [15 * minuteMs - 1, true],
    [15 * minuteMs, false],
  ])('is good for 15 minutes: %i ms after it, holding is %s', async (ms, holds) => {
    const { useCases, time, request } = await begin();
    const preview = await useCases.previewChange(request('lite'));
    expect(preview).toMatchObject({ quoteExpiresAt: during + 15 * minuteMs });
    time.set(toInstant(during + ms));
    const answer = await useCases.requestChange({ ...request('lite'), quote: quoteIn(preview) });
    expect(answer.ok).toBe(holds);
    if (!holds) expect(answer).toEqual(moved('the time that it was good for'));
  });

  test('is of one request and of no other', async () => {
    const { useCases, seeded, request, quoted, events } = await begin();
    const { quote = '' } = await quoted('digital');
    const another = await seeded.subscribe({ code: 'basic', ...april });
    const others = [
      request('premium'),
      request('digital', 'explicit'),
      seeded.request(another, 'digital'),
      { ...request('digital'), periodId: seeded.package('digital').periods[1]?.id ?? null },
    ];
    for (const other of others) {
      expect(await useCases.requestChange({ ...other, quote })).toEqual(moved('the request'));
    }
    expect(await events()).toEqual([]);
  });

  test('of another organisation is of no request here', async () => {
    const { useCases, keys, time, request } = await begin();
    const elsewhere = await begin();
    const quotes = signedQuotes(time, keys);
    const foreign = startProcess(stores, elsewhere.time, { quotes });
    const quote = quoteIn(await foreign.previewChange(elsewhere.request('digital')));
    expect(await useCases.requestChange({ ...request('digital'), quote })).toEqual(
      moved('the request'),
    );
  });
});
