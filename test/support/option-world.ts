import fc from 'fast-check';
import type { BillingTerms } from '../../src/domain/catalogue/billing-terms.js';
import type { Package, PaymentPeriod } from '../../src/domain/catalogue/package.js';
import type { CreditType } from '../../src/domain/catalogue/product-group.js';
import type { PaymentPeriodId } from '../../src/domain/ids.js';
import type { Currency } from '../../src/domain/money/money.js';
import type { Interval } from '../../src/domain/time/interval.js';
import { toInstant } from '../../src/domain/time/instant.js';
import type { UserProductState } from '../../src/domain/user-product/user-product.js';
import { at, makePackage, newId } from './organisation.js';
import type { TierOfCode } from './seeded-group.js';

const april = { validFrom: '2027-04-01T00:00:00+02:00', validTo: '2027-05-01T00:00:00+02:00' };
const codes = ['own', 'one', 'two', 'three'] as const;

/** What changes nothing, most of the time; now and then what a rule refuses. */
const usually = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant(usual) },
    { weight: others.length, arbitrary: fc.constantFrom(...others) },
  );

const month: Interval = { unit: 'month', length: 1 };
const billing: fc.Arbitrary<BillingTerms> = fc.record({
  chargeModel: fc.constantFrom('flat_fee' as const, 'per_unit' as const),
  payInAdvance: usually(true, false),
  proRata: usually(true, false),
  quantityEditable: usually(true, false),
  minQuantity: fc.constantFrom(1, 1, 2),
  maxQuantity: fc.constantFrom(4, 50),
});

const period: fc.Arbitrary<PaymentPeriod> = fc
  .record({
    enabled: usually(true, false),
    interval: usually<Interval>(month, { unit: 'year', length: 1 }, { unit: 'week', length: 4 }),
    price: fc.record({
      amountMinor: fc.constantFrom(0, 333, 1_000, 3_000, 9_007_199_254),
      currency: usually('SEK' as Currency, 'EUR' as Currency),
    }),
    billing,
  })
  .map((it) => ({
    ...{ ...it, id: newId<PaymentPeriodId>(), name: null },
    ...{ type: 'recurring', paymentMethod: 'invoice' },
  }));

const anyPackage = (code: string): fc.Arbitrary<Package> =>
  fc
    .record({
      archived: usually(false, true),
      validTo: usually(null, at('2027-04-10T00:00:00Z')),
      periods: fc.array(period, { minLength: 1, maxLength: 3 }),
    })
    .map(({ periods, ...facts }) => ({ ...makePackage(code, { price: 0, ...facts }), periods }));

const anyTier = (code: string): fc.Arbitrary<TierOfCode> =>
  fc.record({
    code: fc.constant(code),
    upgradeable: usually(true, false),
    downgradeable: usually(true, false),
    changeTiming: fc.constantFrom('immediately' as const, 'end_of_period' as const),
    creditType: fc.constantFrom<CreditType>('pro_rata', 'full', 'last_invoiced', 'none'),
  });

/** A group, and an item in it: on the first plan of the tier `own`, wherever that stands. */
export const anyOptionWorld = fc.record({
  packages: fc.tuple(...codes.map(anyPackage)),
  tiers: fc.tuple(...codes.map(anyTier)),
  order: fc.shuffledSubarray([...codes], { minLength: codes.length, maxLength: codes.length }),
  enabled: usually(true, false),
  forceSameBillingInterval: fc.boolean(),
  quantity: fc.constantFrom(1, 2, 3),
  hasDocuments: fc.boolean(),
  state: usually<UserProductState>('activated', 'cancelled', 'frozen'),
  provisionService: usually('tulo', 'elsewhere'),
  waiting: fc.option(fc.constantFrom(...codes.slice(1)), { freq: 6 }),
  /** What becomes of the item's own plan once it is sold. */
  archivesOwn: usually(false, true),
  now: fc.constantFrom(
    at(april.validFrom),
    at('2027-04-16T10:30:00Z'),
    toInstant(at(april.validTo) - 1),
    at(april.validTo),
    at('2027-06-20T00:00:00Z'),
  ),
  asked: fc.constantFrom(null, null, 1, 2, 5),
});
export type OptionWorld = typeof anyOptionWorld extends fc.Arbitrary<infer It> ? It : never;
