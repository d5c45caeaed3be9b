import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ApplyTierResult } from '../../src/application/product-groups/apply-tier.js';
import type {
  ChangeOptions,
  PeriodOption,
} from '../../src/application/product-groups/list-change-options.js';
import type { PaymentPeriod } from '../../src/domain/catalogue/package.js';
import type { Tier } from '../../src/domain/catalogue/product-group.js';
import { isWithinQuantity, takesQuantity } from '../../src/domain/catalogue/quantity-in-force.js';
import type { PaymentPeriodId } from '../../src/domain/ids.js';
import { toInstant } from '../../src/domain/time/instant.js';
import { brokenPromises } from '../support/broken-promises.js';
import { fixedSeed } from '../support/domain/fixed-seed.js';
import { openMemoryStores } from '../support/memory-stores/open-memory-stores.js';
import { at, seedOrganisation } from '../support/organisation.js';
import { anyOptionWorld, type OptionWorld } from '../support/option-world.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { seedGroup } from '../support/seeded-group.js';
import { makeTestKeys, signedQuotes } from '../support/signed-quotes.js';
import { verifyFindings } from '../support/verify-findings.js';

const april = { validFrom: '2027-04-01T00:00:00+02:00', validTo: '2027-05-01T00:00:00+02:00' };
const keys = makeTestKeys();

/** The same world each time it is begun: an apply is tried on one of its own. */
async function begin(it: OptionWorld) {
  const stores = openMemoryStores();
  const seeded = await seedOrganisation(stores, { packages: it.packages });
  const organisationId = seeded.organisation.id;
  const sorted = it.order.flatMap((code) => it.tiers.filter((tier) => tier.code === code));
  const grouped = await seedGroup(stores, seeded, sorted);
  const { forceSameBillingInterval } = it;
  const group = { ...grouped.group, forceSameBillingInterval, version: 2 };
  await stores.productGroups.replace(organisationId, group);
  const { quantity: wanted, hasDocuments, state, provisionService } = it;
  const [own] = it.packages[0]?.periods ?? [];
  const quantity = own?.billing.chargeModel === 'per_unit' ? wanted : 1;
  const tierId = grouped.tierOf('own').id;
  const sold = { quantity, hasDocuments, createdFrom: 'api', provisionService, tierId } as const;
  const product = await seeded.subscribe({ code: 'own', ...april, edits: { ...sold, state } });
  const { accountId, id: userProductId } = product;
  const time = makeTestTime(at(april.validFrom));
  const quotes = signedQuotes(time, keys);
  const useCases = startProcess(stores, time, { quotes });
  if (it.waiting !== null) {
    await useCases.requestChange(seeded.request(product, it.waiting, 'explicit'));
  }
  if (it.archivesOwn) {
    await seeded.editPackage('own', (pack) => ({
      ...pack,
      periods: pack.periods.map((plan, index) => ({ ...plan, enabled: index > 0 })),
    }));
  }
  await stores.productGroups.replace(organisationId, { ...group, enabled: it.enabled, version: 3 });
  // Beyond the two seconds that a catalogue may be old.
  time.set(toInstant(it.now + 3_000));
  const key = { organisationId, accountId, userProductId };
  return {
    ...{ stores, useCases, key, product, time, grouped },
    options: () => useCases.listChangeOptions({ ...key, quantity: it.asked }),
    apply: (tier: Tier, named: Named): Promise<ApplyTierResult> => {
      const { quote, periodId, quantity: of } = named;
      const { named: none, quote: _, ...command } = grouped.apply(product, 'own');
      const quoted = quote === null ? {} : { quote };
      return useCases.applyTier({
        ...{ ...command, ...quoted },
        named: { ...none, tierId: tier.id, periodId, quantity: of },
      });
    },
  };
}
type Begun = Awaited<ReturnType<typeof begin>>;
type Named = {
  readonly periodId: PaymentPeriodId | null;
  readonly quantity: number | null;
  readonly quote: string | null;
};

/** What an apply came to is just what was shown of it. */
async function expectAsShown(
  { useCases, product, stores }: Begun,
  { decision }: PeriodOption,
  applied: ApplyTierResult,
): Promise<void> {
  if (!applied.ok || !('id' in applied)) throw new Error(JSON.stringify(applied));
  const context = await useCases.readContext(product.organisationId);
  if (context === null) throw new Error('there is no such organisation');
  const { terms, quantity, creditNote, invoice } = await useCases.readApplied(
    applied,
    context.catalogue.timeZone,
  );
  const { kind, rule, effectiveAt, amounts, target, next } = decision;
  const { validTo } = next;
  expect({ ...terms, quantity }).toEqual(
    expect.objectContaining({
      kind,
      rule,
      effectiveAt,
      validTo,
      amounts,
      quantity: target.quantity,
    }),
  );
  const settled = amounts.settlement;
  if (settled === null) throw new Error('a change within a group is settled');
  const { credit, used, charge } = settled;
  const documented = product.hasDocuments
    ? [credit.amountMinor, used.amountMinor + charge.amountMinor]
    : [0, 0];
  expect([creditNote?.netMinor ?? 0, invoice?.netMinor ?? 0]).toEqual(documented);
  await useCases.drainOutbox(product.organisationId);
  const { organisationId, accountId } = product;
  expect(await brokenPromises(stores, organisationId, accountId)).toEqual([]);
  const now = toInstant(product.validFrom);
  expect(await verifyFindings(stores, organisationId, now)).toEqual([]);
}

