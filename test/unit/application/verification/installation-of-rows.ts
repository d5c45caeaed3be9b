import type {
  BillingDocumentStore,
  NumberedDocument,
} from '../../../../src/application/ports/billing-document-store.js';
import type { LoggedEvent } from '../../../../src/application/ports/event-log.js';
import type { Organisation } from '../../../../src/application/ports/organisation-store.js';
import type {
  OutboxEntry,
  StoredUserProduct,
} from '../../../../src/application/ports/user-product-store.js';
import { makeVerifyInstallation } from '../../../../src/application/verification/verify-installation.js';
import type { ProductGroup } from '../../../../src/domain/catalogue/product-group.js';
import type { DocumentType } from '../../../../src/domain/billing/billing-document.js';
import type { Change } from '../../../../src/domain/user-product/change.js';
import type { DomainEvent } from '../../../../src/domain/user-product/event-side.js';
import type { OrganisationId, SubscriptionId, UserProductId } from '../../../../src/domain/ids.js';
import type { Instant } from '../../../../src/domain/time/instant.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { at, stockholm } from '../../../support/domain/at.js';
import { buildPackage, sek } from '../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../support/domain/build-user-product.js';
import { idOf } from '../../../support/domain/id-of.js';

export const realNow = at('2026-04-16T12:00:00Z');
export const pack = buildPackage({ number: 10 });
/** What a change may be to. */
export const otherPack = buildPackage({ number: 20 });
export const organisationId = idOf<OrganisationId>(1);

/** A user product that nothing is wrong with, first of its chain, its one event in the log. */
export function rowOf(
  number: number,
  product: Partial<UserProduct> = {},
  row: Partial<StoredUserProduct> = {},
): StoredUserProduct {
  const id = idOf<SubscriptionId>(number);
  return {
    product: buildUserProduct(pack, { id, subscriptionId: id, ...product }),
    outbox: [],
    recentChanges: [],
    successor: null,
    dueBlocked: false,
    keptAnswers: [],
    ...row,
  };
}

export function eventOf(row: StoredUserProduct, sequence: number): DomainEvent {
  const { id, subscriptionId, accountId } = row.product;
  return {
    id: idOf(sequence * 10_000 + Number.parseInt(id, 16)),
    sequence,
    type: 'user_product_updated',
    occurredAt: realNow,
    organisationId,
    accountId,
    userProductId: id,
    subscriptionId,
    changeId: null,
    before: null,
    after: null,
    document: null,
    settlement: null,
  };
}

export function entryOf(createdAt: Instant, events: readonly DomainEvent[] = []): OutboxEntry {
  return { id: idOf(77), createdAt, changeRows: [], events };
}

type Installation = {
  rows?: readonly StoredUserProduct[];
  /** In log order at positions 1, 2, 3 … unless given: the first event of every row. */
  log?: readonly LoggedEvent[];
  /** Where retention says that the log begins. */
  logStartsAt?: number;
  missingIndexes?: readonly string[];
  documents?: readonly NumberedDocument[];
  changes?: readonly Change[];
  /** As they are each time that they are read. */
  groups?: readonly ProductGroup[] | (() => readonly ProductGroup[]);
  testClockAt?: Instant;
};

export function logOf(...events: readonly DomainEvent[]): readonly LoggedEvent[] {
  return events.map((event, index) => ({ position: index + 1, event }));
}

/** Documents as a store that keeps no promise of theirs would have them. */
export function documentsIn(
  all: readonly NumberedDocument[],
): Pick<BillingDocumentStore, 'series' | 'findMany' | 'lastSequence' | 'ofUserProducts'> {
  const seriesOf = (type: DocumentType) =>
    all.filter((it) => it.type === type).toSorted((a, b) => a.sequence - b.sequence);
  return {
    series: (_, { type, after, limit }) =>
      Promise.resolve(
        seriesOf(type)
          .filter((it) => it.sequence > after)
          .slice(0, limit),
      ),
    findMany: (_, ids) => Promise.resolve(all.filter((it) => ids.includes(it.id))),
    ofUserProducts: async function* (_, ids) {
      for (const document of await Promise.resolve(all)) {
        if (document.positions.some((it) => ids.includes(it.userProductId))) yield [document];
      }
    },
    lastSequence: (_, type) => Promise.resolve(seriesOf(type).at(-1)?.sequence ?? 0),
  };
}

/** What `verify` says of such an installation, a line a finding: the promise and its facts. */
export async function findingsOf({
  rows = [],
  ...given
}: Installation): Promise<readonly string[]> {
  const log = given.log ?? logOf(...rows.map((row) => eventOf(row, 1)));
  const organisation: Organisation = {
    id: organisationId,
    name: 'test',
    timeZone: stockholm,
    currency: sek,
    live: false,
    prorationGrain: 'day',
    testClockAt: given.testClockAt ?? null,
  };
  const sorted = rows.toSorted((a, b) => (a.product.id < b.product.id ? -1 : 1));
  const verify = makeVerifyInstallation({
    organisations: {
      find: (id) => Promise.resolve(id === organisationId ? organisation : null),
      list: () => Promise.resolve([organisation]),
    },
    userProducts: {
      find: (_, id) => Promise.resolve(rows.find((it) => it.product.id === id) ?? null),
      listByAccount: (_, accountId) =>
        Promise.resolve(rows.filter((it) => it.product.accountId === accountId)),
    },
    walk: {
      page: (_, { after, limit }) =>
        Promise.resolve(sorted.filter((it) => it.product.id > (after ?? '')).slice(0, limit)),
      existing: (_, ids) =>
        Promise.resolve(
          new Set<UserProductId>(ids.filter((id) => rows.some((it) => it.product.id === id))),
        ),
    },
    productGroups: {
      list: () => {
        const { groups = [] } = given;
        return Promise.resolve(typeof groups === 'function' ? groups() : groups);
      },
    },
    catalogues: { listPackages: () => Promise.resolve([pack, otherPack]) },
    events: {
      lastPosition: () => Promise.resolve(log.at(-1)?.position ?? 0),
      read: (_, { after, limit }) =>
        Promise.resolve(log.filter((it) => it.position > after).slice(0, limit)),
    },
    documents: documentsIn(given.documents ?? []),
    changeWalk: {
      page: () => Promise.resolve({ changes: given.changes ?? [], through: null }),
    },
    retention: { logStartsAt: () => Promise.resolve(given.logStartsAt ?? 1) },
    database: { missingIndexes: () => Promise.resolve(given.missingIndexes ?? []) },
    organisationNow: (it) => Promise.resolve(it.testClockAt ?? realNow),
    clock: { now: () => realNow },
  });
  const lines: string[] = [];
  await verify({
    organisationId: 'all',
    report: ({ promise, facts }) => lines.push([promise, ...Object.values(facts)].join(' ')),
  });
  return lines;
}
