import type { IncomingHttpHeaders } from 'node:http';
import type { PortalSession } from '../../application/portal/read-portal-session.js';
import type { Organisation } from '../../application/ports/organisation-store.js';
import type { AccountId, OrganisationId } from '../../domain/ids.js';
import type { PageSettings } from '../../domain/portal/portal-settings.js';
import type { Visit } from '../kit/page-route.js';
import type { Telling } from '../kit/subscription/telling.js';

/** A customer who is in: whose account it is, what the publisher said of the visit, and how its pages look. */
export type PortalVisitor = {
  readonly kind: 'visitor';
  readonly session: PortalSession;
  /** How long this visit lasts unless another page is asked for. */
  readonly secondsLeft: number;
  readonly organisationId: OrganisationId;
  readonly accountId: AccountId;
  readonly organisation: Organisation;
  readonly settings: PageSettings;
};

/** Somebody who is not in, or not any longer. */
export type PortalNobody = {
  readonly kind: 'nobody';
  readonly acceptLanguage: string | undefined;
  /** Of a session that is over: where its visit came from; null: nothing is known of it. */
  readonly returnUrl: string | null;
};

export type PortalVisit = Visit<PortalVisitor>;

export function nobodyWith(
  headers: IncomingHttpHeaders,
  returnUrl: string | null = null,
): PortalNobody {
  return { kind: 'nobody', acceptLanguage: headers['accept-language'], returnUrl };
}

/** What a use case is told: whose it must be. */
export function ownerOf({ visitor }: PortalVisit) {
  const { organisationId, accountId } = visitor;
  return { organisationId, accountId };
}

/** How its pages tell of a subscription. */
export function tellingOf({ written, visitor }: Pick<PortalVisit, 'written' | 'visitor'>): Telling {
  const { pricesIncludeVat: includesVat, portal } = visitor.settings;
  return { written, includesVat, wording: portal.wording };
}
