import type { OrganisationId } from '../../domain/ids.js';
import { paidDifferenceOf } from '../../domain/user-product/paid-difference.js';
import type { StoredUserProduct, UserProductStore } from '../ports/user-product-store.js';
import { confirmFindings } from './confirm-findings.js';
import type { Finding } from './finding.js';
import {
  type Billing,
  readBilling,
  type ReadBillingDeps,
  type RepeatedPeriod,
} from './read-billing.js';

export type VerifyBillingDeps = ReadBillingDeps & {
  readonly userProducts: Pick<UserProductStore, 'find'>;
};

/**
 * Checks a page of rows against their documents (docs/spec/product-groups-api.md §9): that none is invoiced for one
 * period twice, and that a living one says what they say was paid for it and given back.
 */
export async function verifyBilling(
  deps: VerifyBillingDeps,
  organisationId: OrganisationId,
  page: readonly StoredUserProduct[],
): Promise<readonly Finding[]> {
  const rows = page.filter(({ product }) => product.hasDocuments);
  if (rows.length === 0) return [];
  const billing = await readBilling(deps, organisationId, rows);
  const findings = billing.repeated.map((it) => invoicedTwice(organisationId, it));
  for (const row of rows) {
    if (differencesOf(row, billing).length === 0) continue;
    const confirmed = await confirmFindings(deps.userProducts, row, async (it) =>
      differencesOf(it, await readBilling(deps, organisationId, [it])),
    );
    findings.push(...confirmed);
  }
  return findings;
}

/** What a row that is over says of it is history: nothing is decided on it any more. */
function differencesOf({ product }: StoredUserProduct, billing: Billing): readonly Finding[] {
  const { id, organisationId, state, endedBy } = product;
  if (state === 'deactivated' || endedBy !== null) return [];
  const difference = paidDifferenceOf(product, billing.billedOf(id), billing.invoiceOf(product));
  if (difference === null) return [];
  const { document, ...others } = difference;
  const facts = { user_product_id: id, document_id: document, ...others };
  return [{ organisationId, promise: 'paid_differs', facts }];
}

function invoicedTwice(
  organisationId: OrganisationId,
  { userProductId, from, documentIds }: RepeatedPeriod,
): Finding {
  const facts = {
    user_product_id: userProductId,
    document_ids: documentIds.join(' '),
    from: new Date(from).toISOString(),
  };
  return { organisationId, promise: 'period_invoiced_twice', facts };
}
