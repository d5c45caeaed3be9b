import {
  dueBucketCount,
  type KeptAnswers,
  type StoredUserProduct,
  type Successor,
} from '../../application/ports/user-product-store.js';
import type { IdempotencyRecord } from '../../application/ports/idempotency-store.js';
import type { ChangeTerms, EndedBy } from '../../domain/user-product/change.js';
import type { ChangeId, UserProductId } from '../../domain/ids.js';
import type { TimeZone } from '../../domain/time/instant.js';
import { dueAtOf } from '../../domain/user-product/due-at.js';
import { paidBeforeKept } from '../../domain/user-product/paid-ahead.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import {
  type ChangeTermsDocument,
  type DueDocument,
  type EndedByDocument,
  type KeptAnswerDocument,
  type NewUserProductDocument,
  oldestUserProductSchemaVersion,
  type UserProductDocument,
  type UserProductRowDocument,
  userProductSchemaVersion,
} from '../schemas/user-product.schema.js';
import { outboxEntryDocument, outboxEntryOf } from './outbox-entry.mapper.js';
import { assertReadable } from './schema-version.js';
import { userProductFactsDocument, userProductFactsOf } from './user-product-facts.mapper.js';
import {
  changeAmountsDocument,
  changeAmountsOf,
  changeDocumentsDocument,
  changeDocumentsOf,
  instantOf,
  toDate,
  frozenTargetDocument,
  frozenTargetOf,
  idOf,
  nullable,
  objectIdOf,
} from './values.mapper.js';

/** Which of the parts of an organisation's due rows an id belongs to: its last byte counts up with every new id. */
export function dueBucketOf(id: UserProductId): number {
  return Number.parseInt(id.slice(-2), 16) % dueBucketCount;
}

/** A user product with when it is due; without what the commit protocol keeps beside it. */
export function userProductRowDocument(product: UserProduct): UserProductRowDocument {
  return {
    _id: objectIdOf(product.id),
    schema_version: userProductSchemaVersion,
    organisation_id: objectIdOf(product.organisationId),
    account_id: objectIdOf(product.accountId),
    ...userProductFactsDocument(product),
    ended_by: nullable(product.endedBy, endedByDocument),
    ...dueDocument(product),
  };
}

const madeFor = new WeakMap<Successor, NewUserProductDocument>();

/**
 * A user product as it is inserted. A successor goes out twice, in its source and by itself, so its document is made
 * once. Nobody may change it.
 */
export function newUserProductDocument(successor: Successor): Readonly<NewUserProductDocument> {
  const made = madeFor.get(successor) ?? makeDocument(successor);
  madeFor.set(successor, made);
  return made;
}

function makeDocument({ product, outbox }: Successor): NewUserProductDocument {
  const row = { ...userProductRowDocument(product), recent_changes: [] };
  if (outbox.length === 0) return row;
  const entries = outbox.map((entry) => outboxEntryDocument(product.organisationId, entry));
  return { ...row, outbox: entries };
}

/**
 * The user product that a document holds, with its outbox and its successor. The organisation's zone counts only where
 * the document does not say what was paid.
 */
export function storedUserProductOf(
  document: UserProductDocument,
  zone: TimeZone,
): StoredUserProduct {
  const { successor } = document;
  return {
    ...successorOf(document, zone),
    recentChanges: document.recent_changes.map(idOf<ChangeId>),
    successor: nullable(successor, (it) => successorOf(it, zone)),
    dueBlocked: document.due_blocked ?? false,
    keptAnswers: (document.kept_answers ?? []).map(keptAnswerOf),
  };
}

/** What a writer that keeps one more answer sets. */
export function keptAnswersDocument({
  fresh,
  record,
}: KeptAnswers): Pick<UserProductDocument, 'kept_answers' | 'last_kept'> {
  const answers = [...fresh, record].map(keptAnswerDocument);
  return { kept_answers: answers, last_kept: lastKeptOf(record) };
}

/** Names the last answer of a document: a key that was kept, has expired and is kept again is another one. */
export function lastKeptOf({ keyHash, keptAt }: IdempotencyRecord): string {
  return `${keyHash} ${String(keptAt)}`;
}

function keptAnswerDocument(record: IdempotencyRecord): KeptAnswerDocument {
  return {
    key_hash: record.keyHash,
    command_hash: record.commandHash,
    status: record.status,
    body: record.body,
    kept_at: new Date(record.keptAt),
  };
}

function keptAnswerOf(document: KeptAnswerDocument): IdempotencyRecord {
  return {
    keyHash: document.key_hash,
    commandHash: document.command_hash,
    status: document.status,
    body: document.body,
    keptAt: document.kept_at.getTime(),
  };
}

function successorOf(document: NewUserProductDocument, zone: TimeZone): Successor {
  const product = userProductOf(document, zone);
  return { product, outbox: (document.outbox ?? []).map(outboxEntryOf) };
}

function userProductOf(document: UserProductRowDocument, zone: TimeZone): UserProduct {
  assertReadable(document, userProductSchemaVersion, oldestUserProductSchemaVersion);
  const facts = userProductFactsOf(document);
  return {
    id: idOf(document._id),
    organisationId: idOf(document.organisation_id),
    accountId: idOf(document.account_id),
    ...facts,
    paid: facts.paid ?? paidBeforeKept(facts, zone),
    endedBy: nullable(document.ended_by, endedByOf),
  };
}

function dueDocument(product: UserProduct): Partial<DueDocument> {
  const dueAt = dueAtOf(product);
  if (dueAt === null) return {};
  return {
    due_organisation_id: objectIdOf(product.organisationId),
    due_bucket: dueBucketOf(product.id),
    next_due_at: toDate(dueAt),
  };
}

function endedByDocument(ended: EndedBy): EndedByDocument {
  return {
    change_id: objectIdOf(ended.changeId),
    successor_id: objectIdOf(ended.successorId),
    answer_id: objectIdOf(ended.answerId),
    target: frozenTargetDocument(ended.target),
    behaviour: ended.behaviour,
    terms: nullable(ended.terms, termsDocument),
    ...(ended.documents === null ? {} : { documents: changeDocumentsDocument(ended.documents) }),
  };
}

function endedByOf(document: EndedByDocument): EndedBy {
  return {
    changeId: idOf(document.change_id),
    successorId: idOf(document.successor_id),
    answerId: idOf(document.answer_id),
    target: frozenTargetOf(document.target),
    behaviour: document.behaviour,
    terms: nullable(document.terms, termsOfDocument),
    documents: nullable(document.documents, changeDocumentsOf),
  };
}

function termsDocument(terms: ChangeTerms): ChangeTermsDocument {
  return {
    kind: terms.kind,
    rule: terms.rule,
    effective_at: toDate(terms.effectiveAt),
    valid_to: toDate(terms.validTo),
    renewed_at_once: terms.renewedAtOnce,
    amounts: changeAmountsDocument(terms.amounts),
  };
}

function termsOfDocument(document: ChangeTermsDocument): ChangeTerms {
  return {
    kind: document.kind,
    rule: document.rule,
    effectiveAt: instantOf(document.effective_at),
    validTo: instantOf(document.valid_to),
    renewedAtOnce: document.renewed_at_once,
    amounts: changeAmountsOf(document.amounts),
  };
}
