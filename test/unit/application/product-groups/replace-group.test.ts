import { beforeEach, describe, expect, test } from '@jest/globals';
import type { ReplaceGroupCommand } from '../../../../src/application/product-groups/group-commands.js';
import { makeReplaceGroup } from '../../../../src/application/product-groups/replace-group.js';
import type { ProductGroup } from '../../../../src/domain/catalogue/product-group.js';
import { toInstant } from '../../../../src/domain/time/instant.js';
import { noon } from '../catalogue/editing-world.js';
import { buildTierRow, type GroupWorld, startGroups } from './group-world.js';

let world: GroupWorld;
let group: ProductGroup;
beforeEach(async () => {
  world = await startGroups();
  group = await world.made();
  world.deps.clock.set(toInstant(noon + 1_000));
});

const replace = (given: Partial<ReplaceGroupCommand> = {}) =>
  makeReplaceGroup(world.deps)({
    organisationId: world.organisationId,
    id: group.id,
    name: group.name,
    enabled: true,
    forceSameBillingInterval: null,
    tiers: null,
    ifMatch: null,
    ...given,
  });
const tierIds = (it: Awaited<ReturnType<typeof replace>>) =>
  it.ok ? it.group.tiers.map(({ id }) => id) : [];

describe('A product group that is replaced', () => {
  test('is what is given, one version further, and known to this process at once', async () => {
    await world.cached();
    const next = {
      ...group,
      name: 'Other',
      enabled: false,
      forceSameBillingInterval: true,
      version: 2,
      updatedAt: noon + 1_000,
    };
    expect(
      await replace({ name: 'Other', enabled: false, forceSameBillingInterval: true }),
    ).toEqual({ ok: true, group: next, catalogue: await world.cached() });
    expect((await world.cached())?.groupsById.get(group.id)).toEqual(next);
    expect(await world.stored()).toEqual([next]);
  });

  test('by what it is already stays at its version', async () => {
    const rows = [...group.tiers].toReversed();
    expect(await replace({ tiers: rows })).toMatchObject({ ok: true, group });
    expect(await replace({ tiers: [buildTierRow(2), buildTierRow(1)] })).toMatchObject({ group });
  });

  test('keeps the tiers whose package is there, makes others, and loses the rest', async () => {
    const replaced = await replace({ tiers: [buildTierRow(3), buildTierRow(2)] });
    const [kept, added, ...others] = tierIds(replaced);
    expect(kept).toBe(group.tiers[1]?.id);
    expect(group.tiers.map((it) => it.id)).not.toContain(added);
    expect(others).toEqual([]);
  });

  test('is refused where a row is wrong', async () => {
    const tiers = [buildTierRow(1), buildTierRow(2, { position: 1 })];
    expect(await replace({ tiers })).toEqual({
      ok: false,
      failure: 'invalid',
      faults: [{ path: ['tiers', 1, 'position'], code: 'duplicate' }],
    });
  });

  test('is refused at another version than is expected, before anything is said of its rows', async () => {
    const wrong = [buildTierRow(1, { id: group.id as never })];
    expect(await replace({ ifMatch: [2], tiers: wrong })).toEqual({
      ok: false,
      failure: 'version_mismatch',
    });
  });

  test('comes one after the other where many come at once, each whole', async () => {
    const given = ['a', 'b', 'c', 'd'].map((name, place) => ({
      name,
      tiers: [buildTierRow(1, { label: name }), buildTierRow(2, { position: 5 + place })],
    }));
    const replaced = await Promise.all(given.map(replace));
    expect(replaced.map((it) => it.ok && it.group.version).toSorted()).toEqual([2, 3, 4, 5]);
    const [last] = await world.stored();
    expect(last?.tiers[0]?.label).toBe(last?.name);
  });
});

describe('A tier that is in use', () => {
  beforeEach(() => world.subscribe(group.tiers[0]?.id));
  const inUse = () => ({ ok: false, failure: 'tier_in_use', tierIds: [group.tiers[0]?.id] });

  test('cannot go', async () => {
    expect(await replace({ tiers: [buildTierRow(2)] })).toEqual(inUse());
    expect(await world.stored()).toEqual([group]);
  });

  test('cannot get another package', async () => {
    const id = group.tiers[0]?.id ?? null;
    expect(await replace({ tiers: [buildTierRow(3, { id }), buildTierRow(2)] })).toEqual(inUse());
  });

  test('may be edited in every other way', async () => {
    const edits = {
      position: 9,
      label: 'Best',
      upgradeable: false,
      downgradeable: false,
      changeTiming: 'immediately',
      creditType: 'full',
    } as const;
    expect(await replace({ tiers: [buildTierRow(1, edits)], enabled: false })).toMatchObject({
      ok: true,
      group: { enabled: false, tiers: [{ ...edits, id: group.tiers[0]?.id }] },
    });
  });
});

test('A group that is replaced keeps to its limits, whoever writes it', async () => {
  const before = await world.stored();
  const rows = Array.from({ length: 101 }, (_, at) => buildTierRow(at + 1));
  expect(await replace({ tiers: rows })).toMatchObject({
    failure: 'invalid',
    faults: [{ path: ['tiers'], code: 'range' }],
  });
  expect(await replace({ name: 'x'.repeat(256) })).toMatchObject({
    failure: 'invalid',
    faults: [{ path: ['name'], code: 'invalid' }],
  });
  expect(await world.stored()).toEqual(before);
});
