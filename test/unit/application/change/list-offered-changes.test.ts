import { describe, expect, test } from '@jest/globals';
import type { OfferedChanges } from '../../../../src/application/change/list-offered-changes.js';
import { startInMemory } from '../../../support/in-memory-process.js';
import { newId } from '../../../support/stored/ids.js';

const codes = ['premium', 'weekend', 'lite', 'basic', 'nothing', 'digital', 'lite'];

async function begin() {
  const world = await startInMemory();
  const product = await world.subscribe();
  const query = { ...world.keyOf(product), packageCodes: codes };
  const list = (given: Partial<typeof query> = {}) =>
    world.useCases.listOfferedChanges({ ...query, ...given }, 'default');
  return { ...world, product, list };
}

/** Of each period, the kind of the change to it or why there is none. */
function outcomesIn<Reason extends string>(seen: OfferedChanges<Reason> | null) {
  return seen?.offered.map((it) => [
    it.package.code,
    ...it.periods.map(({ outcome }) =>
      outcome.ok ? outcome.decision.kind : outcome.refusals.map(({ reason }) => reason).join(),
    ),
  ]);
}

describe('What is offered', () => {
  test('is each package once, by rank, unranked ones last, with every period of it', async () => {
    const { list } = await begin();
    const seen = await list();
    expect(seen?.offered.map((it) => it.package.code)).toEqual([
      ...['lite', 'basic', 'digital', 'premium', 'weekend'],
    ]);
    expect(seen?.offered.map((it) => it.periods.length)).toEqual([2, 2, 2, 2, 2]);
  });

  test('says of each period what would come of it, or why nothing would', async () => {
    const { list } = await begin();
    const outcomes = outcomesIn(await list({ packageCodes: ['digital', 'lite', 'basic'] }));
    expect(outcomes?.map(([code, recurring]) => [code, recurring])).toEqual([
      ['lite', 'downgrade'],
      ['basic', expect.stringContaining('same_package')],
      ['digital', 'upgrade'],
    ]);
  });

  test('is what a request then comes to', async () => {
    const { list, seeded, product, useCases } = await begin();
    await seeded.editPackage('digital', (it) => ({ ...it, archived: true }));
    const [digital] = (await list({ packageCodes: ['digital'] }))?.offered ?? [];
    expect(digital?.periods[0]?.outcome).toMatchObject({
      ok: false,
      refusals: [{ reason: 'target_not_on_sale' }],
    });
    expect(await useCases.requestChange(seeded.request(product, 'digital'))).toMatchObject({
      ok: false,
      refusals: [{ reason: 'target_not_on_sale' }],
    });
  });

  test('of one rank is by name', async () => {
    const { list, seeded } = await begin();
    await seeded.editPackage('premium', (it) => ({ ...it, rank: 20, name: 'a' }));
    const seen = await list({ packageCodes: ['digital', 'premium'] });
    expect(seen?.offered.map((it) => it.package.code)).toEqual(['premium', 'digital']);
  });

  test('is nothing of a user product that is unknown, or another account’s', async () => {
    const { list } = await begin();
    expect(await list({ userProductId: newId() })).toBeNull();
    expect(await list({ accountId: newId() })).toBeNull();
    expect(await list({ organisationId: newId() })).toBeNull();
  });

  test('writes nothing', async () => {
    const { list, stored, product } = await begin();
    const before = await stored(product);
    await list();
    expect(await stored(product)).toEqual(before);
  });
});
