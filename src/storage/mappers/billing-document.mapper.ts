import type { NumberedDocument } from '../../application/ports/billing-document-store.js';
import type {
  BillingDocument,
  DocumentPosition,
  InvoiceReference,
} from '../../domain/billing/billing-document.js';
import type { DocumentId, OrganisationId } from '../../domain/ids.js';
import type { Currency } from '../../domain/money/money.js';
import {
  type BillingDocumentDocument,
  type BillingDocumentPart,
  billingDocumentSchemaVersion,
  type DocumentPositionDocument,
} from '../schemas/billing-document.schema.js';
import { assertReadable } from './schema-version.js';
import { idOf, instantOf, objectIdOf, toDate } from './values.mapper.js';

/** An invoice or a credit note at its place in its series. */
export function billingDocumentDocument(
  organisationId: OrganisationId,
  document: NumberedDocument,
): BillingDocumentDocument {
  const { id, ...part } = billingDocumentPart(document);
  return {
    _id: id,
    schema_version: billingDocumentSchemaVersion,
    organisation_id: objectIdOf(organisationId),
    ...part,
    sequence: document.sequence,
    concerns: concernsOf(document).map(objectIdOf),
  };
}

/** The invoice or credit note that a document of the collection holds. */
export function numberedDocumentOf(document: BillingDocumentDocument): NumberedDocument {
  assertReadable(document, billingDocumentSchemaVersion);
  const { _id: id, sequence } = document;
  return { ...billingDocumentOf({ ...document, id }), sequence };
}

/** The first user product of a subscription is named as the subscription is: each id once. */
function concernsOf({ accountId, subscriptionId, positions }: BillingDocument) {
  return [...new Set([accountId, subscriptionId, ...positions.map((it) => it.userProductId)])];
}

/** An invoice or a credit note as an event carries it. */
export function billingDocumentPart(document: BillingDocument): BillingDocumentPart {
  return {
    id: objectIdOf(document.id),
    type: document.type,
    ...(document.sequence === null ? {} : { sequence: document.sequence }),
    account_id: objectIdOf(document.accountId),
    subscription_id: objectIdOf(document.subscriptionId),
    currency: document.currency,
    ...(document.references === null ? {} : referencePart(document.references)),
    ...(document.reason === null ? {} : { reason: document.reason }),
    created_at: toDate(document.createdAt),
    net_minor: document.netMinor,
    positions: document.positions.map(positionDocument),
  };
}

/** The invoice or credit note that a part of a document holds. */
export function billingDocumentOf(part: BillingDocumentPart): BillingDocument {
  return {
    id: idOf(part.id),
    type: part.type,
    sequence: part.sequence ?? null,
    accountId: idOf(part.account_id),
    subscriptionId: idOf(part.subscription_id),
    currency: part.currency as Currency,
    references: readReference(part),
    reason: part.reason ?? null,
    createdAt: instantOf(part.created_at),
    netMinor: part.net_minor,
    positions: part.positions.map(positionOf),
  };
}

type ReferencePart = Pick<BillingDocumentPart, 'references_invoice' | 'references_number'>;

function referencePart(reference: InvoiceReference): ReferencePart {
  return 'invoice' in reference
    ? { references_invoice: objectIdOf(reference.invoice) }
    : { references_number: reference.number };
}

function readReference({
  references_invoice: invoice,
  references_number: number,
}: ReferencePart): InvoiceReference | null {
  if (invoice) return { invoice: idOf<DocumentId>(invoice) };
  return typeof number === 'string' ? { number } : null;
}

function positionDocument(position: DocumentPosition): DocumentPositionDocument {
  const { share } = position;
  return {
    kind: position.kind,
    name: position.name,
    quantity: position.quantity,
    unit_price_minor: position.unitPriceMinor,
    net_minor: position.netMinor,
    from: toDate(position.from),
    to: toDate(position.to),
    ...(share === null
      ? {}
      : { share: { parts: share.parts, whole: share.whole, unit: share.unit } }),
    package_id: objectIdOf(position.packageId),
    period_id: objectIdOf(position.periodId),
    user_product_id: objectIdOf(position.userProductId),
  };
}

function positionOf(document: DocumentPositionDocument): DocumentPosition {
  const { share } = document;
  return {
    kind: document.kind,
    name: document.name,
    quantity: document.quantity,
    unitPriceMinor: document.unit_price_minor,
    netMinor: document.net_minor,
    from: instantOf(document.from),
    to: instantOf(document.to),
    share: share ? { parts: share.parts, whole: share.whole, unit: share.unit } : null,
    packageId: idOf(document.package_id),
    periodId: idOf(document.period_id),
    userProductId: idOf(document.user_product_id),
  };
}
