import type { ChainStore } from '../ports/chain-store.js';
import { chainsOfRows } from './chains-of-rows.js';
import type { ReadAccountRows } from './read-account-rows.js';
import type { FindChain } from './subscription-chain.js';

/** One subscription as it is now: what is due on it is applied first (docs/spec/product-groups-api.md §4). */
export function makeFindChain(deps: {
  readonly chains: Pick<ChainStore, 'find'>;
  readonly readAccountRows: ReadAccountRows;
}): FindChain {
  return async ({ organisationId, subscriptionId, accountId: own, whenTooMuchIsDue }) => {
    const accountId = own ?? (await deps.chains.find(organisationId, subscriptionId))?.accountId;
    if (accountId === undefined) return null;
    const account = await deps.readAccountRows({ organisationId, accountId }, whenTooMuchIsDue);
    if (account === null) return null;
    const chain = chainsOfRows(account.rows).find((it) => it.id === subscriptionId);
    return chain === undefined ? null : { chain, context: account.context };
  };
}
