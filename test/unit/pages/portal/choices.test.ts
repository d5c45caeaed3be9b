import { describe, expect, test } from '@jest/globals';
import { paywayBilling } from '../../../../src/domain/catalogue/billing-terms.js';
import { choicePattern } from '../../../../src/pages/kit/subscription/chosen.js';
import {
  choicesOfGroup,
  choicesOfOffer,
  quantityBounds,
} from '../../../../src/pages/portal/choices.js';
import { makePackage } from '../../../support/organisation.js';
import { startPortalPages } from '../../../support/portal-pages.js';

const perUnit = {
  ...paywayBilling,
  chargeModel: 'per_unit',
  quantityEditable: true,
  minQuantity: 2,
  maxQuantity: 9,
} as const;
const packages = [
  makePackage('basic', { price: 10_000, name: 'Basic', rank: 1 }),
  makePackage('seats', { price: 400, name: 'Seats', rank: 2, periods: [{ billing: perUnit }] }),
  makePackage('old', { price: 5_000, name: 'Old', rank: 3, archived: true }),
];

describe('Choices within a product group', () => {
  const sets = async () => {
    const world = await startPortalPages({
      packages,
      tiers: [{ code: 'seats', label: 'Team' }, { code: 'basic' }, { code: 'old' }],
    });
    const product = await world.subscribe({ edits: { tierId: world.tierOf('basic').id } });
    const listed = await world.useCases.listChangeOptions({
      ...world.keyOf(product),
      quantity: null,
    });
    if (!listed.ok) throw new Error(listed.failure);
    return { world, sets: choicesOfGroup(listed) };
  };

  test('stand by position, by their labels, else by the names of their packages', async () => {
    expect((await sets()).sets.map(({ name, isCurrent }) => [name, isCurrent])).toEqual([
      ['Team', false],
      ['Basic', true],
      ['Old', false],
    ]);
  });

  test('are sent as the tier and its period', async () => {
    const { world, sets: found } = await sets();
    const [value = ''] = found.flatMap((it) => it.choices).map((it) => it.value);
    expect(value).toMatch(choicePattern);
    expect(value.split('.')[0]).toBe(world.tierOf('seats').id);
  });

  test('that are refused for what is not told have no sentence', async () => {
    const old = (await sets()).sets.find(({ name }) => name === 'Old');
    expect([old?.choices, old?.refused]).toEqual([[], []]);
  });

  test('take the quantity that the widest of them takes', async () => {
    const { sets: found } = await sets();
    expect(quantityBounds(found)).toEqual({ least: 2, most: 9 });
    expect(quantityBounds([])).toBeNull();
  });
});

test('Choices of an offer stand by rank, each with its periods, or with why not', async () => {
  const world = await startPortalPages({ packages });
  const product = await world.subscribe();
  const packageCodes = ['seats', 'basic'];
  const query = { ...world.keyOf(product), packageCodes };
  const offered = await world.useCases.listOfferedChanges(query, 'default');
  if (offered === null) throw new Error('nothing is offered');
  const sets = choicesOfOffer(offered);
  expect(sets.map(({ name, isCurrent }) => [name, isCurrent])).toEqual([
    ['Basic', true],
    ['Seats', false],
  ]);
  expect(sets[0]).toMatchObject({ choices: [], refused: ['refused.same'] });
});
