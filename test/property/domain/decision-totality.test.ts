import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makeCatalogue } from '../../../src/domain/catalogue/catalogue.js';
import type { Package, PackageKind, PaymentPeriod } from '../../../src/domain/catalogue/package.js';
import { carryOutChange } from '../../../src/domain/change/carry-out-change.js';
import { decideChange } from '../../../src/domain/change/decide-change.js';
import { makePaywayPolicy } from '../../../src/domain/change/payway/payway-policy.js';
import { type ChangeId, toClientId } from '../../../src/domain/ids.js';
import { anchorOf } from '../../../src/domain/time/anchor.js';
import type { UserProductState } from '../../../src/domain/user-product/user-product.js';
import { anyInstant, anyInterval, anyRank, anyZone } from '../../support/domain/arbitraries.js';
import {
  buildPackage,
  buildPeriod,
  eur,
  firstPeriod,
  money,
  sek,
} from '../../support/domain/build-package.js';
import { buildUserProduct } from '../../support/domain/build-user-product.js';
import { fixedSeed } from '../../support/domain/fixed-seed.js';
import { idOf, countingIds } from '../../support/domain/id-of.js';

const kinds: readonly PackageKind[] = ['package', 'campaign', 'bundle', 'single_sale'];
const states: readonly UserProductState[] = [
  'activated',
  'cancelled',
  'deactivated',
  'pending',
  'frozen',
];
const types = ['recurring', 'limited', 'single'] as const;

/** Nine times in ten that value, so that some situations are allowed in every way. */
const mostly = <Value>(value: Value, any: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: any });

const anyPeriod = (number: number): fc.Arbitrary<PaymentPeriod> =>
  fc
    .record({
      type: mostly('recurring', fc.constantFrom(...types)),
      paymentMethod: mostly('invoice', fc.constantFrom('invoice', 'card')),
      enabled: mostly(true, fc.boolean()),
      interval: anyInterval,
      price: fc.record({
        amountMinor: fc.oneof(fc.constant(0), fc.nat()),
        currency: mostly(sek, fc.constant(eur)),
      }),
    })
    .map((it) => buildPeriod({ number, ...it }));
const anyPackage = (number: number): fc.Arbitrary<Package> =>
  fc
    .record({
      kind: mostly('package', fc.constantFrom(...kinds)),
      rank: anyRank,
      basePackageCode: fc.constantFrom(null, 'package_100', 'package_200'),
      integrationCode: mostly(null, fc.constantFrom(null, 'X')),
      archived: mostly(false, fc.boolean()),
      validFrom: mostly(null, fc.option(anyInstant)),
      validTo: mostly(null, fc.option(anyInstant)),
      periods: anyPeriod(number + 1).map((it) => [it]),
    })
    .map((it) => buildPackage({ number, ...it }));
const anySituation = fc.record({
  source: anyPackage(100),
  target: anyPackage(200),
  sourceIsKnown: mostly(true, fc.boolean()),
  behaviour: fc.constantFrom('default', 'explicit'),
  state: mostly('activated', fc.constantFrom(...states)),
  validFrom: anyInstant,
  validTo: fc.option(anyInstant),
  price: fc.option(fc.nat().map((it) => money(it))),
  now: anyInstant,
  timeZone: anyZone,
});

describe('a decision (docs/spec/change-rules.md §5)', () => {
  test('is made of any situation: accepted with nothing failed, or refused for what failed', () => {
    let accepted = 0;
    fc.assert(
      fc.property(anySituation, (it) => {
        const { source, target, timeZone, now } = it;
        const packages = it.sourceIsKnown ? [source, target] : [target];
        const catalogue = makeCatalogue({ timeZone, currency: sek, packages });
        const built = buildUserProduct(source, {
          state: it.state,
          validFrom: it.validFrom,
          validTo: it.validTo,
          anchor: anchorOf(it.validFrom, timeZone),
        });
        const soldPeriod = { ...built.soldPeriod, ...(it.price && { price: it.price }) };
        const product = { ...built, soldPeriod };
        const input = {
          product,
          target: { package: target, period: firstPeriod(target), quantity: 1, tierId: null },
          catalogue,
          now,
        };
        const exportingIntegrations = new Set<string>();
        const outcome = decideChange(
          input,
          makePaywayPolicy({ behaviour: it.behaviour, exportingIntegrations }),
        );

        const failed = (outcome.ok ? outcome.decision : outcome).requirements.filter(
          (row) => !row.passed,
        );
        if (!outcome.ok) {
          const reasons = outcome.refusals.map((refusal) => refusal.reason);
          const isMixed = failed.some((row) => row.code === 'currency_mismatch');
          expect(reasons).toEqual(isMixed ? ['currency_mismatch'] : failed.map((row) => row.code));
          return;
        }
        accepted += 1;
        expect(failed).toEqual([]);
        const { decision } = outcome;
        expect(decision.next.validTo).toBeGreaterThan(decision.effectiveAt);
        const order = {
          product,
          decision,
          changeId: idOf<ChangeId>(700),
          requestedBy: toClientId('demo'),
          sendsCreditNote: false,
          catalogue,
          now,
        };
        const done = carryOutChange({ ...order, ids: countingIds() });
        expect(done.next.version).toBe(product.version + 1);
      }),
      { ...fixedSeed, numRuns: 600 },
    );
    expect(accepted).toBeGreaterThan(40);
  });
});
