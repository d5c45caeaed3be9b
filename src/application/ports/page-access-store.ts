import type {
  AccountId,
  OperatorId,
  OrganisationId,
  PageLinkId,
  UserProductId,
} from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';

/** Whose pages they are: a customer's portal, or an operator's console. */
export type PageOwner =
  | {
      readonly kind: 'portal';
      readonly organisationId: OrganisationId;
      readonly accountId: AccountId;
    }
  | { readonly kind: 'console'; readonly operatorId: OperatorId };

/** What a visitor came to do: while it lasts, nothing else is shown (docs/spec/pages.md §5). */
export type PortalFlow = {
  readonly type: 'change' | 'change_confirm' | 'cancel' | 'pending';
  readonly userProductId: UserProductId;
  readonly target: PortalTarget | null;
};

export type PortalTarget = {
  readonly packageCode: string | null;
  readonly targetPeriodId: string | null;
  readonly tier: string | null;
  readonly pricePlan: string | null;
};

/** What the publisher said of a visit to the portal. */
export type AskedVisit = {
  readonly returnUrl: string;
  readonly locale: string | null;
  /** Codes of packages to choose from, in place of the organisation's; null: the organisation's. */
  readonly offer: readonly string[] | null;
  readonly flow: PortalFlow | null;
};

/** A one-time way in. All instants are real time. */
export type PageLink = {
  readonly id: PageLinkId;
  /** SHA-256 of what stands in the address, in hex: whoever reads the database gets in nowhere. */
  readonly tokenHash: string;
  readonly owner: PageOwner;
  /** `redirect`: opening it uses it up. `message`: a button does, because scanners open what is sent by mail. */
  readonly delivery: 'redirect' | 'message';
  readonly createdAt: Instant;
  readonly endsAt: Instant;
  readonly usedAt: Instant | null;
  /** Null in the console. */
  readonly visit: AskedVisit | null;
};

/** A browser that got in. All instants are real time. */
export type PageSession = {
  /** SHA-256 of the cookie's value, in hex. */
  readonly tokenHash: string;
  readonly owner: PageOwner;
  /** Which link it began with; null: by log-in. */
  readonly linkId: PageLinkId | null;
  readonly createdAt: Instant;
  readonly seenAt: Instant;
  /** At the latest, however busy it is. */
  readonly endsAt: Instant;
  /** When the operator last proved who they are; the start where they never did again. */
  readonly provedAt: Instant;
  readonly locale: string | null;
  readonly visit: AskedVisit | null;
};

/** Links and sessions by the hashes of their secrets: looked up by nothing else but what their owner's is. */
export type PageAccessStore = {
  /** By its id: one that is there becomes this one, so that its former address opens nothing more. */
  insertLink(link: PageLink): Promise<void>;
  findLink(tokenHash: string): Promise<PageLink | null>;
  /** Takes it for whoever comes first: the link as it was, or null where it is used, over or not there. */
  useLink(tokenHash: string, now: Instant): Promise<PageLink | null>;
  /** The link and the sessions that began with it. False: the organisation has no such link. */
  removeLink(organisationId: OrganisationId, id: PageLinkId): Promise<boolean>;
  insertSession(session: PageSession): Promise<void>;
  findSession(tokenHash: string): Promise<PageSession | null>;
  /** Nothing where it is gone. */
  updateSession(
    tokenHash: string,
    change: Partial<Pick<PageSession, 'seenAt' | 'provedAt' | 'locale' | 'visit'>>,
  ): Promise<void>;
  removeSession(tokenHash: string): Promise<void>;
  /** All of one owner, as when an operator is disabled or an account erased. */
  removeSessionsOf(owner: PageOwner): Promise<void>;
  /** Links and sessions that are over, and sessions of a kind idle since that; so many at most. Answers how many went. */
  removeOver(asked: {
    readonly now: Instant;
    readonly idleSince: { readonly portal: Instant; readonly console: Instant };
    readonly most: number;
  }): Promise<number>;
};
