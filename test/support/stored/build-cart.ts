import type { Cart } from '../../../src/application/ports/cart-store.js';
import { soldPeriodOf } from '../../../src/domain/catalogue/sold-period.js';
import { at } from '../domain/at.js';
import { buildPeriod } from '../domain/build-package.js';
import { newId } from './ids.js';

/** An open cart with one of a monthly period, but for what is given. */
export function buildCart(given: Partial<Cart> = {}): Cart {
  return {
    id: newId(),
    accountId: newId(),
    packageId: newId(),
    packageCode: 'basic',
    offered: soldPeriodOf(buildPeriod({ number: 101 })),
    quantity: 1,
    startAt: null,
    userProductId: newId(),
    invoiceId: newId(),
    status: 'open',
    createdAt: at('2026-04-16T00:00:00Z'),
    ...given,
  };
}
