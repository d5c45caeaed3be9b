import { describe, expect, test } from '@jest/globals';
import type { ChangeOptions } from '../../../../src/application/product-groups/list-change-options.js';
import { beginGroupLife, type SoldTier } from '../../../support/group-life.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { makeTestKeys, signedQuotes } from '../../../support/signed-quotes.js';
import { at } from '../../../support/organisation.js';
import { makeTestTime } from '../../../support/process.js';

const april = { validFrom: '2027-04-01T00:00:00+02:00', validTo: '2027-05-01T00:00:00+02:00' };
const seats = { chargeModel: 'per_unit', quantityEditable: true, maxQuantity: 50 } as const;
const tiers: readonly SoldTier[] = [
  { code: 'free', price: 0 },
  { code: 'basic', price: 1_000, downgradeable: false },
  { code: 'team', price: 400, billing: seats },
  { code: 'pro', price: 3_000, creditType: 'full' },
  { code: 'max', price: 9_000, changeTiming: 'end_of_period' },
];
const quotes = signedQuotes(makeTestTime(at(april.validFrom)), makeTestKeys());
const begin = () =>
  beginGroupLife(openMemoryStores(), { ...april, on: 'basic', tiers, changed: { quotes } });
const codesOf = (listed: ChangeOptions) => {
  const codeOf = (packageId: string) =>
    [...listed.context.catalogue.packagesById.values()].find((it) => it.id === packageId)?.code;
  return {
    options: listed.options.map((it) => codeOf(it.tier.packageId)),
    refused: listed.refused.map((it) => [
      codeOf(it.tier.packageId),
      ...it.refusals.map(({ reason }) => reason),
    ]),
  };
};

describe('What a subscription may be switched to', () => {
  test('is every tier of its group, in one of two lists, by position', async () => {
    const life = await begin();
    expect(codesOf(await life.options())).toEqual({
      options: ['team', 'pro', 'max'],
      refused: [
        ['free', 'not_downgradeable'],
        ['basic', 'nothing_to_change'],
      ],
    });
  });

  test.each(['team', 'pro', 'max'])(
    'is accepted by apply at the same instant with just the amounts that were shown, with the quote and without: %s',
    async (code) => {
      for (const isQuoted of [true, false]) {
        const life = await begin();
        await life.moveTo('2027-04-01T00:05:00+02:00');
        const listed = await life.options(code === 'team' ? 7 : undefined);
        const option = listed.options.find((it) => it.tier.id === life.tierOf(code).id);
        const [shown] = option?.periods ?? [];
        if (shown === undefined) throw new Error('not listed');
        const applied = await life.apply(code, {
          ...(code === 'team' ? { quantity: 7 } : {}),
          ...(isQuoted ? { quote: shown.quote } : {}),
        });
        if (!applied.ok || !('id' in applied)) throw new Error(JSON.stringify(applied));
        const { timeZone } = life.seeded.organisation;
        const { terms, quantity } = await life.useCases.readApplied(applied, timeZone);
        const { amounts, kind, rule, effectiveAt, target } = shown.decision;
        expect({ ...terms, quantity }).toMatchObject({ kind, rule, effectiveAt });
        expect([terms.amounts.settlement, quantity]).toEqual([amounts.settlement, target.quantity]);
      }
    },
  );

  test.each(['free', 'basic'])('is refused by apply for the same reasons: %s', async (code) => {
    const life = await begin();
    const { refused } = codesOf(await life.options());
    const [, ...reasons] = refused.find(([name]) => name === code) ?? [];
    const applied = await life.apply(code);
    if (applied.ok || applied.failure !== 'refused') throw new Error('accepted');
    expect(applied.refusals.map((it) => it.reason)).toEqual(reasons);
  });

  test('takes the quantity that is asked for where it counts and fits, and says where it does not', async () => {
    const life = await begin();
    const quantities = async (asked: number) =>
      (await life.options(asked)).options.map(({ periods }) => [
        periods[0]?.decision.target.quantity,
        periods[0]?.isQuantityLeft,
      ]);
    expect(await quantities(7)).toEqual([
      [7, false],
      [1, true],
      [1, true],
    ]);
    expect((await quantities(51))[0]).toEqual([1, true]);
  });

  test('writes nothing, and is nothing outside a group or for another account', async () => {
    const life = await begin();
    const before = await life.current();
    await life.options();
    expect(await life.current()).toEqual(before);
    const { organisationId, id: userProductId } = before;
    const key = { organisationId, userProductId, quantity: null };
    const { listChangeOptions, assignTier } = life.useCases;
    const other = { ...key, accountId: userProductId as never };
    expect(await listChangeOptions(other)).toEqual({ ok: false, failure: 'not_found' });
    await assignTier({ organisationId, accountId: null, userProductId, tierId: null });
    expect(await listChangeOptions({ ...key, accountId: null })).toEqual({
      ok: false,
      failure: 'no_product_group',
    });
  });
});
