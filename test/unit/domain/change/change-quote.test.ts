import { describe, expect, test } from '@jest/globals';
import {
  type ChangeQuote,
  isOutdated,
  isQuoteOf,
  movedFromRepeat,
  movedSince,
  quoteOf,
} from '../../../../src/domain/change/change-quote.js';
import { decideChange } from '../../../../src/domain/change/decide-change.js';
import { makePaywayPolicy } from '../../../../src/domain/change/payway/payway-policy.js';
import { settledTerms } from '../../../../src/domain/change/settled-terms.js';
import { at, utc } from '../../../support/domain/at.js';
import { firstPeriod, eur, money, sek } from '../../../support/domain/build-package.js';
import { buildUserProduct, productId } from '../../../support/domain/build-user-product.js';
import { idOf } from '../../../support/domain/id-of.js';
import { basic, digital, ladderCatalogue, lite, targetOf } from '../../../support/domain/ladder.js';

const now = at('2026-04-16T00:00:00Z');
const product = buildUserProduct(basic, { version: 7 });

function decide(pack: typeof digital) {
  const outcome = decideChange(
    { product, target: targetOf(pack), catalogue: ladderCatalogue(utc), now },
    makePaywayPolicy({ behaviour: 'default', exportingIntegrations: new Set() }),
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  const { decision } = outcome;
  return { target: decision.target, terms: settledTerms(decision) };
}
const quote = quoteOf(product, { behaviour: 'default', ...decide(digital), now });

describe('a quote', () => {
  test('of an upgrade half way through April pins 50.00 left, 50.00 carried, 7.5 days', () => {
    expect(quote).toEqual({
      packageCode: digital.code,
      periodId: firstPeriod(digital).id,
      quantity: 1,
      tierId: null,
      takesQuantity: false,
      behaviour: 'default',
      organisationId: idOf(1),
      accountId: idOf(2),
      userProductId: productId,
      version: 7,
      decidedAt: now,
      boundaryAt: at('2026-05-01T00:00:00Z'),
      kind: 'upgrade',
      rule: 'rank_higher',
      effectiveAt: now,
      validTo: at('2026-04-23T12:00:00Z'),
      price: money(20_000),
      amounts: {
        valueLeft: money(5_000),
        valueCarried: money(5_000),
        nextRenewal: money(20_000),
        settlement: null,
      },
    });
  });

  test('of a downgrade pins the boundary and the period after it', () => {
    const settled = decide(lite);
    expect(quoteOf(product, { behaviour: 'default', ...settled, now })).toMatchObject({
      kind: 'downgrade',
      rule: 'rank_lower',
      decidedAt: now,
      effectiveAt: at('2026-05-01T00:00:00Z'),
      validTo: at('2026-06-01T00:00:00Z'),
      price: money(5_000),
      amounts: {
        valueLeft: money(0),
        valueCarried: money(0),
        nextRenewal: money(5_000),
        settlement: null,
      },
    });
  });
});

describe('a quote is of a request', () => {
  test('for the same user product under the same rules', () => {
    expect(isQuoteOf(quote, { ...quote })).toBe(true);
  });

  test.each<Partial<ChangeQuote>>([
    { organisationId: idOf(9) },
    { accountId: idOf(9) },
    { userProductId: idOf(9) },
    { behaviour: 'explicit' },
    { behaviour: 'group' },
  ])('and of no other: %j', (edits) => {
    expect(isQuoteOf(quote, { ...quote, ...edits })).toBe(false);
  });

  test('whatever target it names: the rules say whether it is that one', () => {
    expect(isQuoteOf(quote, { ...quote, packageCode: 'other' } as ChangeQuote)).toBe(true);
  });
});

describe('what moved since a quote', () => {
  test('is nothing where all of it holds, whatever order its fields come back in', () => {
    const again = JSON.parse(JSON.stringify(quote)) as ChangeQuote;
    const { amounts, ...others } = again;
    const { valueLeft, valueCarried, nextRenewal, settlement } = amounts;
    const turned = { settlement, nextRenewal, valueCarried, valueLeft };
    expect(movedSince({ amounts: turned, ...others }, quote)).toEqual([]);
  });

  test('is not when it was given: two quotes of one state are alike', () => {
    expect(movedSince({ ...quote, decidedAt: at('2026-04-15T00:00:00Z') }, quote)).toEqual([]);
  });

  test.each<[Partial<ChangeQuote>, string]>([
    [{ version: 8 }, 'the version of the user product'],
    [{ boundaryAt: at('2026-05-02T00:00:00Z') }, 'the end of its period'],
    [{ boundaryAt: null }, 'the end of its period'],
    [{ kind: 'downgrade' }, 'the kind of the change'],
    [{ rule: 'price_higher' }, 'the rule that decides'],
    [{ effectiveAt: at('2026-05-01T00:00:00Z') }, 'the effective date'],
    [{ validTo: at('2026-04-23T12:00:00.001Z') }, 'the new end'],
    [{ price: money(20_001) }, 'the price'],
    [{ price: money(20_000, eur) }, 'the price'],
    [{ quantity: 2 }, 'the quantity'],
    [{ amounts: { ...quote.amounts, valueLeft: money(4_999) } }, 'an amount'],
    [{ amounts: { ...quote.amounts, valueCarried: money(5_001, sek) } }, 'an amount'],
    [{ amounts: { ...quote.amounts, nextRenewal: null, settlement: null } }, 'an amount'],
  ])('is named: %j', (edits, words) => {
    expect(movedSince(quote, { ...quote, ...edits })).toEqual([words]);
  });

  test('is all that did', () => {
    const later = { ...quote, version: 8, price: money(1), validTo: now };
    expect(movedSince(quote, later)).toEqual([
      'the version of the user product',
      'the new end',
      'the price',
    ]);
  });
});

describe('a quote of a change that was asked for before', () => {
  const repeat = { id: productId, ...decide(digital) };

  test('holds while it is of just that change, by now of another version', () => {
    expect(movedFromRepeat(quote, { ...product, version: 9 }, repeat)).toEqual([]);
  });

  test('does not where the change was frozen at another price', () => {
    const { target } = repeat;
    const dearer = { ...target, period: { ...target.period, price: money(20_001) } };
    expect(movedFromRepeat(quote, product, { ...repeat, target: dearer })).toEqual(['the price']);
  });

  test('does not where nobody knows what it was settled at', () => {
    expect(movedFromRepeat(quote, product, { ...repeat, terms: null })).toHaveLength(1);
  });
});

test.each([
  ['2026-04-16T00:14:59.999Z', false],
  ['2026-04-16T00:15:00Z', true],
  ['2026-04-15T23:45:00Z', true],
])('a quote of 16 April 00:00 is outdated at %s by the organisation’s clock: %s', (when, is) => {
  expect(isOutdated(quote, at(when))).toBe(is);
});
