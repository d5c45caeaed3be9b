import { describe, expect, test } from '@jest/globals';
import { quoteOfRepeat, readQuote } from '../../../../src/application/change/read-quote.js';
import type { ChangeQuote } from '../../../../src/domain/change/change-quote.js';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import { makePaywayPolicy } from '../../../../src/domain/change/payway/payway-policy.js';
import { type PaymentPeriodId, toClientId } from '../../../../src/domain/ids.js';
import { toInstant } from '../../../../src/domain/time/instant.js';
import { utc } from '../../../support/domain/at.js';
import { buildPackage, buildPeriod, money, sek } from '../../../support/domain/build-package.js';
import { idOf } from '../../../support/domain/id-of.js';
import { buildRow, target as frozenTarget } from '../../../support/stored/build-row.js';

const product = buildRow({ version: 3 });
const { organisationId, accountId, id: userProductId, validFrom } = product;
const command = {
  organisationId,
  accountId,
  userProductId,
  named: { packageCode: 'digital', periodId: idOf<PaymentPeriodId>(7) },
  requestedBy: toClientId('test'),
};
const digital = buildPackage({
  number: 20,
  code: 'digital',
  periods: [buildPeriod({ number: 7 })],
});
const quote: ChangeQuote = {
  ...{ organisationId, accountId, userProductId, packageCode: 'digital', periodId: idOf(7) },
  ...{ quantity: 1, tierId: null, takesQuantity: false },
  behaviour: 'default',
  version: 3,
  decidedAt: validFrom,
  boundaryAt: null,
  kind: 'upgrade',
  rule: 'rank_higher',
  effectiveAt: validFrom,
  validTo: validFrom,
  price: money(1),
  amounts: { valueLeft: money(1), valueCarried: money(1), nextRenewal: null, settlement: null },
};
const reads = (known: { quote: ChangeQuote; isExpired: boolean } | null) => ({ read: () => known });
const now = validFrom;
const asked = {
  command: { ...command, quote: 'text' },
  policy: makePaywayPolicy({ behaviour: 'default', exportingIntegrations: new Set() }),
  context: { catalogue: makeCatalogue({ timeZone: utc, currency: sek, packages: [digital] }) },
  product,
  now,
} as const;

describe('The quote of a request', () => {
  test('is none where none was sent', () => {
    expect(readQuote(reads(null), { ...asked, command })).toEqual({ quote: null });
  });

  test('is unreadable where it is not ours', () => {
    expect(readQuote(reads(null), asked)).toEqual({ ok: false, failure: 'quote_unreadable' });
  });

  test('holds where it is of this request, in time, of this version', () => {
    expect(readQuote(reads({ quote, isExpired: false }), asked)).toEqual({ quote });
  });

  test.each([
    ['the request', { packageCode: 'lite' }, false],
    ['the request', { periodId: idOf(8) }, false],
    ['the request', { behaviour: 'explicit' }, false],
    ['the request', { userProductId: idOf(8) }, false],
    ['the version of the user product', { version: 2 }, false],
    ['the time that it was good for', {}, true],
  ] as const)('has lost %s with %j, expired: %s', (moved, edits, isExpired) => {
    const known = { quote: { ...quote, ...edits } as ChangeQuote, isExpired };
    expect(readQuote(reads(known), asked)).toEqual({
      ok: false,
      failure: 'quote_moved',
      moved: [moved],
    });
  });

  test('says all that it has lost', () => {
    const known = { quote: { ...quote, version: 1, packageCode: 'lite' }, isExpired: true };
    expect(readQuote(reads(known), asked)).toMatchObject({
      moved: ['the request', 'the time that it was good for', 'the version of the user product'],
    });
  });

  test('is of a request that names no period where the quoted one is meant, and of no other', () => {
    const named = { ...command.named, periodId: null };
    const unnamed = { ...asked, command: { named, quote: 'text' } };
    expect(readQuote(reads({ quote, isExpired: false }), unnamed)).toEqual({ quote });
    const other = { ...quote, periodId: idOf<PaymentPeriodId>(8) };
    expect(readQuote(reads({ quote: other, isExpired: false }), unnamed)).toMatchObject({
      moved: ['the request'],
    });
  });

  test.each([
    [15 * 60_000 - 1, true],
    [15 * 60_000, false],
    [-15 * 60_000, false],
  ])('is good while the organisation’s clock is within 15 minutes: %i ms, %s', (ms, holds) => {
    const later = { ...asked, now: toInstant(now + ms) };
    const answer = readQuote(reads({ quote, isExpired: false }), later);
    expect(answer).toEqual(
      holds
        ? { quote }
        : { ok: false, failure: 'quote_moved', moved: ['the time that it was good for'] },
    );
  });
});

describe('The quote of a change that was asked for before', () => {
  const { kind, rule, effectiveAt, validTo, amounts } = quote;
  const terms = { kind, rule, effectiveAt, validTo, amounts, renewedAtOnce: false };
  const target = { ...frozenTarget, period: { ...frozenTarget.period, price: quote.price } };
  const repeat = { id: userProductId, target, terms };
  const of = { ...product, validTo: null };
  const same = { ...asked, product: of };

  test('holds by the terms of that change, whatever time has passed and versions have', () => {
    const known = { quote: { ...quote, version: 1 }, isExpired: true };
    expect(quoteOfRepeat(reads(known), same, repeat)).toBeNull();
  });

  test('is not looked for where there is none, or what was sent is none', () => {
    expect(quoteOfRepeat(reads(null), same, repeat)).toBeNull();
    expect(quoteOfRepeat(reads(null), { ...same, command }, repeat)).toBeNull();
  });

  test.each([
    ['the request', { quote: { ...quote, packageCode: 'lite' } }],
    ['the price', { quote: { ...quote, price: money(2) } }],
    [
      'an amount',
      { quote: { ...quote, amounts: { ...amounts, nextRenewal: money(2), settlement: null } } },
    ],
    ['the end of its period', { quote: { ...quote, boundaryAt: validFrom } }],
  ] as const)('has lost %s', (moved, known) => {
    const answer = quoteOfRepeat(reads({ ...known, isExpired: false }), same, repeat);
    expect(answer).toEqual({ ok: false, failure: 'quote_moved', moved: [moved] });
  });

  test('does not hold where it is not known what the change was settled at', () => {
    const answer = quoteOfRepeat(reads({ quote, isExpired: false }), same, {
      ...repeat,
      terms: null,
    });
    expect(answer).toMatchObject({ failure: 'quote_moved' });
  });
});
