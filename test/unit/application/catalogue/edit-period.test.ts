import { beforeEach, describe, expect, test } from '@jest/globals';
import { makeCreatePeriod } from '../../../../src/application/catalogue/create-period.js';
import { makeEditPackage } from '../../../../src/application/catalogue/edit-package.js';
import { makeEditPeriod } from '../../../../src/application/catalogue/edit-period.js';
import type { EditPeriodCommand } from '../../../../src/application/catalogue/period-commands.js';
import { buildPackage, buildPeriod, eur, money } from '../../../support/domain/build-package.js';
import { newId } from '../../../support/stored/ids.js';
import { type EditingWorld, made, noon, startEditing } from './editing-world.js';

const yearly = buildPeriod({ number: 101, interval: { unit: 'month', length: 12 } });
const limited = buildPeriod({ number: 102, type: 'limited' });
const pack = buildPackage({ number: 100, name: 'Starter', periods: [yearly, limited] });
let world: EditingWorld;
beforeEach(async () => {
  world = await startEditing([pack]);
});

const edit = (given: Partial<EditPeriodCommand> = {}) =>
  makeEditPeriod(world.deps)({
    organisationId: world.organisationId,
    id: yearly.id,
    billing: {},
    ifMatch: null,
    ...given,
  });
const unchanged = { ok: true, period: yearly, revision: { version: 1 } };

describe('An edit of a payment period', () => {
  test('changes what is given, and counts', async () => {
    const next = {
      ...yearly,
      name: 'Yearly',
      enabled: false,
      price: money(12_000),
      billing: { ...yearly.billing, payInAdvance: false, maxQuantity: 3 },
    };
    const given = {
      name: 'Yearly',
      enabled: false,
      amountMinor: 12_000,
      billing: { payInAdvance: false, maxQuantity: 3 },
    };
    expect(await edit(given)).toEqual({
      ok: true,
      period: next,
      package: { ...pack, periods: [next, limited] },
      revision: { version: 2, createdAt: made, updatedAt: noon },
      inUse: false,
    });
    expect((await world.cached())?.packagesById.get(pack.id)?.periods[0]).toEqual(next);
  });

  test('that changes nothing is answered at the same version, however it is spelled', async () => {
    const given = {
      packageId: pack.id,
      name: 'Starter 12M',
      enabled: true,
      interval: { unit: 'year', length: 1 },
      currency: yearly.price.currency,
      amountMinor: yearly.price.amountMinor,
      billing: yearly.billing,
    } as const;
    expect(await edit(given)).toMatchObject(unchanged);
    expect(await edit()).toMatchObject(unchanged);
  });

  test('of what is unknown or does not recur is none', async () => {
    const unknown = { ok: false, failure: 'not_found' };
    expect(await edit({ id: newId() })).toEqual(unknown);
    expect(await edit({ id: limited.id })).toEqual(unknown);
  });

  test('is refused where another version was expected', async () => {
    const moved = { ok: false, failure: 'version_mismatch' };
    expect(await edit({ ifMatch: [2] })).toEqual(moved);
    expect(await edit({ ifMatch: [1], enabled: false })).toMatchObject({ ok: true });
    expect(await edit({ ifMatch: [1], enabled: true })).toEqual(moved);
  });

  test('is told all that it cannot change, in the order of the fields', async () => {
    const given = {
      packageId: newId<typeof pack.id>(),
      interval: { unit: 'month', length: 1 },
      currency: eur,
      billing: { chargeModel: 'per_unit', maxQuantity: 0 },
    } as const;
    expect(await edit(given)).toEqual({
      ok: false,
      failure: 'invalid',
      faults: [
        { path: ['billing', 'chargeModel'], code: 'conflict' },
        { path: ['interval'], code: 'conflict' },
        { path: ['currency'], code: 'conflict' },
        { path: ['billing', 'maxQuantity'], code: 'range', bounds: { minimum: 1 } },
        { path: ['packageId'], code: 'conflict' },
      ],
    });
  });

  test('is not lost beside edits of its package and of its other periods', async () => {
    const { organisationId, deps } = world;
    const own = { organisationId, ifMatch: null };
    await Promise.all([
      edit({ enabled: false }),
      makeEditPackage(deps)({ ...own, id: pack.id, name: 'Other' }),
      makeCreatePeriod(deps)({
        organisationId,
        chosenId: null,
        packageId: pack.id,
        name: 'Monthly',
        enabled: true,
        interval: { unit: 'month', length: 1 },
        price: money(1_000),
        billing: { chargeModel: 'flat_fee' },
      }),
      edit({ amountMinor: 5 }),
    ]);
    const after = await world.stores.revisedPackages.find(organisationId, pack.id);
    expect(after?.package).toMatchObject({ name: 'Other', periods: { length: 3 } });
    const [edited] = after?.package.periods ?? [];
    expect(edited).toMatchObject({ enabled: false, price: { amountMinor: 5 } });
    expect(after?.revision.version).toBe(2);
    expect(after?.periodRevisions.get(yearly.id)?.version).toBe(3);
    expect(after?.edits).toBe(4);
  });
});
