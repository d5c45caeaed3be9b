import { describe, expect, test } from '@jest/globals';
import { readOrder, unknownAccount } from '../../../../src/application/checkout/read-order.js';
import { makeReadOrganisationContext } from '../../../../src/application/catalogue/read-organisation-context.js';
import { type CheckoutWorld, faultsOf, startCheckout } from '../../../support/checkout-world.js';
import { makePackage } from '../../../support/organisation.js';
import { newId } from '../../../support/stored/ids.js';

async function begin() {
  const world = await startCheckout();
  const { stores, time, useCases, organisationId, accountId } = world;
  const readContext = makeReadOrganisationContext({ ...stores, clock: time });
  const deps = { ...stores, readContext, organisationNow: useCases.organisationNow };
  await readContext(organisationId);
  const read = (order: Partial<ReturnType<CheckoutWorld['orderOf']>>, owner: object = {}) =>
    readOrder(deps, { organisationId, accountId, order: world.orderOf(order), ...owner });
  return { ...world, read };
}

describe('An order that is read', () => {
  test('comes to what is sold now', async () => {
    const { read, time, starter } = await begin();
    expect(await read({})).toMatchObject({
      ok: true,
      now: time.now(),
      settled: { pack: { id: starter.id }, quantity: 1, startAt: time.now() },
    });
  });

  test('finds what was put into the catalogue just now, by another process', async () => {
    const { read, stores, organisationId } = await begin();
    const pack = makePackage('new', { price: 100 });
    await stores.catalogues.savePackages(organisationId, [pack]);
    const [period] = pack.periods;
    const found = await read({ packageId: pack.id, periodId: period?.id ?? newId() });
    expect(found).toMatchObject({ ok: true, settled: { pack: { code: 'new' } } });
  });

  test('tells of an account that is unknown before all that is wrong with it', async () => {
    const { read, seatsPeriod } = await begin();
    const nobody = { accountId: newId() };
    expect(faultsOf(await read({ periodId: seatsPeriod, quantity: 99 }, nobody))).toEqual([
      'accountId not_found',
      'items.0.quantity range',
    ]);
    expect(await read({}, { organisationId: newId() })).toEqual(unknownAccount);
  });

  test('leaves it to whoever takes a place whether the account is there, if nothing else is wrong', async () => {
    const { read } = await begin();
    expect(await read({}, { accountId: newId() })).toMatchObject({ ok: true });
  });
});
