import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { paywayBilling } from '../../src/domain/catalogue/billing-terms.js';
import type { PaywayChangeResult } from '../../src/http/payway/payway-changes.js';
import type { UseCases } from '../../src/composition/compose-use-cases.js';
import type {
  Package,
  PackageKind,
  PaymentPeriod,
  PeriodType,
  Rank,
} from '../../src/domain/catalogue/package.js';
import type { Currency } from '../../src/domain/money/money.js';
import type { PaymentPeriodId } from '../../src/domain/ids.js';
import type { Interval } from '../../src/domain/time/interval.js';
import { toInstant } from '../../src/domain/time/instant.js';
import type { UserProduct, UserProductState } from '../../src/domain/user-product/user-product.js';
import { fixedSeed } from '../support/domain/fixed-seed.js';
import {
  at,
  makePackage,
  newId,
  type SeededOrganisation,
  seedOrganisation,
} from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { openTestStores, type TestStores } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const targets = ['one', 'two', 'three', 'four'] as const;

/** What changes nothing, most of the time; now and then what a rule refuses. */
const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 14, arbitrary: fc.constant(usual) },
    { weight: others.length, arbitrary: fc.constantFrom(...others) },
  );
const month = { unit: 'month', length: 1 } as const;

const period: fc.Arbitrary<PaymentPeriod> = fc
  .record({
    type: mostly<PeriodType>('recurring', 'limited', 'limited'),
    paymentMethod: mostly('invoice', 'card'),
    enabled: mostly(true, false),
    interval: mostly<Interval>(month, { unit: 'month', length: 3 }, { unit: 'week', length: 4 }),
    price: fc.record({
      amountMinor: fc.constantFrom(0, 1, 5_000, 10_000, 20_000),
      currency: mostly('SEK' as Currency, 'EUR' as Currency),
    }),
  })
  .map((it) => ({
    ...it,
    id: newId<PaymentPeriodId>(),
    name: null,
    billing: paywayBilling,
  }));

const saleDate = mostly(null, at('2026-04-10T00:00:00Z'), at('2026-05-10T00:00:00Z'));
const packageFacts = fc.record({
  kind: mostly<PackageKind>('package', 'campaign', 'campaign', 'bundle', 'single_sale'),
  rank: fc.constantFrom<Rank>('unranked', 1, 2, 2, 3),
  basePackageCode: fc.constantFrom(null, 'own', ...targets),
  integrationCode: mostly(null, 'knows-export', 'knows-export', 'knows-nothing'),
  archived: mostly(false, true),
  validFrom: saleDate,
  validTo: saleDate,
});

const anyPackage = (code: string, leastPeriods: number): fc.Arbitrary<Package> =>
  fc
    .tuple(packageFacts, fc.array(period, { minLength: leastPeriods, maxLength: 3 }))
    .map(([facts, periods]) => ({ ...makePackage(code, { price: 0, ...facts }), periods }));

const world = fc.record({
  own: anyPackage('own', 1),
  others: fc.tuple(...targets.map((code) => anyPackage(code, 0))),
  state: mostly<UserProductState>('activated', 'cancelled', 'frozen'),
  provisionService: mostly('tulo', 'elsewhere'),
  now: fc.constantFrom(
    at(april.validFrom),
    at('2026-04-16T00:00:00Z'),
    toInstant(at(april.validTo) - 1),
    at(april.validTo),
  ),
  mayNamePeriod: fc.boolean(),
});
type World = typeof world extends fc.Arbitrary<infer It> ? It : never;

const keyOf = ({ organisationId, accountId, id: userProductId }: UserProduct) => ({
  organisationId,
  accountId,
  userProductId,
});
const subscribe = (seeded: SeededOrganisation, { own, state, provisionService }: World) => {
  const type = own.periods[0]?.type === 'limited' ? 'limited' : 'recurring';
  return seeded.subscribe({ code: 'own', type, ...april, edits: { state, provisionService } });
};

function kindOf(product: UserProduct, answer: PaywayChangeResult): 'upgrade' | 'downgrade' | null {
  if (!('id' in answer)) return null;
  return answer.id === product.id ? 'downgrade' : 'upgrade';
}

