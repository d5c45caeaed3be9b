import type {
  PageLink,
  PageOwner,
  PageSession,
  PortalFlow,
  PortalTarget,
  AskedVisit,
} from '../../application/ports/page-access-store.js';
import {
  type PageLinkDocument,
  pageLinkSchemaVersion,
  type PageOwnerFields,
} from '../schemas/page-link.schema.js';
import {
  type PageSessionDocument,
  pageSessionSchemaVersion,
} from '../schemas/page-session.schema.js';
import type {
  PageVisitDocument,
  PortalFlowDocument,
  PortalTargetDocument,
} from '../schemas/page-visit.schema.js';
import { assertReadable } from './schema-version.js';
import { idOf, instantOf, nullable, objectIdOf, toDate } from './values.mapper.js';

/** A link as it is stored. */
export function pageLinkDocument(link: PageLink): PageLinkDocument {
  return {
    _id: objectIdOf(link.id),
    schema_version: pageLinkSchemaVersion,
    ...pageOwnerDocument(link.owner),
    token_hash: link.tokenHash,
    delivery: link.delivery,
    created_at: toDate(link.createdAt),
    ends_at: toDate(link.endsAt),
    used_at: nullable(link.usedAt, toDate),
    visit: nullable(link.visit, pageVisitDocument),
  };
}

/** The link that a document holds. */
export function pageLinkOf(document: PageLinkDocument): PageLink {
  assertReadable(document, pageLinkSchemaVersion);
  return {
    id: idOf(document._id),
    tokenHash: document.token_hash,
    owner: pageOwnerOf(document),
    delivery: document.delivery,
    createdAt: instantOf(document.created_at),
    endsAt: instantOf(document.ends_at),
    usedAt: nullable(document.used_at, instantOf),
    visit: nullable(document.visit, pageVisitOf),
  };
}

/** A session as it is stored. */
export function pageSessionDocument(session: PageSession): PageSessionDocument {
  return {
    _id: session.tokenHash,
    schema_version: pageSessionSchemaVersion,
    ...pageOwnerDocument(session.owner),
    link_id: nullable(session.linkId, objectIdOf),
    created_at: toDate(session.createdAt),
    seen_at: toDate(session.seenAt),
    ends_at: toDate(session.endsAt),
    proved_at: toDate(session.provedAt),
    locale: session.locale,
    visit: nullable(session.visit, pageVisitDocument),
  };
}

/** The session that a document holds. */
export function pageSessionOf(document: PageSessionDocument): PageSession {
  assertReadable(document, pageSessionSchemaVersion);
  return {
    tokenHash: document._id,
    owner: pageOwnerOf(document),
    linkId: nullable(document.link_id, idOf<NonNullable<PageSession['linkId']>>),
    createdAt: instantOf(document.created_at),
    seenAt: instantOf(document.seen_at),
    endsAt: instantOf(document.ends_at),
    provedAt: instantOf(document.proved_at),
    locale: document.locale ?? null,
    visit: nullable(document.visit, pageVisitOf),
  };
}

/** Whose it is, as fields to store or to ask by. */
export function pageOwnerDocument(owner: PageOwner): PageOwnerFields {
  return owner.kind === 'portal'
    ? {
        kind: 'portal',
        organisation_id: objectIdOf(owner.organisationId),
        account_id: objectIdOf(owner.accountId),
        operator_id: null,
      }
    : {
        kind: 'console',
        organisation_id: null,
        account_id: null,
        operator_id: objectIdOf(owner.operatorId),
      };
}

function pageOwnerOf(fields: PageOwnerFields): PageOwner {
  const { kind, organisation_id, account_id, operator_id } = fields;
  if (kind === 'console' && operator_id !== null) {
    return { kind: 'console', operatorId: idOf(operator_id) };
  }
  if (kind === 'portal' && organisation_id !== null && account_id !== null) {
    return { kind: 'portal', organisationId: idOf(organisation_id), accountId: idOf(account_id) };
  }
  throw new Error('a link or a session of nobody cannot be read');
}

/** What was said of a visit, as it is stored. */
export function pageVisitDocument(visit: AskedVisit): PageVisitDocument {
  return {
    return_url: visit.returnUrl,
    locale: visit.locale,
    offer: nullable(visit.offer, (it) => [...it]),
    flow: nullable(visit.flow, flowDocument),
  };
}

function pageVisitOf(document: PageVisitDocument): AskedVisit {
  return {
    returnUrl: document.return_url,
    locale: document.locale ?? null,
    offer: document.offer ?? null,
    flow: nullable(document.flow, flowOf),
  };
}

function flowDocument({ type, userProductId, target }: PortalFlow): PortalFlowDocument {
  return {
    type,
    user_product_id: objectIdOf(userProductId),
    target: nullable(target, targetDocument),
  };
}

function flowOf({ type, user_product_id, target }: PortalFlowDocument): PortalFlow {
  return { type, userProductId: idOf(user_product_id), target: nullable(target, targetOf) };
}

function targetDocument(target: PortalTarget): PortalTargetDocument {
  return {
    package_code: target.packageCode,
    target_period_id: target.targetPeriodId,
    tier: target.tier,
    price_plan: target.pricePlan,
  };
}

function targetOf(document: PortalTargetDocument): PortalTarget {
  return {
    packageCode: document.package_code ?? null,
    targetPeriodId: document.target_period_id ?? null,
    tier: document.tier ?? null,
    pricePlan: document.price_plan ?? null,
  };
}
