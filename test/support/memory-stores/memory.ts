import type { AccountRecord } from '../../../src/application/ports/account-store.js';
import type { AuditEntry } from '../../../src/application/ports/audit-store.js';
import type { NumberedDocument } from '../../../src/application/ports/billing-document-store.js';
import type { Cart } from '../../../src/application/ports/cart-store.js';
import type { ApiClient } from '../../../src/application/ports/client-store.js';
import type { LoggedEvent } from '../../../src/application/ports/event-log.js';
import type { KeyRecord } from '../../../src/application/ports/idempotency-store.js';
import type { Organisation } from '../../../src/application/ports/organisation-store.js';
import type { PageLink, PageSession } from '../../../src/application/ports/page-access-store.js';
import type { StoredUserProduct } from '../../../src/application/ports/user-product-store.js';
import type { WebhookDelivery } from '../../../src/application/ports/webhook-delivery-store.js';
import type { WebhookEndpoint } from '../../../src/application/ports/webhook-endpoint-store.js';
import type { RevisedPackage } from '../../../src/domain/catalogue/revised-package.js';
import type { ProductGroup } from '../../../src/domain/catalogue/product-group.js';
import type { PageSettings } from '../../../src/domain/portal/portal-settings.js';
import type { OrganisationId, WebhookEndpointId } from '../../../src/domain/ids.js';
import { type Instant, toInstant } from '../../../src/domain/time/instant.js';
import type { Operator } from '../../../src/domain/operators/operator.js';
import type { Change } from '../../../src/domain/user-product/change.js';

/** A row with the organisation that it belongs to; null: to none. */
export type Owned<Row> = { readonly organisationId: OrganisationId | null; readonly row: Row };

export type LogRow = LoggedEvent & { readonly writtenAt: Instant };
export type OrganisationRow = Omit<Organisation, 'testClockAt'> & {
  readonly pages: PageSettings;
  readonly testClockAt: Instant | null;
  readonly logStartsAt: number;
  readonly periodEnds: { readonly holder: string; readonly until: Instant } | null;
};
export type DeliveryRow = WebhookDelivery & { readonly endpointId: WebhookEndpointId };

/** All that the stores of one installation keep, each collection by its key. */
export type Memory = {
  readonly organisations: Map<string, OrganisationRow>;
  readonly userProducts: Map<string, Owned<StoredUserProduct>>;
  readonly changes: Map<string, Owned<Change>>;
  readonly documents: Map<string, Owned<NumberedDocument>>;
  /** By organisation and position. */
  readonly events: Map<string, Owned<LogRow>>;
  readonly packages: Map<string, Owned<RevisedPackage>>;
  readonly productGroups: Map<string, Owned<ProductGroup>>;
  readonly carts: Map<string, Owned<Cart>>;
  readonly accounts: Map<string, Owned<AccountRecord>>;
  readonly clients: Map<string, Owned<ApiClient>>;
  /** By organisation and hash of the key. */
  readonly keyRecords: Map<string, Owned<KeyRecord>>;
  readonly pageLinks: Map<string, Owned<PageLink>>;
  /** By the hash of their secret. */
  readonly pageSessions: Map<string, Owned<PageSession>>;
  readonly webhookEndpoints: Map<string, Owned<WebhookEndpoint>>;
  /** By endpoint and position. */
  readonly webhookDeliveries: Map<string, Owned<DeliveryRow>>;
  readonly operators: Map<string, Operator>;
  readonly auditEntries: Map<string, AuditEntry>;
};

/** An installation that holds nothing. */
export function emptyMemory(): Memory {
  return {
    organisations: new Map(),
    userProducts: new Map(),
    changes: new Map(),
    documents: new Map(),
    events: new Map(),
    packages: new Map(),
    productGroups: new Map(),
    carts: new Map(),
    accounts: new Map(),
    clients: new Map(),
    keyRecords: new Map(),
    pageLinks: new Map(),
    pageSessions: new Map(),
    webhookEndpoints: new Map(),
    webhookDeliveries: new Map(),
    operators: new Map(),
    auditEntries: new Map(),
  };
}

/** The row of that key, where it is this organisation's. */
export function rowOf<Row>(
  rows: ReadonlyMap<string, Owned<Row>>,
  organisationId: OrganisationId,
  key: string,
): Row | null {
  const found = rows.get(key);
  return found?.organisationId === organisationId ? found.row : null;
}

/** All rows of an organisation, or of every one. */
export function rowsOf<Row>(
  rows: ReadonlyMap<string, Owned<Row>>,
  organisationId: OrganisationId | 'all',
): Row[] {
  return [...rows.values()]
    .filter((it) => organisationId === 'all' || it.organisationId === organisationId)
    .map((it) => it.row);
}

/** Inserts a row where its key is free. False: it is taken, by whichever organisation. */
export function insertRow<Row>(
  rows: Map<string, Owned<Row>>,
  key: string,
  owned: Owned<Row>,
): boolean {
  if (rows.has(key)) return false;
  rows.set(key, owned);
  return true;
}

/** Takes out an organisation's rows that are meant, and answers how many. */
export function removeRows<Row>(
  rows: Map<string, Owned<Row>>,
  organisationId: OrganisationId,
  isMeant: (row: Row) => boolean,
): number {
  const gone = [...rows].filter(
    ([, it]) => it.organisationId === organisationId && isMeant(it.row),
  );
  for (const [key] of gone) rows.delete(key);
  return gone.length;
}

/** The page after an id, of rows in the order of their ids. */
export function pageAfter<Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Row[] {
  return rows
    .filter((it) => after === null || idOf(it) > after)
    .toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
    .slice(0, limit);
}

/** Since when something is there that does not say so, as the database reads it: the seconds that its id begins with. */
export function madeAt({ id }: { readonly id: string }): Instant {
  return toInstant(Number.parseInt(id.slice(0, 8), 16) * 1_000);
}
