import { describe, expect, test } from '@jest/globals';
import { findTarget } from '../../../../src/application/change/find-target.js';
import type { OrganisationContext } from '../../../../src/application/catalogue/organisation-context.js';
import type { Package } from '../../../../src/domain/catalogue/package.js';
import type { FoundTarget, Row } from '../../../../src/domain/change/change-policy.js';
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
const refusal = { reason: 'payment_period_mismatch', facts: {} } as const;
const target = { package: digital, period: firstPeriod(digital), quantity: 1, tierId: null };

/** Knows packages by their code alone; of those that it knows, it may refuse one. */
const policyOf = (refuses = false) => ({
  find: (named: string, { catalogue }: Row): FoundTarget<'payment_period_mismatch'> => {
    if (!catalogue.packagesByCode.has(named)) return null;
    return refuses ? { found: false, refusals: [refusal] } : { found: true, target };
  },
});
const question = (policy = policyOf()) => ({ policy, named: digital.code, product });

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
    expect(await findTarget(readContext, cached, question())).toEqual({
      found: true,
      target,
      context: fresh,
    });
    expect(asked).toEqual([[cached.organisation.id, 'fresh']]);
  });

  test('is not read again where it is known', async () => {
    const { readContext, asked } = reads(null);
    expect(await findTarget(readContext, fresh, question())).toMatchObject({ context: fresh });
    expect(asked).toEqual([]);
  });

  test.each([
    ['the package is not there then either', cached],
    ['the organisation is gone', null],
  ])('is nothing where %s', async (_, read) => {
    const { readContext } = reads(read);
    expect(await findTarget(readContext, cached, question())).toBeNull();
  });

  test('is asked of the policy for the user product as it is', async () => {
    const seen: unknown[] = [];
    const find = (...given: readonly unknown[]) => {
      seen.push(given);
      return null;
    };
    const { readContext } = reads(fresh);
    await findTarget(readContext, cached, { ...question(), policy: { find } });
    expect(seen).toEqual([
      [digital.code, { product, catalogue: cached.catalogue }],
      [digital.code, { product, catalogue: fresh.catalogue }],
    ]);
  });
});

describe('What the policy refuses', () => {
  test('is read once more, and refused as of what was read', async () => {
    const context = contextOf(basic, digital);
    const asked: unknown[] = [];
    const readContext = (...given: readonly unknown[]) => {
      asked.push(given);
      return Promise.resolve(context);
    };
    const refused = question(policyOf(true));
    expect(await findTarget(readContext, contextOf(basic, digital), refused)).toEqual({
      found: false,
      refusals: [refusal],
      context,
    });
    expect(asked).toEqual([[context.organisation.id, 'fresh']]);
  });
});
