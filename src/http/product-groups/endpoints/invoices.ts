import { describeDocument } from '../../../application/billing/describe-document.js';
import type { FindDocument } from '../../../application/billing/find-document.js';
import type { ListDocuments } from '../../../application/billing/list-documents.js';
import {
  type AccountId,
  type DocumentId,
  type SubscriptionId,
  toId,
  type UserProductId,
} from '../../../domain/ids.js';
import { documentShape, documentTypes } from '../shapes/document-shape.js';
import { makeEndpoint } from '../../core/endpoint.js';
import { isFailure } from '../../core/failure.js';
import {
  choiceField,
  collectionOf,
  filterField,
  listAskedFor,
  orderField,
  pagingFields,
  toCollection,
} from '../collections.js';
import type { ProductGroupsDescription, ProductGroupsEndpoint } from '../description.js';
import { resourceNotFound } from '../problems/failures.js';
import { namedIn } from '../references.js';

export type InvoicesDeps = {
  readonly listDocuments: ListDocuments;
  readonly findDocument: FindDocument;
};

const path = '/invoices';
const shared = {
  tag: 'Invoices',
  method: 'get',
  scope: 'invoice:read',
  mayHaveIdentity: true,
  refusals: [],
} as const;

/** As it is printed: `RE-0000000001`. */
const numberField = {
  name: 'number',
  required: false,
  type: 'string',
  maxLength: 30,
  pattern: /^[\w-]+$/,
  printedPattern: 'a number as documents print it, such as RE-0000000001',
} as const;

const list = {
  ...shared,
  name: 'listInvoices',
  summary: 'List invoices and credit notes',
  description:
    'Invoices and credit notes, by what they are of. A token that names an account sees that account’s alone.',
  path,
  query: [
    ...pagingFields,
    orderField('createdAt'),
    orderField('number'),
    filterField('customer', 'customer'),
    filterField('subscription', 'subscription'),
    filterField('subscriptionItem', 'subscriptionItem'),
    choiceField('type', documentTypes),
    numberField,
  ],
  answer: { status: 200, schema: collectionOf('InvoiceCollection', documentShape) },
} as const satisfies ProductGroupsDescription;

const find = {
  ...shared,
  name: 'readInvoice',
  summary: 'Read an invoice or a credit note',
  description: 'One document with its positions.',
  path: `${path}/{id}`,
  answer: { status: 200, schema: documentShape },
} as const satisfies ProductGroupsDescription;

const types = { TYPE_INVOICE: 'invoice', TYPE_CREDIT_NOTE: 'credit_note' } as const;

/** Invoices and credit notes (docs/spec/product-groups-api.md §4, §6). */
export function makeInvoiceEndpoints(deps: InvoicesDeps): ProductGroupsEndpoint[] {
  return [
    makeEndpoint(list, async ({ query, caller: { organisationId, accountId } }) => {
      const asked = listAskedFor(query, ['createdAt', 'number']);
      if (isFailure(asked)) return asked;
      const listed = await deps.listDocuments({
        organisationId,
        ownAccountId: accountId,
        accountId: namedIn<AccountId>('customer', query.customer),
        subscriptionId: namedIn<SubscriptionId>('subscription', query.subscription),
        userProductId: namedIn<UserProductId>('subscriptionItem', query.subscriptionItem),
        type: query.type === undefined ? null : types[query.type],
        number: query.number ?? null,
        ...asked,
      });
      if (listed === null) return resourceNotFound;
      return { status: 200, body: toCollection(listed, asked, describeDocument) };
    }),
    makeEndpoint(find, async ({ params, caller: { organisationId, accountId: ownAccountId } }) => {
      const id = toId<DocumentId>(params.id);
      const found = await deps.findDocument({ organisationId, ownAccountId, id });
      return found === null ? resourceNotFound : { status: 200, body: describeDocument(found) };
    }),
  ];
}
