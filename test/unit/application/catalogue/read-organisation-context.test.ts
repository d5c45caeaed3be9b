import { beforeEach, describe, expect, test } from '@jest/globals';
import { makeReadOrganisationContext } from '../../../../src/application/catalogue/read-organisation-context.js';
import type { ReadOrganisationContext } from '../../../../src/application/catalogue/organisation-context.js';
import { toInstant } from '../../../../src/domain/time/instant.js';
import { buildProductGroup, buildTier } from '../../../support/domain/build-product-group.js';
import { type InMemoryProcess, startInMemory } from '../../../support/in-memory-process.js';
import { newId } from '../../../support/stored/ids.js';

let world: InMemoryProcess;
let reads: number;
let fails: boolean;
let read: ReadOrganisationContext;
beforeEach(async () => {
  world = await startInMemory();
  reads = 0;
  fails = false;
  const { stores, time } = world;
  const find: typeof stores.organisations.find = (id) => {
    reads += 1;
    return fails ? Promise.reject(new Error('away')) : stores.organisations.find(id);
  };
  const organisations = { ...stores.organisations, find };
  read = makeReadOrganisationContext({ ...stores, organisations, clock: time });
});
const pass = (ms: number): void => {
  world.time.set(toInstant(world.time.now() + ms));
};

describe('An organisation with its catalogue', () => {
  test('is what the stores hold', async () => {
    const context = await read(world.organisationId);
    expect(context?.organisation).toEqual(world.seeded.organisation);
    expect([...(context?.catalogue.packagesByCode.keys() ?? [])]).toEqual(
      world.seeded.packages.map((it) => it.code).toSorted(),
    );
  });

  test('has its product groups beside its packages, and what a part of a period is counted in', async () => {
    const tier = buildTier({ number: 1 });
    const group = buildProductGroup({ tiers: [tier] });
    await world.stores.productGroups.insert(world.organisationId, group);
    await world.stores.organisations.save({
      ...world.seeded.organisation,
      prorationGrain: 'second',
    });
    const { catalogue } = (await read(world.organisationId)) ?? {};
    expect(catalogue?.groupsById.get(group.id)).toEqual(group);
    expect(catalogue?.tiersById.get(tier.id)).toEqual({ tier, group });
    expect(catalogue?.prorationGrain).toBe('second');
  });

  test('is read once in two seconds, however many ask', async () => {
    await Promise.all(Array.from({ length: 5 }, () => read(world.organisationId)));
    pass(1_999);
    await read(world.organisationId);
    expect(reads).toBe(1);
    pass(1);
    await read(world.organisationId);
    expect(reads).toBe(2);
  });

  test('is read again where it has to be fresh, and kept from then on', async () => {
    await read(world.organisationId);
    await read(world.organisationId, 'fresh');
    await read(world.organisationId);
    expect(reads).toBe(2);
  });

  test('is read again where the clock went back', async () => {
    await read(world.organisationId);
    pass(-2_000);
    await read(world.organisationId);
    expect(reads).toBe(2);
  });

  test('is not kept where reading failed, or where there is none', async () => {
    fails = true;
    await expect(read(world.organisationId)).rejects.toThrow('away');
    fails = false;
    expect(await read(world.organisationId)).not.toBeNull();
    const nobody = newId<typeof world.organisationId>();
    expect([await read(nobody), await read(nobody)]).toEqual([null, null]);
    expect(reads).toBe(4);
  });
});
