import { describe, expect, test } from '@jest/globals';
import { makeOrganisationNow } from '../../../../src/application/clock/organisation-now.js';
import { at } from '../../../support/domain/at.js';
import { startInMemory } from '../../../support/in-memory-process.js';

const may = at('2026-05-01T00:00:00+02:00');

async function begin(live: boolean) {
  const world = await startInMemory({ live });
  const { stores, time, seeded, organisationId } = world;
  const organisationNow = makeOrganisationNow({ ...stores, clock: time });
  return {
    ...world,
    now: () => organisationNow(seeded.organisation),
    setClock: () => stores.organisations.setTestClock(organisationId, may),
    goLive: () => stores.organisations.save({ ...seeded.organisation, live: true }),
    failing: makeOrganisationNow({
      clock: time,
      organisations: { readClock: () => Promise.reject(new Error('asked')) },
    }),
  };
}

describe('The now of an organisation', () => {
  test('that is live is real time, without a command', async () => {
    const { failing, seeded, time } = await begin(true);
    expect(await failing(seeded.organisation)).toBe(time.now());
  });

  test('that is not live is real time until its clock is set, then its clock', async () => {
    const { now, setClock, time } = await begin(false);
    expect(await now()).toBe(time.now());
    await setClock();
    expect(await now()).toBe(may);
  });

  test('is real time again once it has gone live elsewhere, or is gone', async () => {
    const { now, setClock, goLive, stores, organisationId, time } = await begin(false);
    await setClock();
    await goLive();
    expect(await now()).toBe(time.now());
    await stores.removal.remove(organisationId);
    expect(await now()).toBe(time.now());
  });
});
