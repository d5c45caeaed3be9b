import type {
  OrganisationImport,
  PackageImport,
} from '../../application/import/organisation-import.js';
import {
  toClientId,
  toId,
  type AccountId,
  type OrganisationId,
  type PackageId,
  type PaymentPeriodId,
} from '../../domain/ids.js';
import { makeDeriveId, type DeriveId } from './derive-id.js';
import type { OrganisationFile, PackageRow } from './file-schema.js';
import { toUserProductImport } from './to-user-product-import.js';

/** The organisation in the product's words, every row with an id. `path` is where in the file it stands. */
export function toOrganisationImport(file: OrganisationFile, path: string): OrganisationImport {
  const { name, time_zone, currency, live, proration_grain } = file.organisation;
  const derive = makeDeriveId();
  const id = file.organisation.id ?? toId<OrganisationId>(derive('organisation', name));
  const deriveOwn: DeriveId = (...identity) => derive(id, ...identity);
  return {
    path,
    organisation: {
      id,
      name,
      timeZone: time_zone,
      currency,
      live,
      prorationGrain: proration_grain,
    },
    clients: file.clients.map((it) => ({
      id: toClientId(it.id),
      secret: it.secret,
      scopes: it.scopes,
      provisionService: it.provision_service,
    })),
    packages: file.packages.map((it) => toPackageImport(it, deriveOwn)),
    accounts: file.accounts.map((it) => ({
      id: it.id ?? toId<AccountId>(deriveOwn('account', it.customer_number ?? '')),
      customerNumber: it.customer_number,
    })),
    userProducts: file.user_products.map((it) => toUserProductImport(it, deriveOwn)),
  };
}

function toPackageImport(row: PackageRow, derive: DeriveId): PackageImport {
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
      periods: row.periods.map((it) => ({ ...it, id: it.id ?? periodId(it, row.code, derive) })),
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
