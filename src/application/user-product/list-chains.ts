import type { AccountId } from '../../domain/ids.js';
import type { ReadOrganisationContext } from '../catalogue/organisation-context.js';
import { inOrder } from '../listing/in-order.js';
import { takePage } from '../listing/take-page.js';
import type { ChainStore } from '../ports/chain-store.js';
import type { Page } from '../ports/page.js';
import type { OutboxStore } from '../ports/user-product-store.js';
import { chainsOfRows } from './chains-of-rows.js';
import type { AccountKey, ReadAccountRows } from './read-account-rows.js';
import type { ListChains, ListChainsQuery, SubscriptionChain } from './subscription-chain.js';

export type ListChainsDeps = {
  readonly chains: Pick<ChainStore, 'page'>;
  readonly outboxes: Pick<OutboxStore, 'releaseInserted'>;
  readonly readAccountRows: ReadAccountRows;
  readonly readContext: ReadOrganisationContext;
};

const releasePage = 500;
/** Of the accounts on a page: so many are read at once. */
const accountsAtOnce = 10;

/**
 * The subscriptions of an organisation, or of one account (docs/spec/product-groups-api.md §4). What is due on those that
 * are shown is applied first, so one that is in another state by then is left out of a list by state.
 */
export function makeListChains(deps: ListChainsDeps): ListChains {
  return async (query) => {
    const { organisationId, accountId } = query;
    const context = await deps.readContext(organisationId);
    if (context === null) return null;
    const chains =
      accountId === null
        ? await pageOfAll(deps, query)
        : await pageOfAccount(deps, { organisationId, accountId }, query);
    return { chains, context };
  };
}

async function pageOfAccount(
  deps: ListChainsDeps,
  account: AccountKey,
  query: ListChainsQuery,
): Promise<Page<SubscriptionChain>> {
  const chains = (await chainsOf(deps, account)).filter((it) => isWanted(it, query));
  return takePage(
    inOrder(chains, ({ id }) => ({ id, key: id }), query.direction),
    query,
  );
}

/** A successor that is inserted is taken out of its source first: else its subscription would be counted twice. */
async function pageOfAll(
  deps: ListChainsDeps,
  query: ListChainsQuery,
): Promise<Page<SubscriptionChain>> {
  const { organisationId } = query;
  const release = { organisationId, limit: releasePage };
  while ((await deps.outboxes.releaseInserted(release)) === releasePage);
  const { items, totalItems } = await deps.chains.page(organisationId, query);
  const accounts = [...new Set(items.map((it) => it.accountId))];
  const byId = new Map<string, SubscriptionChain>();
  for (let from = 0; from < accounts.length; from += accountsAtOnce) {
    const some = accounts.slice(from, from + accountsAtOnce);
    const read = (accountId: AccountId) => chainsOf(deps, { organisationId, accountId });
    for (const it of (await Promise.all(some.map(read))).flat()) byId.set(it.id, it);
  }
  const shown = items.flatMap(({ id }) => byId.get(id) ?? []);
  return { items: shown.filter((it) => isWanted(it, query)), totalItems };
}

async function chainsOf(
  { readAccountRows }: ListChainsDeps,
  account: AccountKey,
): Promise<readonly SubscriptionChain[]> {
  return chainsOfRows((await readAccountRows(account))?.rows ?? []);
}

function isWanted({ last }: SubscriptionChain, { state }: ListChainsQuery): boolean {
  return state === null || last.state === state;
}
