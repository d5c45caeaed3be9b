import type { FindChangeDocuments } from '../application/billing/find-change-documents.js';
import type { FindDocument } from '../application/billing/find-document.js';
import type { ReadOrganisationContext } from '../application/catalogue/organisation-context.js';
import { makeCompleteCart } from '../application/checkout/complete-cart.js';
import { makeCreateCart } from '../application/checkout/create-cart.js';
import { makeCreateSubscription } from '../application/checkout/create-subscription.js';
import { makeFindCart } from '../application/checkout/find-cart.js';
import { makeSellSubscription } from '../application/checkout/sell-subscription.js';
import type { OrganisationNow } from '../application/clock/organisation-now.js';
import type { LoadUserProduct } from '../application/commit/load-user-product.js';
import type { ApplyDue } from '../application/user-product/apply-due.js';
import { makeCancelChain, makeReactivateChain } from '../application/user-product/cancel-chain.js';
import type {
  CancelUserProduct,
  ReactivateUserProduct,
} from '../application/user-product/edit-user-products.js';
import { makeFindUserProduct } from '../application/user-product/find-user-product.js';
import type { FindChain } from '../application/user-product/subscription-chain.js';
import type { ChangeStores, Surroundings } from './change-surroundings.js';

type Parts = {
  readonly readContext: ReadOrganisationContext;
  readonly organisationNow: OrganisationNow;
  readonly load: LoadUserProduct;
  readonly findChain: FindChain;
  readonly findDocument: FindDocument;
  readonly findChangeDocuments: FindChangeDocuments;
  readonly applyDue: ApplyDue;
  readonly cancelUserProduct: CancelUserProduct;
  readonly reactivateUserProduct: ReactivateUserProduct;
};

/** Subscriptions: made in the back office and by carts, read by their items, and ended. */
export function composeCheckout(shared: ChangeStores & Surroundings, parts: Parts) {
  const deps = { ...shared, ...parts };
  const sellSubscription = makeSellSubscription(deps);
  const findCart = makeFindCart(deps);
  return {
    createSubscription: makeCreateSubscription({ ...deps, sellSubscription }),
    createCart: makeCreateCart({ ...deps, findCart }),
    findCart,
    completeCart: makeCompleteCart({ ...deps, sellSubscription }),
    findUserProduct: makeFindUserProduct(deps),
    cancelChain: makeCancelChain(deps),
    reactivateChain: makeReactivateChain(deps),
  };
}
