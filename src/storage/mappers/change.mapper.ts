import { requesterOf } from '../../domain/user-product/requester.js';
import type { Change } from '../../domain/user-product/change.js';
import type { ChangeId, EventId, OrganisationId, UserProductId } from '../../domain/ids.js';
import { type ChangeDocument, changeSchemaVersion } from '../schemas/change.schema.js';
import { assertReadable } from './schema-version.js';
import {
  changeAmountsDocument,
  changeAmountsOf,
  changeDocumentsDocument,
  changeDocumentsOf,
  toDate,
  frozenTargetDocument,
  frozenTargetOf,
  idOf,
  instantOf,
  nullable,
  objectIdOf,
} from './values.mapper.js';

/** A change as it is stored. */
export function changeDocument(organisationId: OrganisationId, change: Change): ChangeDocument {
  return {
    _id: objectIdOf(change.id),
    schema_version: changeSchemaVersion,
    organisation_id: objectIdOf(organisationId),
    account_id: objectIdOf(change.accountId),
    user_product_id: objectIdOf(change.userProductId),
    subscription_id: objectIdOf(change.subscriptionId),
    successor_id: nullable(change.successorId, objectIdOf),
    ...supersedesDocument(change),
    kind: change.kind,
    behaviour: change.behaviour,
    state: change.state,
    rule: change.rule,
    requirements: change.requirements.map(({ code, passed, facts }) => ({ code, passed, facts })),
    requested_at: toDate(change.requestedAt),
    requested_by: change.requestedBy,
    effective_at: toDate(change.effectiveAt),
    closed_at: nullable(change.closedAt, toDate),
    target: frozenTargetDocument(change.target),
    amounts: nullable(change.amounts, changeAmountsDocument),
    ...(change.documents === null ? {} : { documents: changeDocumentsDocument(change.documents) }),
    event_ids: change.eventIds.map(objectIdOf),
  };
}

/** The change that a document holds. Throws on a document of a version that this code does not know. */
export function changeOf(document: ChangeDocument): Change {
  assertReadable(document, changeSchemaVersion);
  return {
    id: idOf(document._id),
    accountId: idOf(document.account_id),
    userProductId: idOf(document.user_product_id),
    subscriptionId: idOf(document.subscription_id),
    successorId: nullable(document.successor_id, idOf<UserProductId>),
    supersedes: document.supersedes && idOf<ChangeId>(document.supersedes),
    kind: document.kind,
    behaviour: document.behaviour,
    state: document.state,
    rule: document.rule,
    requirements: document.requirements,
    requestedAt: instantOf(document.requested_at),
    requestedBy: requesterOf(document.requested_by),
    effectiveAt: instantOf(document.effective_at),
    closedAt: nullable(document.closed_at, instantOf),
    target: frozenTargetOf(document.target),
    amounts: nullable(document.amounts, changeAmountsOf),
    documents: nullable(document.documents, changeDocumentsOf),
    eventIds: document.event_ids.map(idOf<EventId>),
  };
}

function supersedesDocument({ supersedes }: Change): Pick<ChangeDocument, 'supersedes'> {
  return supersedes === undefined ? {} : { supersedes: nullable(supersedes, objectIdOf) };
}
