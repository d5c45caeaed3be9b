import type { AccountId, OrganisationId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import {
  type OrderFault,
  settleOrder,
  type SettledOrder,
  type SubscriptionOrder,
} from '../../domain/user-product/subscription-order.js';
import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../catalogue/organisation-context.js';
import type { PathFault } from '../catalogue/path-fault.js';
import type { InvalidFields } from '../catalogue/refused-write.js';
import type { OrganisationNow } from '../clock/organisation-now.js';
import type { AccountStore } from '../ports/account-store.js';

type Asked = {
  readonly organisationId: OrganisationId;
  readonly accountId: AccountId;
  readonly order: SubscriptionOrder;
};

type ReadOrder = {
  readonly ok: true;
  readonly settled: SettledOrder;
  readonly context: OrganisationContext;
  readonly now: Instant;
};

export type ReadOrderDeps = {
  /** Asked only for what is refused: whoever takes a place of an account is told that it is not there. */
  readonly accounts: Pick<AccountStore, 'exists'>;
  readonly readContext: ReadOrganisationContext;
  readonly organisationNow: OrganisationNow;
};

const accountFault: PathFault = { path: ['accountId'], code: 'not_found' };

/** Nobody of that id is there to buy anything, as is told once the order itself is sound. */
export const unknownAccount: InvalidFields = {
  ok: false,
  failure: 'invalid',
  faults: [accountFault],
};

/**
 * What an account's order comes to now, or everything that is wrong with it. What the cached catalogue does not know is
 * read once before it is told (docs/architecture.md §8).
 */
export async function readOrder(
  deps: ReadOrderDeps,
  asked: Asked,
): Promise<ReadOrder | InvalidFields> {
  const cached = await settled(deps, asked, 'cached');
  const read = isUnknown(cached) ? await settled(deps, asked, 'fresh') : cached;
  if (read === null) return unknownAccount;
  if (read.ok) return read;
  const isKnown = await deps.accounts.exists(asked.organisationId, asked.accountId);
  const faults = [...(isKnown ? [] : [accountFault]), ...read.faults.map(pathFault)];
  return { ok: false, failure: 'invalid', faults };
}

type Settled = ReadOrder | { readonly ok: false; readonly faults: readonly OrderFault[] };

async function settled(
  deps: ReadOrderDeps,
  { organisationId, order }: Asked,
  wanted: 'cached' | 'fresh',
): Promise<Settled | null> {
  const context = await deps.readContext(organisationId, wanted);
  if (context === null) return null;
  const now = await deps.organisationNow(context.organisation);
  const result = settleOrder(order, { catalogue: context.catalogue, now });
  return result.ok ? { ...result, context, now } : result;
}

function isUnknown(read: Settled | null): boolean {
  return read?.ok === false && read.faults.some(({ code }) => code === 'not_found');
}

/** When it starts is said of the order as a whole, all else of its one item. */
function pathFault({ field, ...fault }: OrderFault): PathFault {
  return { path: field === 'startAt' ? [field] : ['items', 0, field], ...fault };
}
