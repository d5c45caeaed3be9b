import type {
  ClientImport,
  OrganisationImport,
  PackageImport,
  WebhookEndpointImport,
} from '../../application/import/organisation-import.js';
import type { Account } from '../../application/ports/account-store.js';
import {
  toClientId,
  toId,
  type AccountId,
  type OrganisationId,
  type PackageId,
  type PaymentPeriodId,
  type WebhookEndpointId,
} from '../../domain/ids.js';
import { makeDeriveId, type DeriveId } from './derive-id.js';
import type {
  AccountRow,
  ClientRow,
  OrganisationFile,
  OrganisationRow,
  PackageRow,
  WebhookEndpointRow,
} from './file-schema.js';
import { toPageSettings } from './page-settings-schema.js';
import { toGroupImport } from './to-group-import.js';
import { toUserProductImport } from './to-user-product-import.js';

/** The organisation in the product's words, every row with an id. `path` is where in the file it stands. */
export function toOrganisationImport(file: OrganisationFile, path: string): OrganisationImport {
  const organisation = toOrganisation(file.organisation);
  const derive = makeDeriveIdWithin(organisation.id);
  return {
    path,
    organisation,
    clients: file.clients.map(toClientImport),
    packages: file.packages.map((it) => toPackageImport(it, derive)),
    productGroups: file.product_groups.map((it) => toGroupImport(it, derive)),
    accounts: file.accounts.map((it) => toAccount(it, derive)),
    documents: file.billing_documents,
    userProducts: file.user_products.map((it) => toUserProductImport(it, derive)),
    webhookEndpoints: file.webhook_endpoints.map((it) => toEndpointImport(it, derive)),
  };
}

/** Ids for the rows of one organisation. */
export function makeDeriveIdWithin(id: OrganisationId): DeriveId {
  const derive = makeDeriveId();
  return (...identity) => derive(id, ...identity);
}

/** An organisation of a file; without an id it gets one made of its name. */
export function toOrganisation(row: OrganisationRow): OrganisationImport['organisation'] {
  const { name, time_zone, currency, live, proration_grain } = row;
  const id = row.id ?? toId<OrganisationId>(makeDeriveId()('organisation', name));
  const own = { id, name, timeZone: time_zone, currency, live, prorationGrain: proration_grain };
  const pages = toPageSettings(row);
  return Object.keys(pages).length === 0 ? own : { ...own, pages };
}

/** A client of a file; what the file does not say about it stays as it is. */
export function toClientImport(row: ClientRow): ClientImport {
  return {
    id: toClientId(row.id),
    secret: row.secret,
    isSecretWithheld: row.secret_withheld,
    scopes: row.scopes,
    provisionService: row.provision_service,
    disabled: row.disabled ?? null,
  };
}

/** An account of a file; without an id it gets one made of its customer number. */
export function toAccount(row: AccountRow, derive: DeriveId): Account {
  return {
    id: row.id ?? toId<AccountId>(derive('account', row.customer_number ?? '')),
    customerNumber: row.customer_number,
  };
}

/** A webhook endpoint of a file; without an id it gets one made of its URL. */
export function toEndpointImport(row: WebhookEndpointRow, derive: DeriveId): WebhookEndpointImport {
  const { url, types, enabled, secret } = row;
  const id = row.id ?? toId<WebhookEndpointId>(derive('webhook endpoint', url));
  return { id, url, types, enabled, secret };
}

/** A package of a file; rank 0 is unranked, and periods without an id get one. */
export function toPackageImport(row: PackageRow, derive: DeriveId): PackageImport {
  return {
    hasGivenId: row.id !== undefined,
    package: {
      id: row.id ?? toId<PackageId>(derive('package', row.code)),
      code: row.code,
      kind: row.kind,
      name: row.name,
      titleCode: row.title_code,
      rank: row.rank === 0 ? 'unranked' : row.rank,
      basePackageCode: row.base_package,
      integrationCode: row.integration_code,
      customerCanCancel: row.customer_can_cancel,
      vatCode: row.vat_code,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      archived: row.archived,
      tags: row.tags,
      description: row.description,
      periods: row.periods.map((it) => ({
        ...it,
        id: it.id ?? periodId(it, row.code, derive),
      })),
    },
  };
}

/** By what a period is, not by what it costs: a new price is the same period. */
function periodId(
  period: PackageRow['periods'][number],
  code: string,
  derive: DeriveId,
): PaymentPeriodId {
  const { type, paymentMethod, interval } = period;
  return toId(derive('period', code, type, paymentMethod, interval.unit, String(interval.length)));
}
