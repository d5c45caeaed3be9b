import type { OrganisationId, SubscriptionId, UserProductId } from '../../domain/ids.js';
import type { StoredUserProduct, UserProductStore } from '../ports/user-product-store.js';
import type { Finding } from './finding.js';

type Deps = { readonly userProducts: Pick<UserProductStore, 'listByAccount'> };

/**
 * Subscriptions of this page that live twice. One of any two living rows is a successor, so only the accounts of living
 * successors are read. It is reported at the last of these successors by id, so that no page repeats another. A list that
 * was read while a change was committed may show both sides of it: it is read again before anything is reported.
 */
export async function verifyChains(
  deps: Deps,
  organisationId: OrganisationId,
  page: readonly StoredUserProduct[],
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const row of page.filter(isLivingSuccessor)) {
    const { id, subscriptionId } = row.product;
    const living = await livingOfChain(deps, organisationId, row);
    const lastSuccessor = living.findLast((it) => it !== subscriptionId);
    if (living.length < 2 || lastSuccessor !== id) continue;
    const again = await livingOfChain(deps, organisationId, row);
    if (again.length >= 2) findings.push(twoLivingRows(organisationId, subscriptionId, again));
  }
  return findings;
}

function isLivingSuccessor({ product }: StoredUserProduct): boolean {
  return product.endedBy === null && product.id !== product.subscriptionId;
}

async function livingOfChain(
  deps: Deps,
  organisationId: OrganisationId,
  { product }: StoredUserProduct,
): Promise<readonly UserProductId[]> {
  const rows = await deps.userProducts.listByAccount(
    organisationId,
    product.accountId,
    toldByTheWalk,
  );
  return rows
    .map((it) => it.product)
    .filter((it) => it.subscriptionId === product.subscriptionId && it.endedBy === null)
    .map((it) => it.id)
    .toSorted();
}

/** What cannot be read is reported where the walk meets it. */
const toldByTheWalk = (): void => undefined;

function twoLivingRows(
  organisationId: OrganisationId,
  subscriptionId: SubscriptionId,
  living: readonly UserProductId[],
): Finding {
  const facts = { subscription_id: subscriptionId, user_product_ids: living.join(' ') };
  return { organisationId, promise: 'two_living_user_products', facts };
}
