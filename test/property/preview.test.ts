import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toInstant } from '../../src/domain/time/instant.js';
import { brokenPromises } from '../support/broken-promises.js';
import { at, makePackage, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
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
  msIn: fc.oneof(fc.nat(29 * 86_400_000), fc.nat(70 * 86_400_000)),
});

describe('What a preview says', () => {
  let database: TestStores;
  beforeAll(async () => {
    database = await openTestStores();
  });
  afterAll(() => database.close());

  test('is what an execution at the same instant does', async () => {
    let executed = 0;
    await fc.assert(
      fc.asyncProperty(lives, async (life) => {
        const { stores } = database;
        fc.pre(life.code !== life.waiting);
        const packages = codes.map((code, index) =>
          makePackage(code, {
            rank: life.ranks[index] ?? 'unranked',
            price: life.prices[index] ?? 0,
            periods: [{}, { type: 'limited' }],
          }),
        );
        const seeded = await seedOrganisation(stores, { packages });
        const product = await seeded.subscribe({ code: 'own', type: life.type, ...april });
        const { organisationId, accountId } = product;
        const time = makeTestTime(at(april.validFrom));
        const useCases = startProcess(onlyFor(stores, seeded.organisation), time);
        if (life.waiting !== null) {
          await useCases.requestChange(seeded.request(product, life.waiting, 'explicit'));
        }
        time.set(toInstant(at(april.validFrom) + life.msIn));
        const asked = seeded.request(product, life.code, life.behaviour);

        const preview = await useCases.previewChange(asked);
        const answer = await useCases.requestChange(asked);
        if (preview?.allowed !== true) {
          expect(answer).toEqual({ ok: false, failure: 'refused', refusals: preview?.refusals });
          return;
        }
        executed += 1;
        if (!('id' in answer)) throw new Error(JSON.stringify(answer));
        const decision = preview.decision;
        await useCases.drainOutbox(organisationId);
        const changes = await stores.changes.listByAccount(organisationId, accountId);
        const { kind, rule, effectiveAt, amounts, target, requirements } = decision;
        expect(changes).toContainEqual(
          expect.objectContaining({ kind, rule, effectiveAt, amounts, target, requirements }),
        );
        // What waits is carried out at the instant that the preview named.
        time.set(effectiveAt > time.now() ? effectiveAt : time.now());
        await useCases.runPeriodEnd(never);
        await useCases.drainOutbox(organisationId);
        const rows = await stores.userProducts.listByAccount(organisationId, accountId);
        expect(rows.map((row) => row.product)).toContainEqual(
          expect.objectContaining({
            packageCode: life.code,
            validFrom: effectiveAt,
            validTo: decision.next.validTo,
            soldPeriod: target.period,
          }),
        );
        expect(await brokenPromises(stores, organisationId, accountId)).toEqual([]);
      }),
      { seed: 20_261_121, numRuns: 50 },
    );
    expect(executed).toBeGreaterThan(15);
  });
});
