import { backlogStoreContract } from './backlog-store.contract.js';
import { billingDocumentStoreContract } from './billing-document-store.contract.js';
import { cartStoreContract } from './cart-store.contract.js';
import { catalogueStoreContract } from './catalogue-store.contract.js';
import { changeStoreContract } from './change-store.contract.js';
import { documentsOfUserProductsContract } from './documents-of-user-products.contract.js';
import { dueRowsContract } from './due-rows.contract.js';
import { eventLogContract } from './event-log.contract.js';
import { idempotencyStoreContract } from './idempotency-store.contract.js';
import { keptAnswersContract } from './kept-answers.contract.js';
import type { OpenStores } from './open-stores.js';
import { operatorStoresContract } from './operator-stores.contract.js';
import { outboxStoreContract } from './outbox-store.contract.js';
import { ownersContract } from './owners.contract.js';
import { placesContract } from './places.contract.js';
import { catalogueUseContract } from './catalogue-use.contract.js';
import { chainStoreContract } from './chain-store.contract.js';
import { productGroupStoreContract } from './product-group-store.contract.js';
import { revisedPackageStoreContract } from './revised-package-store.contract.js';
import { userProductStoreContract } from './user-product-store.contract.js';
import { webhookDeliveryStoreContract } from './webhook-delivery-store.contract.js';
import { webhookEndpointStoreContract } from './webhook-endpoint-store.contract.js';
import { wholeOrganisationContract } from './whole-organisation.contract.js';

/** What every store promises, on whatever server the stores are opened. */
export function everyStoreContract(open: OpenStores): void {
  userProductStoreContract(open);
  keptAnswersContract(open);
  dueRowsContract(open);
  outboxStoreContract(open);
  backlogStoreContract(open);
  changeStoreContract(open);
  billingDocumentStoreContract(open);
  documentsOfUserProductsContract(open);
  eventLogContract(open);
  catalogueStoreContract(open);
  revisedPackageStoreContract(open);
  productGroupStoreContract(open);
  catalogueUseContract(open);
  chainStoreContract(open);
  cartStoreContract(open);
  ownersContract(open);
  wholeOrganisationContract(open);
  operatorStoresContract(open);
  placesContract(open);
  idempotencyStoreContract(open);
  webhookEndpointStoreContract(open);
  webhookDeliveryStoreContract(open);
}
