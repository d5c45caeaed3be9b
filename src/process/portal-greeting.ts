import type { CreatePortalSession } from '../application/portal/create-portal-session.js';
import { enterAddress } from '../application/portal/enter-address.js';
import { type AccountId, type OrganisationId, toId } from '../domain/ids.js';

/** Whose user product the documentation's own example changes. */
const customer = toId<AccountId>('56e1741a6fc9365306000001');
const minutes = 60;

type PortalGreetingDeps = { readonly createPortalSession: CreatePortalSession };

/** `baseUrl`: what stands before `/portal`. */
type Shown = { readonly organisationId: OrganisationId; readonly baseUrl: string };

/**
 * A line that lets whoever opens it into the portal as the demo's customer, once; none where there is no such customer, or
 * its portal is closed. It lives longer than the API lets a link that its address alone uses up
 * (docs/spec/pages.md §5, §17): it goes no further than a terminal.
 */
export async function portalGreeting(
  { createPortalSession }: PortalGreetingDeps,
  { organisationId, baseUrl }: Shown,
): Promise<string> {
  const made = await createPortalSession({
    ...{ organisationId, accountId: customer, returnUrl: null },
    ...{ delivery: 'redirect', expiresInMinutes: minutes },
    ...{ locale: null, offer: null, flow: null, chosenId: null },
  });
  if (!made.ok) return '';
  const address = enterAddress(baseUrl, made.secret);
  const told = `customer …${customer.slice(-4)}, once, ${String(minutes)} min`;
  return `Portal  ${address}  (${told})\n`;
}
