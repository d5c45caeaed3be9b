import type {
  ImportFault,
  OrganisationImport,
} from '../../application/import/organisation-import.js';
import type { DeriveId } from './derive-id.js';
import type { FileLine } from './file-schema.js';
import {
  toAccount,
  toClientImport,
  toEndpointImport,
  toPackageImport,
} from './to-organisation-import.js';
import { toGroupImport } from './to-group-import.js';
import { toUserProductImport } from './to-user-product-import.js';

/** The organisation that a line has opened, and the ids of its rows. */
export type OpenOrganisation = {
  readonly organisation: OrganisationImport['organisation'];
  readonly line: number;
  readonly derive: DeriveId;
};

type ListName =
  | 'clients'
  | 'packages'
  | 'product_groups'
  | 'accounts'
  | 'billing_documents'
  | 'user_products'
  | 'webhook_endpoints';

/** Rows of one organisation that stand one after the other, gathered to be checked and written together. */
export type PageOfRows = {
  readonly firstLine: number;
  lastLine: number;
  readonly faults: ImportFault[];
  readonly import: {
    readonly clients: OrganisationImport['clients'][number][];
    readonly packages: OrganisationImport['packages'][number][];
    readonly productGroups: OrganisationImport['productGroups'][number][];
    readonly accounts: OrganisationImport['accounts'][number][];
    readonly documents: OrganisationImport['documents'][number][];
    readonly userProducts: OrganisationImport['userProducts'][number][];
    readonly webhookEndpoints: OrganisationImport['webhookEndpoints'][number][];
  };
  /** The line of each row, by its place in its list. */
  readonly lines: Readonly<Record<ListName, number[]>>;
};

/** A page that begins at this line, with no row yet. */
export function emptyPage(firstLine: number): PageOfRows {
  return {
    firstLine,
    lastLine: firstLine,
    faults: [],
    import: {
      clients: [],
      packages: [],
      productGroups: [],
      accounts: [],
      documents: [],
      userProducts: [],
      webhookEndpoints: [],
    },
    lines: {
      clients: [],
      packages: [],
      product_groups: [],
      accounts: [],
      billing_documents: [],
      user_products: [],
      webhook_endpoints: [],
    },
  };
}

/** Adds a row to its list. */
export function addRow(
  page: PageOfRows,
  row: Exclude<FileLine, { row: 'organisation' }>,
  { number, derive }: { number: number; derive: DeriveId },
): void {
  const { import: rows, lines } = page;
  if (row.row === 'client') {
    rows.clients.push(toClientImport(row));
    lines.clients.push(number);
  } else if (row.row === 'package') {
    rows.packages.push(toPackageImport(row, derive));
    lines.packages.push(number);
  } else if (row.row === 'product_group') {
    rows.productGroups.push(toGroupImport(row, derive));
    lines.product_groups.push(number);
  } else if (row.row === 'account') {
    rows.accounts.push(toAccount(row, derive));
    lines.accounts.push(number);
  } else if (row.row === 'billing_document') {
    rows.documents.push(row.document);
    lines.billing_documents.push(number);
  } else if (row.row === 'webhook_endpoint') {
    rows.webhookEndpoints.push(toEndpointImport(row, derive));
    lines.webhook_endpoints.push(number);
  } else {
    rows.userProducts.push(toUserProductImport(row, derive));
    lines.user_products.push(number);
  }
}

const placeInList =
  /^(?:organisation|(clients|packages|product_groups|accounts|billing_documents|user_products|webhook_endpoints)\[(\d+)\])(?:\.|$)/;

/**
 * A fault by its line rather than by its place in a list. Example: `user_products[3].valid_to` is
 * `line 17, valid_to`.
 */
export function atItsLine(
  { path, problem }: ImportFault,
  { lines }: Pick<PageOfRows, 'lines'>,
  opened: Pick<OpenOrganisation, 'line'>,
): ImportFault {
  const lined = (text: string): string =>
    text.replace(placeInList, (_, list: ListName | undefined, index: string | undefined) => {
      const line = list === undefined ? opened.line : lines[list][Number(index)];
      return `line ${String(line)}, `;
    });
  const twice = 'stands at ';
  return {
    path: lined(path),
    problem: problem.startsWith(twice) ? twice + lined(problem.slice(twice.length)) : problem,
  };
}
