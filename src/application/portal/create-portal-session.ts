import { mayReturnTo } from '../../domain/portal/return-url.js';
import { type AccountId, type OrganisationId, type PageLinkId, toId } from '../../domain/ids.js';
import { type Instant, toInstant } from '../../domain/time/instant.js';
import type { FindPackage } from '../catalogue/find-package.js';
import type { LoadUserProduct } from '../commit/load-user-product.js';
import type { AccountStore } from '../ports/account-store.js';
import type { OrganisationStore } from '../ports/organisation-store.js';
import type { PageAccessStore, PageLink, AskedVisit } from '../ports/page-access-store.js';
import type { PageSecrets } from '../ports/page-secrets.js';
import type { Clock, IdSource } from '../ports/surroundings.js';

export type PortalSessionCommand = Omit<AskedVisit, 'returnUrl'> & {
  readonly organisationId: OrganisationId;
  readonly accountId: AccountId;
  /** Null: the first that the organisation names. */
  readonly returnUrl: string | null;
  readonly delivery: PageLink['delivery'];
  readonly expiresInMinutes: number;
  /** Chosen beforehand by whoever may ask again for the same one; null: a new id. */
  readonly chosenId: PageLinkId | null;
};

export type PortalSessionFailure =
  | 'unknown_account'
  | 'portal_disabled'
  | 'return_url_not_allowed'
  | 'unknown_package'
  | 'unknown_user_product';

/** `secret` is what stands in the address, and is told this once. */
export type CreatePortalSession = (command: PortalSessionCommand) => Promise<
  | {
      readonly ok: true;
      readonly id: PageLinkId;
      readonly secret: string;
      readonly expiresAt: Instant;
    }
  | { readonly ok: false; readonly failure: PortalSessionFailure }
>;

export type CreatePortalSessionDeps = {
  readonly accounts: Pick<AccountStore, 'exists'>;
  readonly organisations: Pick<OrganisationStore, 'readPages'>;
  readonly findPackage: FindPackage;
  readonly load: LoadUserProduct;
  readonly pageAccess: Pick<PageAccessStore, 'insertLink'>;
  readonly pageSecrets: PageSecrets;
  readonly ids: IdSource;
  /** Real time: a link is good for so many minutes whatever an organisation's own clock says. */
  readonly clock: Clock;
};

/**
 * Makes a one-time way into the portal for an account (docs/spec/pages.md §5): 1 refuse an account, an address to lead back
 * to, a package or a user product that is not the organisation's, 2 make a secret, 3 keep its hash. Called again for the
 * same id there is one link still, and what was told of it before opens nothing more.
 */
export function makeCreatePortalSession(deps: CreatePortalSessionDeps): CreatePortalSession {
  return async (command) => {
    const returnUrl = await returnUrlFor(deps, command);
    if (typeof returnUrl !== 'string') return returnUrl;
    const failure = await whatIsUnknown(deps, command);
    if (failure !== null) return refused(failure);
    const secret = deps.pageSecrets.next();
    const createdAt = deps.clock.now();
    const { organisationId, accountId, chosenId, delivery, locale, offer, flow } = command;
    const link: PageLink = {
      id: chosenId ?? toId<PageLinkId>(deps.ids.next()),
      tokenHash: deps.pageSecrets.hashOf(secret),
      owner: { kind: 'portal', organisationId, accountId },
      delivery,
      createdAt,
      endsAt: toInstant(createdAt + command.expiresInMinutes * 60_000),
      usedAt: null,
      visit: { returnUrl, locale, offer, flow },
    };
    await deps.pageAccess.insertLink(link);
    return { ok: true, id: link.id, secret, expiresAt: link.endsAt };
  };
}

type Refused = { readonly ok: false; readonly failure: PortalSessionFailure };

function refused(failure: PortalSessionFailure): Refused {
  return { ok: false, failure };
}

/** Where the visitor is led back to, once it is known that there is such an account, and a portal for it. */
async function returnUrlFor(
  { accounts, organisations }: CreatePortalSessionDeps,
  { organisationId, accountId, returnUrl }: PortalSessionCommand,
): Promise<string | Refused> {
  if (!(await accounts.exists(organisationId, accountId))) return refused('unknown_account');
  const pages = await organisations.readPages(organisationId);
  if (pages?.portal.enabled !== true) return refused('portal_disabled');
  const allowed = pages.portal.returnUrls;
  const wanted = returnUrl ?? allowed[0];
  if (wanted === undefined || !mayReturnTo(wanted, allowed)) {
    return refused('return_url_not_allowed');
  }
  return wanted;
}

async function whatIsUnknown(
  { findPackage, load }: CreatePortalSessionDeps,
  { organisationId, accountId, offer, flow }: PortalSessionCommand,
): Promise<PortalSessionFailure | null> {
  for (const code of offer ?? []) {
    if ((await findPackage({ organisationId, named: { code } })) === null) return 'unknown_package';
  }
  if (flow === null) return null;
  const { userProductId } = flow;
  const found = await load({ organisationId, accountId, userProductId });
  return found === null ? 'unknown_user_product' : null;
}
