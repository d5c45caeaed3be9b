import type { OrganisationId, UserProductId } from '../../domain/ids.js';
import type { OrganisationNow } from '../clock/organisation-now.js';
import type { CatalogueStore } from '../ports/catalogue-store.js';
import type { Clock } from '../ports/surroundings.js';
import type { DatabaseHealth } from '../ports/database-health.js';
import type { Organisation, OrganisationStore } from '../ports/organisation-store.js';
import type { ProductGroupStore } from '../ports/product-group-store.js';
import type { HeldCatalogue } from '../../domain/user-product/broken-invariants.js';
import type {
  StoredUserProduct,
  UserProductStore,
  UserProductWalk,
} from '../ports/user-product-store.js';
import type { UnreadableUserProduct } from '../ports/failures.js';
import type { Finding, ReportFinding } from './finding.js';
import {
  verifyChangeDocuments,
  type VerifyChangeDocumentsDeps,
} from './verify-change-documents.js';
import { verifyCredits, type VerifyCreditsDeps } from './verify-credits.js';
import { confirmFindings } from './confirm-findings.js';
import { verifyBilling, type VerifyBillingDeps } from './verify-billing.js';
import { verifySales } from './verify-sales.js';
import { verifySeries } from './verify-series.js';
import { verifyChains } from './verify-chains.js';
import { packagesIn, verifyInvariants } from './verify-invariants.js';
import { verifyTier } from './verify-tier.js';
import { verifyLog, type VerifyLogDeps } from './verify-log.js';
import { successorIdOf, verifyRow, type RowTimes } from './verify-row.js';
import { walkUserProducts } from './walk-user-products.js';

export type VerifyInstallation = (command: {
  readonly organisationId: OrganisationId | 'all';
  /** Told of each finding as it is found, so that none is kept in memory. */
  readonly report: ReportFinding;
}) => Promise<VerifyResult>;

type VerifyResult =
  | { readonly ok: true; readonly organisations: number; readonly userProducts: number }
  | { readonly ok: false; readonly failure: 'unknown_organisation' };

export type VerifyInstallationDeps = {
  readonly organisations: Pick<OrganisationStore, 'find' | 'list'>;
  readonly userProducts: Pick<UserProductStore, 'find' | 'listByAccount'>;
  readonly walk: UserProductWalk;
  readonly events: VerifyLogDeps['events'];
  readonly retention: VerifyLogDeps['retention'];
  readonly documents: VerifyCreditsDeps['documents'] & VerifyBillingDeps['documents'];
  readonly changeWalk: VerifyChangeDocumentsDeps['changeWalk'];
  readonly database: Pick<DatabaseHealth, 'missingIndexes'>;
  readonly catalogues: Pick<CatalogueStore, 'listPackages'>;
  readonly productGroups: Pick<ProductGroupStore, 'list'>;
  readonly organisationNow: OrganisationNow;
  readonly clock: Clock;
};

const subscriptionsAtOnce = 500_000;
const creditNotesAtOnce = 500_000;

/**
 * Walks the database and reports every promise that does not hold (docs/architecture.md §3, §4, §7; docs/spec/product-groups-api.md §9), beside a running
 * server too: what is merely on its way is given a minute. It repairs nothing.
 */
export function makeVerifyInstallation(deps: VerifyInstallationDeps): VerifyInstallation {
  return async ({ organisationId, report }) => {
    const organisations = await organisationsToVerify(deps, organisationId);
    if (organisations === null) return { ok: false, failure: 'unknown_organisation' };
    for (const name of await deps.database.missingIndexes()) {
      report({ organisationId: null, promise: 'index_missing', facts: { index: name } });
    }
    let userProducts = 0;
    for (const organisation of organisations) {
      userProducts += await verifyRows(deps, organisation, report);
      await verifyLog({ ...deps, subscriptionsAtOnce }, organisation.id, report);
      await verifySales(deps, organisation.id, report);
      await verifySeries(deps, organisation.id, report);
      await verifyCredits({ ...deps, creditNotesAtOnce }, organisation.id, report);
      await verifyChangeDocuments(deps, organisation.id, report);
    }
    return { ok: true, organisations: organisations.length, userProducts };
  };
}

async function organisationsToVerify(
  deps: VerifyInstallationDeps,
  id: OrganisationId | 'all',
): Promise<readonly Organisation[] | null> {
  if (id === 'all') return deps.organisations.list();
  const organisation = await deps.organisations.find(id);
  return organisation === null ? null : [organisation];
}

/** The clocks are read before the page that is held against them, so that nothing is called late for being read early. */
async function verifyRows(
  deps: VerifyInstallationDeps,
  organisation: Organisation,
  report: ReportFinding,
): Promise<number> {
  const { id } = organisation;
  let count = 0;
  let times = await readTimes(deps, organisation);
  const catalogue = await readCatalogue(deps, id);
  for await (const { rows: page, unreadable } of walkUserProducts(deps.walk, id)) {
    count += page.length + unreadable.length;
    for (const it of unreadable) report(unreadableRow(it));
    const named = page.map(successorIdOf).filter((it): it is UserProductId => it !== null);
    const existing = await deps.walk.existing(id, named);
    for (const row of page) {
      verifyRow(row, times, existing).forEach(report);
      (await verifyByCatalogue(deps, row, catalogue)).forEach(report);
    }
    (await verifyChains(deps, id, page)).forEach(report);
    (await verifyBilling(deps, id, page)).forEach(report);
    times = await readTimes(deps, organisation);
  }
  return count;
}

async function readCatalogue(
  { catalogues, productGroups }: Pick<VerifyInstallationDeps, 'catalogues' | 'productGroups'>,
  id: OrganisationId,
): Promise<HeldCatalogue> {
  return packagesIn(await catalogues.listPackages(id), await productGroups.list(id));
}

/** What seems to be missing in the catalogue may have been made since that was read. */
async function verifyByCatalogue(
  deps: VerifyInstallationDeps,
  row: StoredUserProduct,
  catalogue: HeldCatalogue,
): Promise<readonly Finding[]> {
  const heldAgainst = (it: StoredUserProduct, held: HeldCatalogue): readonly Finding[] => [
    ...verifyInvariants(it, held),
    ...verifyTier(it, held),
  ];
  if (heldAgainst(row, catalogue).length === 0) return [];
  return confirmFindings(deps.userProducts, row, async (it) =>
    heldAgainst(it, await readCatalogue(deps, it.product.organisationId)),
  );
}

function unreadableRow({ id, organisationId, error }: UnreadableUserProduct): Finding {
  const why = error instanceof Error ? error.message : String(error);
  return {
    organisationId,
    promise: 'user_product_unreadable',
    facts: { user_product_id: id, why },
  };
}

async function readTimes(
  deps: VerifyInstallationDeps,
  organisation: Organisation,
): Promise<RowTimes> {
  return { realNow: deps.clock.now(), now: await deps.organisationNow(organisation) };
}
