import { describe, expect, test } from '@jest/globals';
import { toClientId } from '../../../src/domain/ids.js';
import type { BillingTerms } from '../../../src/domain/catalogue/billing-terms.js';
import type { Package } from '../../../src/domain/catalogue/package.js';
import type { CreditType } from '../../../src/domain/catalogue/product-group.js';
import { carryOutChange } from '../../../src/domain/change/carry-out-change.js';
import { decideChange } from '../../../src/domain/change/decide-change.js';
import { groupPolicy } from '../../../src/domain/change/product-groups/group-policy.js';
import type { Catalogue } from '../../../src/domain/catalogue/catalogue.js';
import { endPeriod } from '../../../src/domain/user-product/end-period.js';
import type { Transition } from '../../../src/domain/user-product/transition.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { at } from '../../support/domain/at.js';
import {
  buildGroup,
  buildItem,
  buildPlan,
  buildProduct,
  buildTier,
  groupCatalogue,
} from '../../support/domain/build-group.js';
import { eur, money } from '../../support/domain/build-package.js';
import { countingIds, idOf } from '../../support/domain/id-of.js';

/** Documents as the contract's table prints them: `CN 5.00 · INV 30.00`, `–` for none. */
function documentsOf({ events }: Transition): string {
  const told = events.flatMap(({ type, document }) => {
    if (document === null || type === 'credit_note.send_requested') return [];
    const sum = document.positions.reduce((total, it) => total + it.netMinor, 0);
    expect(sum).toBe(document.netMinor);
    return [`${document.type === 'invoice' ? 'INV' : 'CN'} ${(sum / 100).toFixed(2)}`];
  });
  return told.length === 0 ? '–' : told.join(' · ');
}

type Side = {
  readonly price?: number;
  readonly billing?: Partial<BillingTerms>;
  readonly yearly?: true;
};

const april = at('2027-04-16T00:00:00+02:00');
const directions = ['upgrade', 'downgrade', 'change'] as const;
type Direction = (typeof directions)[number];
type Terms = CreditType | 'end_of_period';

type Case = { readonly source: Side; readonly target: Side; readonly direction: Direction };

const month = { unit: 'month', length: 1 } as const;
const year = { unit: 'year', length: 1 } as const;

/** Source 10.00, target 30.00 a month, in tiers such that the change is of that direction. */
function world({ source, target, direction }: Case, terms: Terms) {
  const plan = (number: number, { price, billing = {}, yearly }: Side) =>
    buildPlan({
      ...{ number, billing, interval: yearly === true ? year : month },
      ...(price === undefined ? {} : { price: money(price, eur) }),
    });
  const [old, next] = [plan(0x111, source), plan(0x121, { price: 3_000, ...target })];
  const isSameTier = direction === 'change';
  const starter = buildProduct(0x101, isSameTier ? [old, next] : [old]);
  const pro = isSameTier ? starter : buildProduct(0x102, [next]);
  const timing =
    terms === 'end_of_period'
      ? ({ changeTiming: 'end_of_period', creditType: 'full' } as const)
      : ({ changeTiming: 'immediately', creditType: terms } as const);
  const first = buildTier(starter, { number: 0x151, position: 2, ...timing });
  const second = buildTier(pro, {
    ...{ number: 0x152, position: direction === 'upgrade' ? 3 : 1, ...timing },
  });
  const tiers = isSameTier ? [first] : [first, second];
  const catalogue = groupCatalogue(isSameTier ? [starter] : [starter, pro], [buildGroup(tiers)]);
  const targetTier = isSameTier ? first : second;
  return { catalogue, product: buildItem(starter, first), targetTier, next };
}

type World = {
  readonly catalogue: Catalogue;
  readonly product: UserProduct;
  readonly targetTier: { readonly id: UserProduct['tierId'] };
  readonly next: Package['periods'][number];
};

function apply(
  { catalogue, product, targetTier, next }: World,
  { now = april, quantity = null }: { now?: typeof april; quantity?: number | null } = {},
) {
  const tierId = targetTier.id;
  if (tierId === null) throw new Error('no tier');
  const named = { tierId, periodId: next.id, quantity };
  const found = groupPolicy.find(named, { product, catalogue });
  if (found?.found !== true) throw new Error(JSON.stringify(found));
  const outcome = decideChange({ product, target: found.target, catalogue, now }, groupPolicy);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  const asked = {
    changeId: idOf<never>(700),
    requestedBy: toClientId('test'),
    sendsCreditNote: true,
  };
  const order = { ...asked, product, decision: outcome.decision, catalogue, now };
  return { decision: outcome.decision, done: carryOutChange({ ...order, ids: countingIds() }) };
}

/** The documents of the change, and of the boundaries that follow it. */
function story(it: World, boundaries: number): readonly string[] {
  const { done } = apply(it);
  const told = [documentsOf(done)];
  let row = done.successor ?? done.next;
  for (let n = 0; n < boundaries; n += 1) {
    const ended = endPeriod({ product: row, catalogue: it.catalogue, ids: countingIds(901 + n) });
    told.push(documentsOf(ended));
    row = ended.successor ?? ended.next;
  }
  return told;
}

const arrears = { payInAdvance: false } as const;
const whole = { proRata: false } as const;
type Row = [string, Partial<BillingTerms>, Partial<BillingTerms>, string[]];
const immediately: readonly CreditType[] = ['pro_rata', 'full', 'last_invoiced', 'none'];

