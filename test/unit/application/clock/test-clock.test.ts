import { describe, expect, test } from '@jest/globals';
import { at } from '../../../support/domain/at.js';
import { startInMemory } from '../../../support/in-memory-process.js';
import { newId } from '../../../support/stored/ids.js';

const april = at('2026-04-20T00:00:00+02:00');
const july = at('2026-07-01T00:00:00+02:00');
const timeZone = 'Europe/Stockholm';
const isLive = { ok: false, failure: 'organisation_is_live' };

async function begin(live = false) {
  const world = await startInMemory({ live });
  const { useCases, organisationId } = world;
  return {
    ...world,
    read: () => useCases.readTestClock({ organisationId }),
    set: (to: typeof april) => useCases.setTestClock({ organisationId, at: to }),
  };
}

describe('A test clock', () => {
  test('shows real time until it is set', async () => {
    const { read, set, time } = await begin();
    expect(await read()).toEqual({ ok: true, now: time.now(), timeZone });
    expect(await set(april)).toEqual({ ok: true, now: april, timeZone, applied: 0 });
    expect(await read()).toEqual({ ok: true, now: april, timeZone });
  });

  test('that is moved ends every period on the way, and tells of it before it answers', async () => {
    const { set, subscribe, stored, told } = await begin();
    const product = await subscribe();
    expect(await set(july)).toMatchObject({ applied: 3 });
    expect((await stored(product)).product.validTo).toBe(at('2026-08-01T00:00:00+02:00'));
    expect(await told()).toEqual([
      'user_product_created',
      ...Array<string>(3).fill('user_product_renewed'),
    ]);
  });

  test('moves forward only; set again where it stands it finishes what a crash left', async () => {
    const { set, stores, organisationId, subscribe } = await begin();
    await subscribe();
    await stores.organisations.setTestClock(organisationId, july);
    expect(await set(july)).toMatchObject({ applied: 3 });
    expect(await set(july)).toMatchObject({ applied: 0 });
    expect(await set(april)).toEqual({ ok: false, failure: 'clock_moves_forward_only' });
  });

  test('is not for a live organisation, nor for one that goes live meanwhile', async () => {
    const live = await begin(true);
    expect([await live.read(), await live.set(april)]).toEqual([isLive, isLive]);
  });

  test('of no organisation is a broken promise', async () => {
    const { useCases } = await begin();
    await expect(useCases.readTestClock({ organisationId: newId() })).rejects.toThrow('not there');
  });
});
