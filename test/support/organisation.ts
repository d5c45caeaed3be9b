import { randomBytes } from 'node:crypto';
import { paywayBilling } from '../../src/domain/catalogue/billing-terms.js';
import { makeCatalogue } from '../../src/domain/catalogue/catalogue.js';
import type { Package, PaymentPeriod } from '../../src/domain/catalogue/package.js';
import { soldPeriodOf } from '../../src/domain/catalogue/sold-period.js';
import type { PaywayBehaviour } from '../../src/domain/user-product/change.js';
import {
  type AccountId,
  type DocumentId,
  type EventId,
  type OrganisationId,
  type OutboxEntryId,
  type PackageId,
  type PaymentPeriodId,
  toClientId,
  type UserProductId,
} from '../../src/domain/ids.js';
import type { Currency } from '../../src/domain/money/money.js';
import { parseInstant } from '../../src/domain/time/instant-text.js';
import { type Instant, type TimeZone } from '../../src/domain/time/instant.js';
import type { Interval } from '../../src/domain/time/interval.js';
import { createUserProduct } from '../../src/domain/user-product/create-user-product.js';
import type { UserProduct } from '../../src/domain/user-product/user-product.js';
import type { DialectChangeCommand } from '../../src/application/change/dialect-changes.js';
import type { Organisation } from '../../src/application/ports/organisation-store.js';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';

/** A new id, as the id source of the product makes them: 24 hex characters. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- its reader says which sort of id it is
export function newId<T extends string>(): T {
  return randomBytes(12).toString('hex') as T;
}

/** An instant written as people write it. Throws on anything that is none. */
export function at(iso: string): Instant {
  const instant = parseInstant(iso);
  if (instant === null) throw new TypeError(`${iso} is no instant`);
  return instant;
}

const month: Interval = { unit: 'month', length: 1 };

type PackageOptions = Partial<Omit<Package, 'id' | 'code' | 'periods'>> & {
  readonly periods?: readonly Partial<Omit<PaymentPeriod, 'id' | 'price'>>[] | undefined;
  readonly price: number;
  readonly currency?: string;
};

/** A package with one recurring monthly period by invoice unless told otherwise; `price` in minor units. */
export function makePackage(code: string, options: PackageOptions): Package {
  const { price, currency = 'SEK', periods = [{}], ...rest } = options;
  return {
    id: newId<PackageId>(),
    code,
    kind: 'package',
    name: code,
    titleCode: 'adeprimo',
    rank: 'unranked',
    basePackageCode: null,
    integrationCode: null,
    customerCanCancel: true,
    vatCode: null,
    description: {},
    validFrom: null,
    validTo: null,
    archived: false,
    tags: [],
    ...rest,
    periods: periods.map((period) => ({
      id: newId<PaymentPeriodId>(),
      type: 'recurring',
      paymentMethod: 'invoice',
      enabled: true,
      interval: month,
      name: null,
      billing: paywayBilling,
      ...period,
      price: { amountMinor: price, currency: currency as Currency },
    })),
  };
}

const limited = [{}, { type: 'limited' as const }];

/** What most tests sell: rank 5, 10, 20, 30, each recurring (first period) and limited (second), by the month. */
export function usualPackages(): readonly Package[] {
  return [
    makePackage('lite', { rank: 5, price: 5_000, periods: limited }),
    makePackage('basic', { rank: 10, price: 10_000, periods: limited }),
    makePackage('digital', { rank: 20, price: 20_000, periods: limited }),
    makePackage('premium', { rank: 30, price: 30_000, periods: limited }),
    makePackage('weekend', { rank: 'unranked', price: 8_000, periods: limited }),
  ];
}

export type SeededOrganisation = {
  readonly organisation: Organisation;
  readonly packages: readonly Package[];
  /** A new account with one user product; the package's first period unless `type` says limited. */
  subscribe(options: SubscribeOptions): Promise<UserProduct>;
  /** A request to change that user product to a package's period of its own type. */
  request(product: UserProduct, code: string, behaviour?: PaywayBehaviour): DialectChangeCommand;
  package(code: string): Package;
  /** Puts the catalogue as the function says. */
  editPackage(code: string, edit: (it: Package) => Package): Promise<void>;
};