describe.each(directions)('%s, as the table of the contract says', (direction) => {
  test.each([
    [
      'advance → advance',
      {},
      {},
      ['CN 5.00 · INV 30.00', 'CN 10.00 · INV 30.00', 'CN 10.00 · INV 30.00', 'INV 30.00'],
    ],
    ['advance → arrears', {}, arrears, ['CN 5.00', 'CN 10.00', 'CN 10.00', '–']],
    ['arrears → advance', arrears, {}, ['INV 35.00', 'INV 35.00', 'INV 35.00', 'INV 35.00']],
    ['arrears → arrears', arrears, arrears, ['INV 5.00', 'INV 5.00', 'INV 5.00', 'INV 5.00']],
    [
      'advance without a share',
      whole,
      {},
      ['INV 30.00', 'CN 10.00 · INV 30.00', 'CN 10.00 · INV 30.00', 'INV 30.00'],
    ],
    [
      'arrears without a share',
      { ...arrears, ...whole },
      {},
      ['INV 40.00', 'INV 40.00', 'INV 40.00', 'INV 40.00'],
    ],
  ] satisfies Row[])('%s at once', (...[, source, target, expected]: Row) => {
    const told = immediately.map((terms) => {
      const sides = { source: { billing: source }, target: { billing: target }, direction };
      return story(world(sides, terms), 0)[0];
    });
    expect(told).toEqual(expected);
  });

  test.each([
    ['advance → advance', {}, {}, ['–', 'INV 30.00', 'INV 30.00']],
    ['advance → arrears', {}, arrears, ['–', '–', 'INV 30.00']],
    ['arrears → advance', arrears, {}, ['–', 'INV 40.00', 'INV 30.00']],
    ['arrears → arrears', arrears, arrears, ['–', 'INV 10.00', 'INV 30.00']],
  ] satisfies Row[])('%s at the end of the period', (...[, source, target, expected]: Row) => {
    const sides = { source: { billing: source }, target: { billing: target }, direction };
    expect(story(world(sides, 'end_of_period'), 2)).toEqual(expected);
  });

  test('a month to a year: the year is invoiced at once, from 16 April to 16 April', () => {
    const sides = { source: {}, target: { price: 10_000, yearly: true }, direction } as const;
    const it = world(sides, 'pro_rata');
    expect(story(it, 0)).toEqual(['CN 5.00 · INV 100.00']);
    expect(apply(it).done.successor?.validTo).toBe(at('2028-04-16T00:00:00+02:00'));
    expect(story(world(sides, 'end_of_period'), 1)).toEqual(['–', 'INV 100.00']);
  });

  test('in arrears after a change at once, the first period is invoiced on 16 May', () => {
    const sides = { source: {}, target: { billing: arrears }, direction };
    expect(story(world(sides, 'pro_rata'), 1)).toEqual(['CN 5.00', 'INV 30.00']);
  });
});

describe('Seats', () => {
  const perUnit = { chargeModel: 'per_unit', quantityEditable: true } as const;
  const seats = (terms: Terms, price: number, edits: Partial<UserProduct>): World => {
    const plan = buildPlan({ number: 0x141, price: money(price, eur), billing: perUnit });
    const pack = buildProduct(0x104, [plan]);
    const timing =
      terms === 'end_of_period'
        ? ({ changeTiming: 'end_of_period' } as const)
        : ({ creditType: terms } as const);
    const tier = buildTier(pack, { number: 0x154, ...timing });
    const catalogue = groupCatalogue([pack], [buildGroup([tier])]);
    return { catalogue, product: buildItem(pack, tier, edits), targetTier: tier, next: plan };
  };

  test.each([
    ['pro_rata', 'CN 6.00 · INV 20.00'],
    ['full', 'CN 12.00 · INV 20.00'],
    ['last_invoiced', 'CN 12.00 · INV 20.00'],
    ['none', 'INV 20.00'],
    ['end_of_period', '–'],
  ] as const)('3 at 4.00 to 5, %s: %s', (terms, expected) => {
    const it = seats(terms, 400, { quantity: 3 });
    const { done, decision } = apply(it, { quantity: 5 });
    expect(documentsOf(done)).toBe(expected);
    expect([decision.kind, decision.rule]).toEqual(['change', 'same_tier_other_quantity']);
    if (done.successor !== null) return;
    const ended = endPeriod({ product: done.next, catalogue: it.catalogue, ids: countingIds() });
    expect(documentsOf(ended)).toBe('INV 20.00');
    expect(ended.successor).toMatchObject({ quantity: 5, paid: { amount: money(2_000, eur) } });
  });

  test.each([
    ['pro_rata', 451],
    ['full', 999],
    ['last_invoiced', 999],
    ['none', 0],
  ] as const)(
    '3 at 3.33 with 14 of 31 days left, %s: %i minor units, rounded once',
    (terms, credit) => {
      const march = {
        validFrom: at('2027-03-01T00:00:00+01:00'),
        validTo: at('2027-04-01T00:00:00+02:00'),
      };
      const it = seats(terms, 333, { quantity: 3, ...march });
      const { decision } = apply(it, { now: at('2027-03-18T12:00:00+01:00'), quantity: 4 });
      expect(decision.amounts.settlement?.credit).toEqual(money(credit, eur));
    },
  );
});
