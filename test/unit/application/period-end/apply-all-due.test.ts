import { describe, expect, test } from '@jest/globals';
import { makeReadOrganisationContext } from '../../../../src/application/catalogue/read-organisation-context.js';
import { makeApplyAllDue } from '../../../../src/application/period-end/apply-all-due.js';
import type { OrganisationId } from '../../../../src/domain/ids.js';
import type { Instant } from '../../../../src/domain/time/instant.js';
import { at } from '../../../support/domain/at.js';
import { newId } from '../../../support/stored/ids.js';
import { makeDueWorld } from './due-world.js';

async function begin() {
  const world = await makeDueWorld();
  const { deps, time, stores, organisationId } = world;
  const readContext = makeReadOrganisationContext({ ...stores, clock: time });
  return {
    ...world,
    applyAllDue: async (of: OrganisationId, upTo: Instant) => {
      const held = { extend: () => Promise.resolve(), release: () => Promise.resolve() };
      return makeApplyAllDue({ ...deps, readContext })({ organisationId: of, upTo, held });
    },
    /** When each event happened, in the order of the log; that of creating it left out. */
    instants: async () => {
      const log = await stores.events.read(organisationId, { after: 0, limit: 1_000 });
      return log
        .filter(({ event }) => event.type !== 'user_product_created')
        .map(({ event }) => event.occurredAt);
    },
  };
}

describe('Applying all that is due', () => {
  test('ends every period up to that instant, in the order of when they were due', async () => {
    const { applyAllDue, subscribe, organisationId, instants } = await begin();
    const days = ['2026-05-20', '2026-06-10', '2026-05-01', '2026-05-05'];
    for (const day of days) await subscribe({ validTo: `${day}T00:00:00+02:00` });
    const applied = await applyAllDue(organisationId, at('2026-08-15T00:00:00+02:00'));
    const told = await instants();
    // What is due on 10 June is in the first page, and comes after what the first of May makes due on 1 June.
    expect(told).toHaveLength(applied);
    expect(applied).toBeGreaterThan(2 * days.length);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  test('leaves what is due later, and does nothing twice', async () => {
    const { applyAllDue, subscribe, organisationId, stored } = await begin();
    const later = await subscribe({ validTo: '2026-05-10T00:00:00+02:00' });
    await subscribe();
    const may = at('2026-05-01T00:00:00+02:00');
    expect(await applyAllDue(organisationId, may)).toBe(1);
    expect(await applyAllDue(organisationId, may)).toBe(0);
    expect((await stored(later)).product.version).toBe(1);
  });

  test('goes on where one is set aside, or has a full outbox', async () => {
    const world = await begin();
    await world.subscribeBroken();
    const full = await world.subscribeFull();
    const june = at('2026-06-01T00:00:00+02:00');
    expect(await world.applyAllDue(world.organisationId, june)).toBe(2);
    expect((await world.stored(full)).product.version).toBe(3);
    expect([world.errors.length, world.setAsides()]).toEqual([1, 1]);
  });

  test('has nothing to do for an organisation that is not there', async () => {
    const { applyAllDue } = await begin();
    expect(await applyAllDue(newId(), at('2026-06-01T00:00:00Z'))).toBe(0);
  });
});
