import { beforeEach, describe, expect, test } from '@jest/globals';
import { makeCreatePeriod } from '../../../../src/application/catalogue/create-period.js';
import type { CreatePeriodCommand } from '../../../../src/application/catalogue/period-commands.js';
import { newBilling } from '../../../../src/application/catalogue/period-billing.js';
import type { PackageId, PaymentPeriodId } from '../../../../src/domain/ids.js';
import { buildPackage, buildPeriod, eur, money } from '../../../support/domain/build-package.js';
import { newId } from '../../../support/stored/ids.js';
import { type EditingWorld, made, noon, startEditing } from './editing-world.js';

const pack = buildPackage({ number: 100 });
const bundle = buildPackage({ number: 200, kind: 'bundle' });
let world: EditingWorld;
beforeEach(async () => {
  world = await startEditing([pack, bundle]);
});

const create = (given: Partial<CreatePeriodCommand> = {}) =>
  makeCreatePeriod(world.deps)({
    organisationId: world.organisationId,
    chosenId: null,
    packageId: pack.id,
    name: 'Monthly',
    enabled: true,
    interval: { unit: 'month', length: 1 },
    price: money(1_000, eur),
    billing: { chargeModel: 'per_unit', maxQuantity: 50 },
    ...given,
  });

describe('A payment period that is made by API', () => {
  test('recurs, is paid by invoice, and stands behind the others of its package', async () => {
    const id = newId<PaymentPeriodId>();
    const period = {
      id,
      type: 'recurring',
      paymentMethod: 'invoice',
      enabled: true,
      interval: { unit: 'month', length: 1 },
      price: money(1_000, eur),
      name: 'Monthly',
      billing: newBilling({ chargeModel: 'per_unit', maxQuantity: 50 }),
    };
    expect(await create({ chosenId: id })).toEqual({
      ok: true,
      period,
      package: { ...pack, periods: [...pack.periods, period] },
      revision: { version: 1, createdAt: noon, updatedAt: noon },
      inUse: false,
    });
    const sold = (await world.cached())?.packagesById.get(pack.id);
    expect(sold?.periods.at(-1)).toEqual(period);
  });

  test('makes its package no version further', async () => {
    await create();
    const revised = await world.stores.revisedPackages.find(world.organisationId, pack.id);
    expect(revised?.revision).toEqual({ version: 1, createdAt: made, updatedAt: made });
  });

  test('is one of five hundred of its package, and answered where it was made before', async () => {
    const periods = Array.from({ length: 499 }, (_, number) => buildPeriod({ number }));
    world = await startEditing([{ ...pack, periods }]);
    const chosenId = newId<PaymentPeriodId>();
    expect(await create({ chosenId })).toMatchObject({ ok: true });
    expect(await create()).toEqual({ ok: false, failure: 'full', most: 500 });
    expect(await create({ chosenId })).toMatchObject({ ok: true, period: { id: chosenId } });
  });

  test('is made once under an id that is chosen', async () => {
    const chosenId = newId<PaymentPeriodId>();
    const first = await create({ chosenId });
    expect(await create({ chosenId, name: 'Other' })).toEqual(first);
  });

  test.each([
    ['is unknown', newId<PackageId>(), 'not_found'],
    ['is of another kind', bundle.id, 'invalid'],
  ] as const)('is not made where its package %s', async (_, packageId, code) => {
    expect(await create({ packageId, billing: { chargeModel: 'flat_fee' } })).toEqual({
      ok: false,
      failure: 'invalid',
      faults: [{ path: ['packageId'], code }],
    });
  });

  test('is told all that is wrong with it at once', async () => {
    const billing = { chargeModel: 'per_unit', minQuantity: 3, maxQuantity: 2 } as const;
    expect(await create({ packageId: newId<PackageId>(), billing })).toMatchObject({
      faults: [{ path: ['billing', 'maxQuantity'] }, { path: ['packageId'] }],
    });
  });

  test('is not lost beside others that are made at once', async () => {
    const created = await Promise.all(['a', 'b', 'c', 'd'].map((name) => create({ name })));
    expect(created.every((it) => it.ok)).toBe(true);
    const names = (await world.cached())?.packagesById.get(pack.id)?.periods.map((it) => it.name);
    expect(names?.toSorted()).toEqual(['a', 'b', 'c', 'd', null]);
  });
});
