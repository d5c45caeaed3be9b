import { expect, test } from '@jest/globals';
import type { ReadCart } from '../../../../../src/application/checkout/find-cart.js';
import { makeCatalogue } from '../../../../../src/domain/catalogue/catalogue.js';
import type { Package } from '../../../../../src/domain/catalogue/package.js';
import { soldPeriodOf } from '../../../../../src/domain/catalogue/sold-period.js';
import { cartShape, toCartItem } from '../../../../../src/http/product-groups/shapes/cart-shape.js';
import { at, stockholm } from '../../../../support/domain/at.js';
import { buildPackage, buildPeriod, eur, money } from '../../../../support/domain/build-package.js';
import { idOf } from '../../../../support/domain/id-of.js';
import { buildCart } from '../../../../support/stored/build-cart.js';
import { buildDocument } from '../../../../support/stored/build-document.js';
import { buildRow } from '../../../../support/stored/build-row.js';

const offered = soldPeriodOf(buildPeriod({ number: 101, price: money(1_000, eur) }));
const cart = buildCart({ packageId: idOf(100), packageCode: 'starter', offered, quantity: 3 });
const dearer = buildPeriod({ number: 101, price: money(1_200, eur) });

function printed(given: Partial<ReadCart> = {}, packages: readonly Package[] = []) {
  const catalogue = makeCatalogue({ timeZone: stockholm, currency: eur, packages });
  const context = { catalogue } as unknown as ReadCart['context'];
  const item = toCartItem({ cart, context, bought: null, invoice: null, ...given });
  expect(cartShape.parse(item)).toEqual(item);
  return item;
}

/** docs/spec/product-groups-api.md §4. */
test('An open cart shows its plan as that stands now: 10.00 EUR when it was made, 12.00 by now', () => {
  const pack = buildPackage({ number: 100, name: 'Starter', periods: [dearer] });
  expect(printed({}, [pack])).toMatchObject({
    id: cart.id,
    status: 'open',
    customer: cart.accountId,
    items: [
      {
        product: { id: idOf(100), name: 'Starter' },
        pricePlan: { id: idOf(101), price: { amount: 1_200 }, currencyCode: 'EUR' },
        quantity: 3,
      },
    ],
    subscription: null,
    invoice: null,
    version: 1,
  });
});

test('A plan that is gone by now is shown as it was when the cart was made', () => {
  expect(printed().items).toMatchObject([
    { product: { name: 'starter' }, pricePlan: { price: { amount: 1_000 } } },
  ]);
  const other = buildPackage({ number: 100, name: 'Starter', periods: [] });
  expect(printed({}, [other]).items).toMatchObject([
    { product: { name: 'Starter' }, pricePlan: { price: { amount: 1_000 } } },
  ]);
});

test('A completed cart shows what was bought, what that is now, and its invoice', () => {
  const first = buildRow({ packageId: idOf(100), soldPeriod: offered, quantity: 2 });
  const chain = {
    id: first.subscriptionId,
    accountId: first.accountId,
    createdAt: at('2026-04-16T00:00:00Z'),
    last: buildRow({ quantity: 5 }),
  };
  const completed = { ...cart, status: 'completed' } as const;
  const invoice = buildDocument(first);
  expect(printed({ cart: completed, bought: { first, chain }, invoice })).toMatchObject({
    status: 'completed',
    version: 2,
    items: [{ pricePlan: { price: { amount: 1_000 } }, quantity: 2 }],
    subscription: { id: chain.id, items: [{ quantity: 5 }] },
    invoice: { id: invoice.id, number: null, status: 'STATUS_FINALIZING' },
  });
});