export type SubscribeOptions = {
  readonly code: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly type?: 'recurring' | 'limited';
  /** The organisation's now when it is imported; where it begins unless given. */
  readonly now?: string;
  readonly edits?: Partial<
    Pick<
      UserProduct,
      | 'state'
      | 'provisionService'
      | 'accountId'
      | 'quantity'
      | 'tierId'
      | 'hasDocuments'
      | 'createdFrom'
    >
  >;
};

type OrganisationOptions = {
  readonly timeZone?: string;
  readonly live?: boolean;
  readonly packages?: readonly Package[];
};

/** An organisation of its own for a test, so that tests share a database without meeting. */
export async function seedOrganisation(
  stores: ChangeStores,
  options: OrganisationOptions = {},
): Promise<SeededOrganisation> {
  const organisation: Organisation = {
    id: newId<OrganisationId>(),
    name: 'test',
    timeZone: (options.timeZone ?? 'Europe/Stockholm') as TimeZone,
    currency: 'SEK' as Currency,
    live: options.live ?? true,
    prorationGrain: 'day',
    testClockAt: null,
  };
  let packages = options.packages ?? usualPackages();
  await stores.organisations.save(organisation);
  await stores.catalogues.savePackages(organisation.id, packages);

  const findPackage = (code: string): Package => {
    const found = packages.find((it) => it.code === code);
    if (found === undefined) throw new Error(`no package ${code}`);
    return found;
  };

  const subscribe = async (wanted: SubscribeOptions): Promise<UserProduct> => {
    const accountId = wanted.edits?.accountId ?? newId<AccountId>();
    await stores.accounts.insertMany(organisation.id, [{ id: accountId, customerNumber: null }]);
    const pack = findPackage(wanted.code);
    const type = wanted.type ?? 'recurring';
    const transition = createUserProduct({
      draft: {
        ...blank(wanted, organisation.id),
        accountId,
        packageId: pack.id,
        packageCode: pack.code,
        soldPeriod: soldPeriodOf(periodOfType(pack, type)),
        subscriptionType: type,
        ...wanted.edits,
      },
      catalogue: makeCatalogue({ ...organisation, packages }),
      ids: { nextEventId: () => newId<EventId>(), nextDocumentId: () => newId<DocumentId>() },
      now: at(wanted.now ?? wanted.validFrom),
    });
    const { next: product, changeRows, events } = transition;
    const entry = {
      id: newId<OutboxEntryId>(),
      createdAt: at(wanted.validFrom),
      changeRows,
      events,
    };
    await stores.userProducts.insert(organisation.id, { product, outbox: [entry] });
    return product;
  };

  return {
    organisation,
    packages,
    subscribe,
    package: findPackage,
    request: (product, code, behaviour = 'default') => ({
      organisationId: organisation.id,
      accountId: product.accountId,
      userProductId: product.id,
      packageCode: code,
      periodId: periodOfType(findPackage(code), product.subscriptionType).id,
      behaviour,
      requestedBy: toClientId('test'),
    }),
    editPackage: async (code, edit) => {
      packages = packages.map((it) => (it.code === code ? edit(it) : it));
      await stores.catalogues.savePackages(organisation.id, packages);
    },
  };
}

function blank({ validFrom, validTo }: SubscribeOptions, organisationId: OrganisationId) {
  const id = newId<UserProductId>();
  return {
    id,
    subscriptionId: id,
    organisationId,
    orderId: null,
    subscriptionNumber: null,
    externalStartAt: null,
    createdFrom: 'import',
    titleCode: 'adeprimo',
    state: 'activated',
    provisionService: 'tulo',
    validFrom: at(validFrom),
    validTo: at(validTo),
    anchor: null,
    paid: null,
    cancelledAt: null,
    pendingChange: null,
    quantity: 1,
    tierId: null,
    hasDocuments: false,
  } as const;
}

function periodOfType(pack: Package, type: string): PaymentPeriod {
  const period = pack.periods.find((it) => it.type === type) ?? pack.periods[0];
  if (period === undefined) throw new Error(`${pack.code} has no period`);
  return period;
}
