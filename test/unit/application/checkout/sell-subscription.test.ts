import { describe, expect, test } from '@jest/globals';
import {
  makeSellSubscription,
  type Sale,
} from '../../../../src/application/checkout/sell-subscription.js';
import { makeReadOrganisationContext } from '../../../../src/application/catalogue/read-organisation-context.js';
import { faultsOf, startCheckout } from '../../../support/checkout-world.js';
import { surroundingsAt } from '../../../support/process.js';
import { newId } from '../../../support/stored/ids.js';

async function begin(place?: 'no_owner') {
  const world = await startCheckout();
  const { stores, time, useCases, organisationId, accountId } = world;
  const told: unknown[] = [];
  const sell = makeSellSubscription({
    ...stores,
    ...(place === undefined ? {} : { productPlaces: { take: () => Promise.resolve(place) } }),
    ...surroundingsAt(time, { onCommitted: (rows) => told.push(rows) }),
    readContext: makeReadOrganisationContext({ ...stores, clock: time }),
    organisationNow: useCases.organisationNow,
  });
  const sale: Sale = {
    organisationId,
    accountId,
    order: world.orderOf(),
    id: newId(),
    invoiceId: newId(),
    takesLinkedTier: true,
  };
  return { ...world, told, sale, sell: (edits: Partial<Sale> = {}) => sell({ ...sale, ...edits }) };
}

describe('What is sold', () => {
  test('is inserted with all that is to be told of it, to be drained by others', async () => {
    const { sell, sale, stored, tier, told } = await begin();
    expect(await sell()).toEqual({ ok: true });
    const { product, outbox } = await stored({ id: sale.id });
    expect(product).toMatchObject({
      tierId: tier.id,
      paid: { document: { invoice: sale.invoiceId } },
    });
    expect(outbox.map(({ events }) => events.map(({ type }) => type))).toEqual([
      ['user_product_created', 'invoice.created'],
    ]);
    expect(told).toEqual([[]]);
  });

  test('is on no tier where it takes none, and has an invoice of its own id where none is chosen', async () => {
    const { sell, sale, stored } = await begin();
    await sell({ takesLinkedTier: false, invoiceId: null });
    const { product } = await stored({ id: sale.id });
    expect(product.tierId).toBeNull();
    expect(product.paid.document).not.toEqual({ invoice: sale.invoiceId });
  });

  test('under one id is what was sold first', async () => {
    const { sell, sale, stored, seatsPeriod, orderOf } = await begin();
    await sell();
    expect(await sell({ order: orderOf({ periodId: seatsPeriod }) })).toEqual({ ok: true });
    expect((await stored({ id: sale.id })).product.packageCode).toBe('starter');
  });

  test('is nothing where the account has gone in between', async () => {
    const { sell, rows } = await begin('no_owner');
    expect(faultsOf(await sell())).toEqual(['accountId not_found']);
    expect(await rows()).toEqual([]);
  });
});
