import type { Package } from '../../domain/catalogue/package.js';
import type { ProductGroup } from '../../domain/catalogue/product-group.js';
import type { OrganisationId, PackageId, TierId } from '../../domain/ids.js';
import { defaultPageSettings, type PageSettings } from '../../domain/portal/portal-settings.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type { DrainOutbox } from '../commit/drain-outbox.js';
import type { Account, AccountWalk } from '../ports/account-store.js';
import type { BillingDocumentStore, NumberedDocument } from '../ports/billing-document-store.js';
import type { CatalogueStore } from '../ports/catalogue-store.js';
import type { ApiClient, ClientStore } from '../ports/client-store.js';
import type { Organisation, OrganisationStore } from '../ports/organisation-store.js';
import type { ProductGroupStore } from '../ports/product-group-store.js';
import type { StoredUserProduct, UserProductWalk } from '../ports/user-product-store.js';
import { campaignsLast } from './campaigns-last.js';
import { whatIsThere } from './what-is-there.js';

/** One row of an export: what an import makes the same row of. */
export type ExportRow =
  | {
      readonly row: 'organisation';
      readonly organisation: Organisation;
      readonly pages: PageSettings;
    }
  | { readonly row: 'client'; readonly client: Omit<ApiClient, 'secretHash'> }
  | { readonly row: 'package'; readonly package: Package }
  | {
      readonly row: 'product_group';
      readonly group: ProductGroup;
      readonly codeOf: (id: PackageId) => string | null;
    }
  | { readonly row: 'account'; readonly account: Account }
  | { readonly row: 'billing_document'; readonly document: NumberedDocument }
  | {
      readonly row: 'user_product';
      readonly product: UserProduct;
      /** A package's code as it is now: a row keeps the one that it was sold by. */
      readonly codeOf: (id: PackageId) => string | null;
      /** Its tier, where that is there and of its package. */
      readonly tierId: TierId | null;
    };

export type ExportOrganisations = (
  organisationId: OrganisationId | 'all',
) => Promise<
  | { readonly ok: true; readonly pages: AsyncIterable<readonly ExportRow[]> }
  | { readonly ok: false; readonly failure: 'unknown_organisation' }
>;

export type ExportDeps = {
  readonly organisations: Pick<OrganisationStore, 'find' | 'list' | 'readPages'>;
  readonly clients: Pick<ClientStore, 'list'>;
  readonly catalogues: Pick<CatalogueStore, 'listPackages'>;
  readonly productGroups: Pick<ProductGroupStore, 'list'>;
  readonly documents: Pick<BillingDocumentStore, 'lastSequence' | 'series'>;
  readonly accountWalk: AccountWalk;
  readonly walk: Pick<UserProductWalk, 'page'>;
  readonly drainOutbox: DrainOutbox;
};

const limit = 500;

/**
 * What an import needs to set organisations up elsewhere, page by page, whatever a row refers to before it
 * (docs/spec/operations.md §1). A user product that a change has ended is left out: brought elsewhere it would be a
 * subscription of its own. Beside writers it is no picture of one instant.
 */
export function makeExportOrganisations(deps: ExportDeps): ExportOrganisations {
  return async (organisationId) => {
    if (organisationId === 'all') {
      return { ok: true, pages: pagesOf(deps, await deps.organisations.list()) };
    }
    const organisation = await deps.organisations.find(organisationId);
    if (organisation === null) return { ok: false, failure: 'unknown_organisation' };
    return { ok: true, pages: pagesOf(deps, [organisation]) };
  };
}

async function* pagesOf(
  deps: ExportDeps,
  organisations: readonly Organisation[],
): AsyncGenerator<readonly ExportRow[]> {
  for (const organisation of organisations) {
    const { id } = organisation;
    // A successor that waits in its source is inserted, so that the walk meets it.
    await deps.drainOutbox(id);
    const pages = (await deps.organisations.readPages(id)) ?? defaultPageSettings;
    const clients = await deps.clients.list(id);
    const packages = campaignsLast(await deps.catalogues.listPackages(id));
    const groups = whatIsThere(await deps.productGroups.list(id), packages);
    const names = namesIn(packages, groups);
    yield [
      { row: 'organisation', organisation, pages },
      ...clients.map((client) => ({ row: 'client', client }) as const),
      ...packages.map((it) => ({ row: 'package', package: it }) as const),
      ...groups.map((group) => ({ row: 'product_group', group, codeOf: names.codeOf }) as const),
    ];
    yield* accountPages(deps, id);
    yield* documentPages(deps, id);
    yield* userProductPages(deps, id, names);
  }
}

async function* accountPages(
  { accountWalk }: ExportDeps,
  organisationId: OrganisationId,
): AsyncGenerator<readonly ExportRow[]> {
  let page = await accountWalk.page(organisationId, { after: null, limit });
  for (let last = page.at(-1); last !== undefined; last = page.at(-1)) {
    yield page.map((account) => ({ row: 'account', account }));
    page = await accountWalk.page(organisationId, { after: last.id, limit });
  }
}

/** Invoices first: and no credit note that was made after them, whose invoice they may not have. */
async function* documentPages(
  { documents }: ExportDeps,
  organisationId: OrganisationId,
): AsyncGenerator<readonly ExportRow[]> {
  const lastNote = await documents.lastSequence(organisationId, 'credit_note');
  for (const [type, last] of [
    ['invoice', Number.MAX_SAFE_INTEGER],
    ['credit_note', lastNote],
  ] as const) {
    const pageAfter = (after: number) => documents.series(organisationId, { type, after, limit });
    let page = await pageAfter(0);
    for (let end = page.at(-1); end !== undefined; end = page.at(-1)) {
      yield page
        .filter((it) => it.sequence <= last)
        .map((document) => ({ row: 'billing_document', document }));
      page = end.sequence < last ? await pageAfter(end.sequence) : [];
    }
  }
}

async function* userProductPages(
  { walk }: ExportDeps,
  organisationId: OrganisationId,
  { codeOf, tierOf }: Names,
): AsyncGenerator<readonly ExportRow[]> {
  let page = await walk.page(organisationId, { after: null, limit });
  for (let last = page.at(-1); last !== undefined; last = page.at(-1)) {
    yield page
      .filter(isLastOfChain)
      .map(({ product }) => ({ row: 'user_product', product, codeOf, tierId: tierOf(product) }));
    page = await walk.page(organisationId, { after: last.product.id, limit });
  }
}

type Names = {
  readonly codeOf: (id: PackageId) => string | null;
  readonly tierOf: (product: UserProduct) => TierId | null;
};

/** A tier that is gone, or of another package by now, is as none (docs/spec/product-groups-api.md §2). */
function namesIn(packages: readonly Package[], groups: readonly ProductGroup[]): Names {
  const codes = new Map(packages.map((it) => [it.id, it.code]));
  const packageOf = new Map(
    groups.flatMap(({ tiers }) => tiers.map((it) => [it.id, it.packageId] as const)),
  );
  return {
    codeOf: (id) => codes.get(id) ?? null,
    tierOf: ({ tierId, packageId }) =>
      tierId !== null && packageOf.get(tierId) === packageId ? tierId : null,
  };
}

function isLastOfChain({ product, successor }: StoredUserProduct): boolean {
  return product.endedBy === null && successor === null;
}
