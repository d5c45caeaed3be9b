import type { Connection, Model, Schema } from 'mongoose';
import { type AccountDocument, accountSchema } from './schemas/account.schema.js';
import { type ApiClientDocument, apiClientSchema } from './schemas/api-client.schema.js';
import { type AuditEntryDocument, auditEntryDocumentSchema } from './schemas/audit-entry.schema.js';
import {
  type BillingDocumentDocument,
  billingDocumentSchema,
} from './schemas/billing-document.schema.js';
import { type CartDocument, cartDocumentSchema } from './schemas/cart.schema.js';
import { type ChangeDocument, changeDocumentSchema } from './schemas/change.schema.js';
import { type EventDocument, eventDocumentSchema } from './schemas/event.schema.js';
import {
  type IdempotencyRecordDocument,
  idempotencyRecordSchema,
} from './schemas/idempotency-record.schema.js';
import { type OperatorDocument, operatorDocumentSchema } from './schemas/operator.schema.js';
import { type OrganisationDocument, organisationSchema } from './schemas/organisation.schema.js';
import { type PackageDocument, packageDocumentSchema } from './schemas/package.schema.js';
import { type PageLinkDocument, pageLinkSchema } from './schemas/page-link.schema.js';
import { type PageSessionDocument, pageSessionSchema } from './schemas/page-session.schema.js';
import {
  type ProductGroupDocument,
  productGroupDocumentSchema,
} from './schemas/product-group.schema.js';
import {
  type UserProductDocument,
  userProductDocumentSchema,
} from './schemas/user-product.schema.js';
import {
  type WebhookDeliveryDocument,
  webhookDeliveryDocumentSchema,
} from './schemas/webhook-delivery.schema.js';
import {
  type WebhookEndpointDocument,
  webhookEndpointDocumentSchema,
} from './schemas/webhook-endpoint.schema.js';

/** `Connection.model` with one type parameter: inferring the other eleven takes the compiler minutes. */
type ModelSource = {
  model<Document>(name: string, schema: Schema, collection: string): Model<Document>;
};

export type Models = ReturnType<typeof makeModels>;

/** One model a collection, on this connection. */
export function makeModels(connection: Connection) {
  const source = connection as unknown as ModelSource;
  const model = <Document>(collection: string, schema: Schema): Model<Document> =>
    source.model<Document>(collection, schema, collection);
  return {
    userProducts: model<UserProductDocument>('user_products', userProductDocumentSchema),
    changes: model<ChangeDocument>('changes', changeDocumentSchema),
    billingDocuments: model<BillingDocumentDocument>('billing_documents', billingDocumentSchema),
    events: model<EventDocument>('events', eventDocumentSchema),
    packages: model<PackageDocument>('packages', packageDocumentSchema),
    productGroups: model<ProductGroupDocument>('product_groups', productGroupDocumentSchema),
    carts: model<CartDocument>('carts', cartDocumentSchema),
    accounts: model<AccountDocument>('accounts', accountSchema),
    apiClients: model<ApiClientDocument>('api_clients', apiClientSchema),
    webhookEndpoints: model<WebhookEndpointDocument>(
      'webhook_endpoints',
      webhookEndpointDocumentSchema,
    ),
    webhookDeliveries: model<WebhookDeliveryDocument>(
      'webhook_deliveries',
      webhookDeliveryDocumentSchema,
    ),
    idempotencyRecords: model<IdempotencyRecordDocument>(
      'idempotency_records',
      idempotencyRecordSchema,
    ),
    operators: model<OperatorDocument>('operators', operatorDocumentSchema),
    auditEntries: model<AuditEntryDocument>('audit_entries', auditEntryDocumentSchema),
    pageLinks: model<PageLinkDocument>('page_links', pageLinkSchema),
    pageSessions: model<PageSessionDocument>('page_sessions', pageSessionSchema),
    organisations: model<OrganisationDocument>('organisations', organisationSchema),
  };
}