const reasonsOf = (applied: ApplyTierResult): readonly string[] => {
  if (applied.ok || applied.failure !== 'refused') throw new Error(JSON.stringify(applied));
  return applied.refusals.map((it) => it.reason);
};

async function listed(begun: Begun): Promise<ChangeOptions> {
  const options = await begun.options();
  if (!options.ok) throw new Error(options.failure);
  return options;
}

const quantityFor = ({ asked }: OptionWorld, { billing: of }: PaymentPeriod): number | null =>
  asked !== null && (!takesQuantity(of) || isWithinQuantity(of, asked)) ? asked : null;

describe('Within a product group (docs/spec/product-groups-api.md §3)', () => {
  test('every tier is in one of two lists, by position, and looking at them writes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anyOptionWorld, async (it) => {
        const begun = await begin(it);
        const { stores, product, grouped } = begun;
        const { organisationId, id } = product;
        const before = await stores.userProducts.find(organisationId, id);
        const { options, refused } = await listed(begun);
        const places = [options, refused].map((them) => them.map(({ tier }) => tier.position));
        for (const them of places) expect(them).toEqual(them.toSorted((a, b) => a - b));
        const ids = [...options, ...refused].map(({ tier }) => tier.id);
        expect(ids.toSorted()).toEqual(grouped.group.tiers.map((tier) => tier.id).toSorted());
        expect(options.every(({ periods }) => periods.length > 0)).toBe(true);
        expect(refused.every(({ refusals }) => refusals.length > 0)).toBe(true);
        expect(await stores.userProducts.find(organisationId, id)).toEqual(before);
      }),
      { ...fixedSeed, numRuns: 200 },
    );
  });

  test('each plan that is listed is accepted with just the amounts that were shown, with the quote and without', async () => {
    const seen = { immediately: 0, end_of_period: 0, credited: 0 };
    await fc.assert(
      fc.asyncProperty(anyOptionWorld, fc.nat(), fc.boolean(), async (it, pick, isQuoted) => {
        const begun = await begin(it);
        const plans = (await listed(begun)).options.flatMap(({ tier, periods }) =>
          periods.map((option) => ({ tier, option })),
        );
        const chosen = plans[pick % Math.max(1, plans.length)];
        if (chosen === undefined) return;
        const { tier, option } = chosen;
        const { decision, period: plan } = option;
        seen[decision.timing] += 1;
        if ((decision.amounts.settlement?.credit.amountMinor ?? 0) > 0) seen.credited += 1;
        const quantity = quantityFor(it, plan);
        const quote = isQuoted ? option.quote : null;
        const applied = await begun.apply(tier, { periodId: plan.id, quantity, quote });
        await expectAsShown(begun, option, applied);
      }),
      { ...fixedSeed, numRuns: 400 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
  });

  test('a tier that is refused is refused by apply for the same reasons, of each plan and of none', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(anyOptionWorld, async (it) => {
        const begun = await begin(it);
        const { refused } = await listed(begun);
        for (const { tier, refusals } of refused) {
          const reasons = refusals.map(({ reason }) => reason);
          for (const reason of reasons) seen.add(reason);
          const ofPlans = await Promise.all(
            tier.periodIds.map(async (periodId) =>
              reasonsOf(await begun.apply(tier, { periodId, quantity: null, quote: null })),
            ),
          );
          const unnamed = reasonsOf(
            await begun.apply(tier, { periodId: null, quantity: null, quote: null }),
          );
          const mustName = unnamed[0] === 'period_required';
          if (mustName) expect(new Set(reasons)).toEqual(new Set(ofPlans.flat()));
          else expect(reasons).toEqual(unnamed);
          seen.add(mustName ? 'several plans' : 'one plan or none');
        }
      }),
      { ...fixedSeed, numRuns: 300 },
    );
    // The worlds are such that each happens.
    expect([...seen].toSorted()).toEqual([
      'billing_interval_mismatch',
      'change_pending',
      'currency_mismatch',
      'not_downgradeable',
      'not_upgradeable',
      'nothing_to_change',
      'one plan or none',
      'payment_period_disabled',
      'product_group_disabled',
      'several plans',
      'target_not_on_sale',
      'user_product_ended',
      'user_product_not_active',
      'user_product_not_tulo_provisioned',
    ]);
  });
});
