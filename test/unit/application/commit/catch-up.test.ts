import { describe, expect, test } from '@jest/globals';
import { catchUpLimit } from '../../../../src/application/commit/limits.js';
import { newCatchUpBudget } from '../../../../src/application/commit/catch-up.js';
import { BusyError, SetAsideError } from '../../../../src/application/ports/failures.js';
import { toInstant } from '../../../../src/domain/time/instant.js';
import { at } from '../../../support/domain/at.js';
import { buildCommit } from '../../../support/stored/build-commit.js';
import { firstOf, makeAttemptsWorld } from './attempts-world.js';

const july = '2026-07-01T00:00:00+02:00';
const monthMs = 31 * 86_400_000;

/** One whose period's end cannot be decided: no calendar goes so far. */
async function atTheEndOfTheCalendar() {
  const world = await makeAttemptsWorld({ now: '9999-12-31T12:00:00Z' });
  const { product } = await world.row();
  const next = { ...product, validTo: at('9999-12-15T00:00:00Z'), version: product.version + 1 };
  const { entry } = buildCommit(product);
  await world.stores.userProducts.commit(world.organisationId, {
    ...{ next, changeId: null, entry, successor: null, kept: null },
  });
  return world;
}

describe('Catching up', () => {
  test('ends sixty periods in one request, no more', async () => {
    const world = await makeAttemptsWorld({ now: july });
    world.time.set(toInstant(at(july) + catchUpLimit * monthMs));
    await expect(firstOf(world.attempts(world.write))).rejects.toThrow(BusyError);
    expect((await world.row()).product.version).toBe(1 + catchUpLimit);
    // The worker, or the next request, goes on.
    expect(await firstOf(world.attempts(world.write))).not.toBeNull();
  });

  test('takes from a budget that is given', async () => {
    const world = await makeAttemptsWorld({ now: july });
    const budget = newCatchUpBudget();
    await firstOf(world.attempts({ ...world.write, budget }));
    expect(budget.periods).toBe(catchUpLimit - 3);
  });

  test('waits for whoever ends the periods of the organisation, and gives up after a while', async () => {
    const world = await makeAttemptsWorld({ now: july, live: false });
    const { stores, organisationId, time } = world;
    const now = time.now();
    const hold = { holder: 'other', now, until: toInstant(now + 1_000) };
    await stores.organisations.holdPeriodEnds(organisationId, hold);
    await expect(firstOf(world.attempts(world.write))).rejects.toThrow(BusyError);
    expect([world.pauses.length, (await world.row()).product.version]).toEqual([20, 1]);
    await stores.organisations.releasePeriodEnds(organisationId, 'other');
    expect((await firstOf(world.attempts(world.write)))?.product.version).toBe(4);
  });

  test('of what cannot be decided sets it aside, told once', async () => {
    const world = await atTheEndOfTheCalendar();
    for (let tries = 0; tries < 3; tries += 1) {
      await expect(firstOf(world.attempts(world.write))).rejects.toThrow(SetAsideError);
    }
    expect((await world.row()).dueBlocked).toBe(true);
    expect(world.errors).toHaveLength(1);
  });
});
