import fc from 'fast-check';
import { makeCatalogue, type Catalogue } from '../../../src/domain/catalogue/catalogue.js';
import { soldPeriodOf } from '../../../src/domain/catalogue/sold-period.js';
import type { Package } from '../../../src/domain/catalogue/package.js';
import { boundaryAt, type Cadence } from '../../../src/domain/time/boundary.js';
import type { Interval } from '../../../src/domain/time/interval.js';
import { toInstant, type Instant } from '../../../src/domain/time/instant.js';
import { paidFor } from '../../../src/domain/user-product/paid.js';
import { anyCadence, anyInterval } from './arbitraries.js';
import { buildPackage, buildPeriod, firstPeriod, money, sek } from './build-package.js';
import { buildUserProduct } from './build-user-product.js';
import { draftOf } from './draft-of.js';
import { beginLife, type SubscriptionLife } from './subscription-life.js';

const dayMs = 86_400_000;

/** What may happen to a subscription whose payment must stay what it was. */
export type ChainStep =
  | { readonly step: 'upgrade' }
  | { readonly step: 'wait'; readonly ms: number }
  | { readonly step: 'end'; readonly inMs: number }
  | { readonly step: 'dates'; readonly fromMs: number; readonly inMs: number }
  | { readonly step: 'type'; readonly type: 'recurring' | 'limited' }
  | { readonly step: 'reprice'; readonly minor: number };

export type Chain = {
  readonly life: SubscriptionLife;
  readonly catalogue: Catalogue;
  readonly ladder: readonly Package[];
  readonly now: Instant;
  /** Whether the import said what was paid. */
  readonly isGiven: boolean;
};

/** Begins the same chain each time it is asked, all its prices so many times as high. */
export type BeginChain = (times?: number) => Chain;

const anyPrice = fc.integer({ min: 1, max: 1_000_000 });
const anyRung = fc.record({ price: anyPrice, limitedPrice: anyPrice, interval: anyInterval });
const anyGiven = fc.record({
  minor: fc.integer({ min: 0, max: 1_000_000 }),
  forMs: fc.integer({ min: dayMs, max: 800 * dayMs }),
  from: fc.double({ min: 0, max: 0.999, noNaN: true }),
  credited: fc.double({ min: 0, max: 1, noNaN: true }),
});

export const anyStep: fc.Arbitrary<ChainStep> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ step: fc.constant('upgrade' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      step: fc.constant('wait' as const),
      ms: fc.oneof(fc.nat({ max: 3 * dayMs }), fc.nat({ max: 90 * dayMs })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      step: fc.constant('end' as const),
      inMs: fc.integer({ min: 1, max: 400 * dayMs }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      step: fc.constant('dates' as const),
      fromMs: fc.integer({ min: -90 * dayMs, max: 90 * dayMs }),
      inMs: fc.integer({ min: 1, max: 400 * dayMs }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      step: fc.constant('type' as const),
      type: fc.constantFrom('recurring' as const, 'limited' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ step: fc.constant('reprice' as const), minor: anyPrice }),
  },
);

/**
 * A subscription on the lowest of six packages, each ranked above the one before: in any zone, one to four periods long
 * or ending anywhere, at any time from well before it begins to its last millisecond, imported with or without what was
 * paid.
 */
export const anyChain: fc.Arbitrary<BeginChain> = fc
  .record({
    cadence: anyCadence,
    rungs: fc.array(anyRung, { minLength: 6, maxLength: 6 }),
    periods: fc.integer({ min: 1, max: 4 }),
    beyondMs: fc.oneof(fc.constant(0), fc.nat({ max: 20 * dayMs })),
    moment: fc.double({ min: -0.5, max: 0.999_999, noNaN: true }),
    given: fc.option(anyGiven),
  })
  .map(
    (it) =>
      (times = 1) =>
        begin(it, times),
  );

type Begun = {
  cadence: Cadence;
  rungs: readonly Rung[];
  periods: number;
  beyondMs: number;
  moment: number;
  given: { minor: number; forMs: number; from: number; credited: number } | null;
};

function begin({ cadence, rungs, periods, beyondMs, moment, given }: Begun, times: number): Chain {
  const { zone, anchor } = cadence;
  const ladder = rungs.map((it, index) => rungOf(it, index, times));
  const [lowest] = ladder as [Package];
  const validFrom = anchor.at;
  const interval = firstPeriod(lowest).interval;
  const validTo = toInstant(boundaryAt({ anchor, interval, zone }, periods) + beyondMs);
  const within = (share: number) =>
    toInstant(validFrom + Math.floor((validTo - validFrom) * share));
  const row = buildUserProduct(lowest, { validFrom, validTo, anchor }, zone);
  const paid = given && {
    ...paidFor({
      amount: money(given.minor * times),
      forMs: given.forMs,
      from: within(given.from),
      to: validTo,
    }),
    creditedMinor: Math.floor(given.minor * given.credited) * times,
  };
  const now = within(moment);
  const catalogue = makeCatalogue({ timeZone: zone, currency: sek, packages: ladder });
  const draft = { ...draftOf(row, anchor), soldPeriod: soldPeriodOf(firstPeriod(lowest)), paid };
  return {
    life: beginLife({ draft, catalogue, now }),
    catalogue,
    ladder,
    now,
    isGiven: paid !== null,
  };
}

type Rung = { price: number; limitedPrice: number; interval: Interval };

function rungOf({ price, limitedPrice, interval }: Rung, index: number, times: number): Package {
  const number = (index + 1) * 100;
  const periods = [
    buildPeriod({ number: number + 1, interval, price: money(price * times) }),
    buildPeriod({
      number: number + 2,
      interval,
      price: money(limitedPrice * times),
      type: 'limited',
    }),
  ];
  return buildPackage({ number, rank: index + 1, periods });
}
