import { describe, expect, test } from '@jest/globals';
import { findTarget, targetIn } from '../../../../src/application/change/find-target.js';
import type { OrganisationContext } from '../../../../src/application/catalogue/organisation-context.js';
import type { Package } from '../../../../src/domain/catalogue/package.js';
import type { PaymentPeriodId } from '../../../../src/domain/ids.js';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import { utc } from '../../../support/domain/at.js';
import { buildPackage, firstPeriod, sek } from '../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../support/domain/build-user-product.js';
import { idOf } from '../../../support/domain/id-of.js';

const [basic, digital] = [buildPackage({ number: 100 }), buildPackage({ number: 200 })];
const product = buildUserProduct(basic);
const contextOf = (...packages: readonly Package[]): OrganisationContext => ({
  organisation: {
    ...{ id: idOf(1), name: 'A', timeZone: utc, currency: sek },
    ...{ live: true, prorationGrain: 'day', testClockAt: null },
  },
  catalogue: makeCatalogue({ timeZone: utc, currency: sek, packages }),
});
const takesFirst = { unaskedPeriod: (_: unknown, pack: Package) => firstPeriod(pack) };
const refusal = { reason: 'payment_period_mismatch', facts: {} } as const;
const takesNone = { unaskedPeriod: () => refusal };
const named = (periodId: PaymentPeriodId | null, packageCode = digital.code) => ({
  named: { packageCode, periodId },
  product,
});
const digitalTarget = { package: digital, period: firstPeriod(digital), quantity: 1, tierId: null };

describe('What a request names', () => {
  const context = contextOf(basic, digital);

  test.each([
    ['a period of the package', named(firstPeriod(digital).id), digitalTarget],
    ['no period, so the one that the policy takes', named(null), digitalTarget],
    ['a period of another package', named(firstPeriod(basic).id), null],
    ['an unknown package', named(null, 'nothing'), null],
  ])('may be %s', (_, question, target) => {
    const found = targetIn(context, takesFirst, question);
    expect(found).toEqual(target === null ? null : { found: true, target, context });
  });

  test('may be a package of which the policy takes no period unasked', () => {
    expect(targetIn(context, takesNone, named(null))).toEqual({ found: false, refusal });
    expect(targetIn(context, takesNone, named(firstPeriod(digital).id))).toMatchObject({
      found: true,
    });
  });
});

describe('What the cache does not know', () => {
  const [cached, fresh] = [contextOf(basic), contextOf(basic, digital)];
  const reads = (read: OrganisationContext | null) => {
    const asked: unknown[] = [];
    const readContext = (...given: readonly unknown[]) => {
      asked.push(given);
      return Promise.resolve(read);
    };
    return { readContext, asked };
  };

  test('is read once more, and decided on what was read', async () => {
    const { readContext, asked } = reads(fresh);
    const question = { ...named(null), policy: takesFirst };
    expect(await findTarget(readContext, cached, question)).toEqual({
      found: true,
      target: digitalTarget,
      context: fresh,
    });
    expect(asked).toEqual([[cached.organisation.id, 'fresh']]);
  });

  test('is not read again where it is known', async () => {
    const { readContext, asked } = reads(null);
    const question = { ...named(null), policy: takesFirst };
    expect(await findTarget(readContext, fresh, question)).toMatchObject({ context: fresh });
    expect(asked).toEqual([]);
  });

  test.each([
    ['the package is not there then either', cached],
    ['the organisation is gone', null],
  ])('is nothing where %s', async (_, read) => {
    const { readContext } = reads(read);
    expect(
      await findTarget(readContext, cached, { ...named(null), policy: takesFirst }),
    ).toBeNull();
  });

  test('is refused where the policy takes no period unasked', async () => {
    const { readContext } = reads(fresh);
    const question = { ...named(null), policy: takesNone };
    expect(await findTarget(readContext, cached, question)).toEqual({ found: false, refusal });
  });
});
