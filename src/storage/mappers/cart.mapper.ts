import type { Cart } from '../../application/ports/cart-store.js';
import type { OrganisationId } from '../../domain/ids.js';
import { type CartDocument, cartSchemaVersion } from '../schemas/cart.schema.js';
import { assertReadable } from './schema-version.js';
import {
  idOf,
  instantOf,
  objectIdOf,
  soldPeriodDocument,
  readSoldPeriod,
  toDate,
} from './values.mapper.js';

/** A cart as it is stored. */
export function cartDocument(organisationId: OrganisationId, cart: Cart): CartDocument {
  return {
    _id: objectIdOf(cart.id),
    schema_version: cartSchemaVersion,
    organisation_id: objectIdOf(organisationId),
    account_id: objectIdOf(cart.accountId),
    package_id: objectIdOf(cart.packageId),
    package_code: cart.packageCode,
    offered: soldPeriodDocument(cart.offered),
    quantity: cart.quantity,
    start_at: cart.startAt === null ? null : toDate(cart.startAt),
    user_product_id: objectIdOf(cart.userProductId),
    invoice_id: objectIdOf(cart.invoiceId),
    status: cart.status,
    created_at: toDate(cart.createdAt),
  };
}

/** The cart that a document holds. */
export function cartOf(document: CartDocument): Cart {
  assertReadable(document, cartSchemaVersion);
  return {
    id: idOf(document._id),
    accountId: idOf(document.account_id),
    packageId: idOf(document.package_id),
    packageCode: document.package_code,
    offered: readSoldPeriod(document.offered),
    quantity: document.quantity,
    startAt: document.start_at === null ? null : instantOf(document.start_at),
    userProductId: idOf(document.user_product_id),
    invoiceId: idOf(document.invoice_id),
    status: document.status,
    createdAt: instantOf(document.created_at),
  };
}
