import { describe, expect, test } from '@jest/globals';
import { toId, type TierId } from '../../../../src/domain/ids.js';
import { beginGroupLife } from '../../../support/group-life.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { newId } from '../../../support/stored/ids.js';

const april = { validFrom: '2027-04-01T00:00:00+02:00', validTo: '2027-05-01T00:00:00+02:00' };
const tiers = [
  { code: 'starter', price: 1_000, downgradeable: false },
  { code: 'pro', price: 3_000 },
  { code: 'max', price: 9_000, changeTiming: 'end_of_period' as const },
];
const begin = () => beginGroupLife(openMemoryStores(), { ...april, on: 'starter', tiers });

async function previewOf(code: string) {
  const life = await begin();
  // In the middle of April, which its 30 days make the middle of the period that begins then, too.
  await life.moveTo('2027-04-16T00:00:00+02:00');
  const { organisation } = life.seeded;
  const seen = await life.useCases.previewTier({
    organisationId: organisation.id,
    tierId: life.tierOf(code).id,
    periodId: null,
  });
  if (seen === null) throw new Error('there is no such tier');
  return { life, seen };
}

describe('What a customer on a tier would see', () => {
  test('is what the customer sees who is in the middle of a period', async () => {
    const { life, seen } = await previewOf('starter');
    const listed = await life.options();
    const amounts = (decisions: typeof seen.tiers) =>
      decisions.flatMap(({ periods }) =>
        periods.map(({ decision }) => [decision.kind, decision.amounts.settlement]),
      );
    expect(amounts(seen.tiers)).toEqual(
      listed.options.flatMap(({ periods }) =>
        periods.map(({ decision }) => [decision.kind, decision.amounts.settlement]),
      ),
    );
    expect(seen.tiers.find((it) => it.periods.length === 0)?.refusals[0]?.reason).toBe(
      'nothing_to_change',
    );
  });

  test('is of the tier that is asked for', async () => {
    const { seen } = await previewOf('pro');
    expect(seen.product.endedBy).toBeNull();
    expect(seen.tiers.map(({ periods }) => periods[0]?.decision.kind)).toEqual([
      'downgrade',
      undefined,
      'upgrade',
    ]);
  });

  test('writes nothing', async () => {
    const { life } = await previewOf('pro');
    expect(await life.all()).toHaveLength(1);
  });

  test('is nothing where there is no such tier, or no such organisation', async () => {
    const life = await begin();
    const { previewTier } = life.useCases;
    const tierId = toId<TierId>('f'.repeat(24));
    const { id: organisationId } = life.seeded.organisation;
    expect(await previewTier({ organisationId, tierId, periodId: null })).toBeNull();
    const own = life.tierOf('pro').id;
    expect(await previewTier({ organisationId: newId(), tierId: own, periodId: null })).toBeNull();
  });
});
