import type { ExportRow } from '../../application/export/export-organisations.js';
import type { Package } from '../../domain/catalogue/package.js';
import { pageSettingsMembersOf } from './page-settings-members.js';
import { toDocumentRow } from './to-document-row.js';
import { toProductGroupRow } from './to-product-group-row.js';
import { isoOrNull, termsOf, toUserProductRow } from './to-user-product-row.js';

/** A row as the line of NDJSON that an import reads it from (docs/spec/operations.md §4), its newline included. */
export function toFileLine(row: ExportRow): string {
  return `${JSON.stringify({ row: row.row, ...membersOf(row) })}\n`;
}

function membersOf(given: ExportRow): object {
  if (given.row === 'organisation') return organisationMembers(given);
  if (given.row === 'client') return clientMembers(given.client);
  if (given.row === 'package') return packageMembers(given.package);
  if (given.row === 'product_group') return toProductGroupRow(given);
  if (given.row === 'billing_document') return toDocumentRow(given.document);
  if (given.row === 'user_product') return toUserProductRow(given);
  return { id: given.account.id, customer_number: given.account.customerNumber };
}

type Of<Row extends ExportRow['row']> = Extract<ExportRow, { row: Row }>;

function organisationMembers({ organisation, pages }: Of<'organisation'>): object {
  return {
    id: organisation.id,
    name: organisation.name,
    time_zone: organisation.timeZone,
    currency: organisation.currency,
    live: organisation.live,
    proration_grain: organisation.prorationGrain,
    ...pageSettingsMembersOf(pages),
  };
}

/** Only what shuts a client out is told: an old file must not let one in again. */
function clientMembers(client: Of<'client'>['client']): object {
  return {
    id: client.id,
    secret_withheld: true,
    scopes: client.scopes,
    provision_service: client.provisionService,
    ...(client.disabled ? { disabled: true } : {}),
  };
}

function packageMembers(pack: Package): object {
  return {
    id: pack.id,
    code: pack.code,
    kind: pack.kind,
    name: pack.name,
    title_code: pack.titleCode,
    rank: pack.rank === 'unranked' ? 0 : pack.rank,
    base_package: pack.basePackageCode,
    integration_code: pack.integrationCode,
    customer_can_cancel: pack.customerCanCancel,
    vat_code: pack.vatCode,
    valid_from: isoOrNull(pack.validFrom),
    valid_to: isoOrNull(pack.validTo),
    archived: pack.archived,
    tags: pack.tags,
    ...(Object.keys(pack.description).length === 0 ? {} : { description: pack.description }),
    periods: pack.periods.map(({ id, enabled, ...terms }) => ({ id, enabled, ...termsOf(terms) })),
  };
}