/** What becomes of a request for each period that may be named, or for none; each on a subscription of its own. */
async function tried(
  useCases: UseCases,
  { seeded, it }: { seeded: SeededOrganisation; it: World },
  pack: Package,
) {
  const periodIds = it.mayNamePeriod ? pack.periods.map(({ id }) => id) : [null];
  return Promise.all(
    periodIds.map(async (periodId) => {
      const product = await subscribe(seeded, it);
      const asked = { ...seeded.request(product, 'own'), packageCode: pack.code, periodId };
      const answer = await useCases.requestChange(asked);
      return { answer, kind: kindOf(product, answer) };
    }),
  );
}

describe('What is listed as available', () => {
  let database: TestStores;
  beforeAll(async () => {
    database = await openTestStores();
  });
  afterAll(() => database.close());

  const begin = async (it: World) => {
    const packages = [it.own, ...it.others];
    const seeded = await seedOrganisation(database.stores, { packages });
    const exportingIntegrations = new Set(['knows-export']);
    const useCases = startProcess(database.stores, makeTestTime(it.now), { exportingIntegrations });
    return { packages, seeded, useCases };
  };

  test('is accepted as that kind, and what is not listed is refused with a reason', async () => {
    const seen = { upgrade: 0, downgrade: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(world, async (it) => {
        const { packages, seeded, useCases } = await begin(it);
        const product = await subscribe(seeded, it);
        const { mayNamePeriod } = it;
        const packageCodes = packages.map(({ code }) => code);
        const query = { ...keyOf(product), packageCodes, mayNamePeriod };
        const list = await useCases.listAvailableChanges(query);

        const upgrades: string[] = [];
        const downgrades: string[] = [];
        for (const pack of packages) {
          const answers = await tried(useCases, { seeded, it }, pack);
          if (answers.some(({ kind }) => kind === 'upgrade')) upgrades.push(pack.code);
          if (answers.some(({ kind }) => kind === 'downgrade')) downgrades.push(pack.code);
          for (const { kind, answer } of answers) {
            seen[kind ?? 'refused'] += 1;
            if (kind === null) expect(answer).toMatchObject({ failure: 'refused' });
          }
        }
        expect(list).toEqual({ upgrades, downgrades });
      }),
      { ...fixedSeed, numRuns: 100 },
    );
    // The catalogues are such that each happens, and often.
    expect(Math.min(seen.upgrade, seen.downgrade, seen.refused)).toBeGreaterThan(20);
  });

  test('is written nowhere, and is the same when it is asked for again', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (it) => {
        const { packages, seeded, useCases } = await begin(it);
        const product = await subscribe(seeded, it);
        const packageCodes = packages.map(({ code }) => code);
        const query = { ...keyOf(product), packageCodes, mayNamePeriod: it.mayNamePeriod };
        const list = await useCases.listAvailableChanges(query);
        expect(await useCases.listAvailableChanges(query)).toEqual(list);
        const row = await database.stores.userProducts.find(product.organisationId, product.id);
        expect(row?.product).toEqual(product);
      }),
      { ...fixedSeed, numRuns: 30 },
    );
  });

  test('keeps the order asked for, names each code once and leaves out what is unknown', async () => {
    const seeded = await seedOrganisation(database.stores);
    const product = await seeded.subscribe({ code: 'basic', ...april });
    const useCases = startProcess(database.stores, makeTestTime(at('2026-04-16T00:00:00Z')));
    const packageCodes = ['premium', 'nothing', 'lite', 'digital', 'basic', 'premium', 'weekend'];
    const query = { ...keyOf(product), packageCodes, mayNamePeriod: false };
    expect(await useCases.listAvailableChanges(query)).toEqual({
      upgrades: ['premium', 'digital'],
      downgrades: ['lite', 'weekend'],
    });
  });

  test('is nothing at all for what is not there, or another account’s', async () => {
    const seeded = await seedOrganisation(database.stores);
    const product = await seeded.subscribe({ code: 'basic', ...april });
    const useCases = startProcess(database.stores, makeTestTime(at('2026-04-16T00:00:00Z')));
    const query = { ...keyOf(product), packageCodes: ['digital'], mayNamePeriod: true };
    expect(await useCases.listAvailableChanges({ ...query, accountId: newId() })).toBeNull();
    expect(await useCases.listAvailableChanges({ ...query, userProductId: newId() })).toBeNull();
    expect(await useCases.listAvailableChanges({ ...query, organisationId: newId() })).toBeNull();
  });
});
