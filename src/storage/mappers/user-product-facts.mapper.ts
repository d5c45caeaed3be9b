import { requesterOf } from '../../domain/user-product/requester.js';
import type { PendingChange } from '../../domain/user-product/change.js';
import type { UserProductFacts } from '../../domain/user-product/event-side.js';
import type { Cancellation } from '../../domain/user-product/user-product.js';
import type {
  CancellationDocument,
  PendingChangeDocument,
  UserProductFactsDocument,
} from '../schemas/user-product-facts.schema.js';
import {
  anchorDocument,
  readAnchor,
  toDate,
  frozenTargetDocument,
  frozenTargetOf,
  idOf,
  instantOf,
  nullable,
  objectIdOf,
  paidDocument,
  readPaid,
  readUnitsPart,
  soldPeriodDocument,
  readSoldPeriod,
  unitsPart,
} from './values.mapper.js';

type Facts = Omit<UserProductFacts, 'id'>;

/** What a row and an event tell of a user product in the same words. */
export function userProductFactsDocument(facts: Facts): UserProductFactsDocument {
  return {
    subscription_id: objectIdOf(facts.subscriptionId),
    order_id: facts.orderId,
    subscription_number: facts.subscriptionNumber,
    external_start_at: nullable(facts.externalStartAt, toDate),
    created_from: facts.createdFrom,
    created_at: toDate(facts.createdAt),
    updated_at: toDate(facts.updatedAt),
    package_id: objectIdOf(facts.packageId),
    package_code: facts.packageCode,
    title_code: facts.titleCode,
    sold_period: soldPeriodDocument(facts.soldPeriod),
    ...unitsPart(facts),
    ...(facts.hasDocuments ? { has_documents: true } : {}),
    subscription_type: facts.subscriptionType,
    state: facts.state,
    provision_service: facts.provisionService,
    valid_from: toDate(facts.validFrom),
    valid_to: nullable(facts.validTo, toDate),
    anchor: anchorDocument(facts.anchor),
    ...(facts.paid === null ? {} : { paid: paidDocument(facts.paid) }),
    cancelled_at: nullable(facts.cancelledAt, toDate),
    cancellation: nullable(facts.cancellation, cancellationDocument),
    pending_change: nullable(facts.pendingChange, pendingChangeDocument),
    version: facts.version,
    last_sequence: facts.lastSequence,
    last_effective_at: toDate(facts.lastEffectiveAt),
  };
}

/** What a part of a document tells of a user product. */
export function userProductFactsOf(document: UserProductFactsDocument): Facts {
  return {
    subscriptionId: idOf(document.subscription_id),
    orderId: document.order_id ?? null,
    subscriptionNumber: document.subscription_number ?? null,
    externalStartAt: nullable(document.external_start_at, instantOf),
    createdFrom: document.created_from,
    createdAt: instantOf(document.created_at),
    updatedAt: instantOf(document.updated_at),
    packageId: idOf(document.package_id),
    packageCode: document.package_code,
    titleCode: document.title_code ?? null,
    soldPeriod: readSoldPeriod(document.sold_period),
    ...readUnitsPart(document),
    hasDocuments: document.has_documents ?? false,
    subscriptionType: document.subscription_type,
    state: document.state,
    provisionService: document.provision_service,
    validFrom: instantOf(document.valid_from),
    validTo: nullable(document.valid_to, instantOf),
    anchor: readAnchor(document.anchor),
    paid: nullable(document.paid, readPaid),
    cancelledAt: nullable(document.cancelled_at, instantOf),
    cancellation: nullable(document.cancellation, cancellationOf),
    pendingChange: nullable(document.pending_change, pendingChangeOf),
    version: document.version,
    lastSequence: document.last_sequence,
    lastEffectiveAt: instantOf(document.last_effective_at),
  };
}

function cancellationDocument({
  reasonId,
  creditInvoiceIfSent,
}: Cancellation): CancellationDocument {
  return { reason_id: reasonId, credit_invoice_if_sent: creditInvoiceIfSent };
}

function cancellationOf(document: CancellationDocument): Cancellation {
  return {
    reasonId: document.reason_id ?? null,
    creditInvoiceIfSent: document.credit_invoice_if_sent,
  };
}

function pendingChangeDocument(pending: PendingChange): PendingChangeDocument {
  return {
    change_id: objectIdOf(pending.changeId),
    kind: pending.kind,
    behaviour: pending.behaviour,
    rule: pending.rule,
    target: frozenTargetDocument(pending.target),
    requested_at: toDate(pending.requestedAt),
    requested_by: pending.requestedBy,
    due_at: toDate(pending.dueAt),
  };
}

function pendingChangeOf(document: PendingChangeDocument): PendingChange {
  return {
    changeId: idOf(document.change_id),
    kind: document.kind,
    behaviour: document.behaviour,
    rule: document.rule,
    target: frozenTargetOf(document.target),
    requestedAt: instantOf(document.requested_at),
    requestedBy: requesterOf(document.requested_by),
    dueAt: instantOf(document.due_at),
  };
}
