import { describe, expect, test } from '@jest/globals';
import { makeHoldPeriodEnds } from '../../../../src/application/clock/hold-period-ends.js';
import { BusyError } from '../../../../src/application/ports/failures.js';
import { toInstant } from '../../../../src/domain/time/instant.js';
import { startInMemory } from '../../../support/in-memory-process.js';

async function begin() {
  const world = await startInMemory({ live: false });
  const { stores, time, organisationId } = world;
  const hold = makeHoldPeriodEnds({ ...stores, clock: time });
  return {
    ...world,
    hold: () => hold(organisationId),
    pass: (ms: number) => {
      time.set(toInstant(time.now() + ms));
    },
    isHeld: async () => (await stores.organisations.listHeld(time.now())).length === 1,
  };
}

describe('The period ends of an organisation', () => {
  test('are held by one at a time, until that one gives them back', async () => {
    const { hold, isHeld } = await begin();
    const first = await hold();
    expect([await hold(), await isHeld()]).toEqual([null, true]);
    await first?.release();
    expect(await isHeld()).toBe(false);
    expect(await hold()).not.toBeNull();
  });

  test('of a holder that died are free after fifteen seconds', async () => {
    const { hold, pass, isHeld } = await begin();
    await hold();
    pass(14_999);
    expect([await hold(), await isHeld()]).toEqual([null, true]);
    pass(1);
    expect(await isHeld()).toBe(false);
    expect(await hold()).not.toBeNull();
  });

  test('stay with a holder that goes on', async () => {
    const { hold, pass } = await begin();
    const first = await hold();
    for (let extended = 0; extended < 4; extended += 1) {
      pass(10_000);
      await first?.extend();
      expect(await hold()).toBeNull();
    }
  });

  test('are no longer those of a holder that came back too late', async () => {
    const { hold, pass, isHeld } = await begin();
    const late = await hold();
    pass(15_000);
    await hold();
    await expect(late?.extend()).rejects.toThrow(BusyError);
    await late?.release();
    expect(await isHeld()).toBe(true);
  });

  test('are free by themselves where giving them back fails', async () => {
    const { stores, time, organisationId } = await begin();
    const releasePeriodEnds = () => Promise.reject(new Error('away'));
    const organisations = { ...stores.organisations, releasePeriodEnds };
    const held = await makeHoldPeriodEnds({ ...stores, organisations, clock: time })(
      organisationId,
    );
    await expect(held?.release()).resolves.toBeUndefined();
  });
});
