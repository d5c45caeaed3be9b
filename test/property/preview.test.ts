import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import type { TokenKeys } from '../../src/credentials/token-keys.js';
import { toInstant } from '../../src/domain/time/instant.js';
import type { PaywayChangePreview } from '../../src/http/payway/payway-changes.js';
import { brokenPromises } from '../support/broken-promises.js';
import { at, makePackage, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { repriced } from '../support/quoting.js';
import { makeTestKeys, signedQuotes } from '../support/signed-quotes.js';
import { onlyFor, openTestStores, type TestStores } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const never = (): boolean => false;

const price = fc.constantFrom(0, 1, 4_999, 10_000, 20_001);
const codes = ['own', 'one', 'two', 'three'] as const;
const lives = fc.record({
  prices: fc.tuple(price, price, price, price),
  ranks: fc.tuple(...codes.map(() => fc.constantFrom('unranked' as const, 1, 2, 3))),
  waiting: fc.constantFrom(null, 'one', 'two'),
  code: fc.constantFrom(...codes),
  behaviour: fc.constantFrom('default' as const, 'default' as const, 'explicit' as const),
  type: fc.constantFrom('recurring' as const, 'recurring' as const, 'limited' as const),
  repricedTo: fc.constantFrom(null, null, 3_000, 30_000),
  isQuoted: fc.boolean(),
  asksAgain: fc.boolean(),
  msIn: fc.oneof(fc.nat(29 * 86_400_000), fc.nat(70 * 86_400_000)),
});

type Given = typeof lives extends fc.Arbitrary<infer It> ? It : never;
type Allowed = Extract<PaywayChangePreview, { allowed: true }>;

/** A subscription in an organisation of its own, with what waits, the prices as they are by now, and what is asked. */
async function begin(
  stores: ChangeStores,
  keys: TokenKeys,
  { waiting, repricedTo, asksAgain, ...given }: Given,
) {
  const packages = codes.map((code, index) =>
    makePackage(code, {
      rank: given.ranks[index] ?? 'unranked',
      price: given.prices[index] ?? 0,
      periods: [{}, { type: 'limited' }],
    }),
  );
  const seeded = await seedOrganisation(stores, { packages });
  const product = await seeded.subscribe({ code: 'own', type: given.type, ...april });
  const time = makeTestTime(at(april.validFrom));
  const quotes = signedQuotes(time, keys);
  const useCases = startProcess(onlyFor(stores, seeded.organisation), time, { quotes });
  if (waiting !== null) await useCases.requestChange(seeded.request(product, waiting, 'explicit'));
  for (const code of repricedTo === null ? [] : codes.slice(1)) {
    await seeded.editPackage(code, (it) => repriced(it, repricedTo ?? 0));
  }
  // Beyond the two seconds that a catalogue may be old.
  time.set(toInstant(at(april.validFrom) + 3_000 + given.msIn));
  const isAgain = asksAgain && waiting !== null;
  const asked = isAgain
    ? seeded.request(product, waiting, 'explicit')
    : seeded.request(product, given.code, given.behaviour);
  return { product, time, useCases, asked };
}
type Begun = Awaited<ReturnType<typeof begin>>;

/** The change is written as it was previewed. True: it was asked for before, and checked then. */
async function expectWritten(
  stores: ChangeStores,
  { product }: Begun,
  { decision }: Allowed,
): Promise<boolean> {
  const changes = await stores.changes.listByAccount(product.organisationId, product.accountId);
  const { kind, rule, effectiveAt, amounts, target } = decision;
  const checked = 'requirements' in decision ? { requirements: decision.requirements } : {};
  expect(changes).toContainEqual(
    expect.objectContaining({ kind, rule, effectiveAt, amounts, target, ...checked }),
  );
  return !('requirements' in decision);
}

/** What waits is carried out at the instant that the preview named. */
async function expectCarriedOut(
  stores: ChangeStores,
  { product, time, useCases, asked }: Begun,
  { decision: { effectiveAt, next, target } }: Allowed,
): Promise<void> {
  const { organisationId, accountId } = product;
  time.set(effectiveAt > time.now() ? effectiveAt : time.now());
  await useCases.runPeriodEnd(never);
  await useCases.drainOutbox(organisationId);
  const rows = await stores.userProducts.listByAccount(organisationId, accountId);
  const isRenewedSince = next.validTo <= time.now();
  expect(rows.map((row) => row.product)).toContainEqual(
    expect.objectContaining({
      packageCode: asked.packageCode,
      validFrom: effectiveAt,
      ...(isRenewedSince ? {} : { validTo: next.validTo, soldPeriod: target.period }),
    }),
  );
  expect(await brokenPromises(stores, organisationId, accountId)).toEqual([]);
}

describe('What a preview says', () => {
  let database: TestStores;
  beforeAll(async () => {
    database = await openTestStores();
  });
  afterAll(() => database.close());

  test('is what an execution at the same instant does, a repeat’s too (law 9)', async () => {
    let executed = 0;
    let repeated = 0;
    const keys = makeTestKeys();
    await fc.assert(
      fc.asyncProperty(lives, async (given) => {
        const { stores } = database;
        const begun = await begin(stores, keys, given);
        const { useCases, asked, product } = begun;
        const preview = await useCases.previewChange(asked);
        const quote = preview?.allowed === true && given.isQuoted ? preview.quote : null;
        const answer = await useCases.requestChange(quote === null ? asked : { ...asked, quote });
        if (preview?.allowed !== true) {
          expect(answer).toEqual({ ok: false, failure: 'refused', refusals: preview?.refusals });
          return;
        }
        executed += 1;
        expect(answer).toMatchObject({ ok: true });
        await useCases.drainOutbox(product.organisationId);
        if (await expectWritten(stores, begun, preview)) repeated += 1;
        await expectCarriedOut(stores, begun, preview);
      }),
      { seed: 20_261_121, numRuns: 60 },
    );
    expect(executed).toBeGreaterThan(15);
    expect(repeated).toBeGreaterThan(5);
  });
});
