import type { Package, PeriodType } from '../../domain/catalogue/package.js';
import type { ProductGroup, Tier } from '../../domain/catalogue/product-group.js';
import type { SoldPeriod } from '../../domain/catalogue/sold-period.js';
import type {
  AccountId,
  ClientId,
  PaymentPeriodId,
  SubscriptionId,
  TierId,
  UserProductId,
} from '../../domain/ids.js';
import type { Currency } from '../../domain/money/money.js';
import type { Instant } from '../../domain/time/instant.js';
import type { ChangeKind } from '../../domain/user-product/change.js';
import type { Paid } from '../../domain/user-product/paid.js';
import type { RelativeDate } from '../../domain/time/relative-date.js';
import type { UserProductState } from '../../domain/user-product/user-product.js';
import type { Account } from '../ports/account-store.js';
import type { NumberedDocument } from '../ports/billing-document-store.js';
import type { SavedOrganisation } from '../ports/organisation-store.js';
import type { WebhookEndpoint } from '../ports/webhook-endpoint-store.js';

/** An instant, or so far from the organisation's now at the time the row is created. */
export type ImportDate = Instant | RelativeDate;

export type ClientImport = {
  readonly id: ClientId;
  /** Null leaves the secret of a client that exists. */
  readonly secret: string | null;
  /** Without a secret it is made all the same, and lets nobody in before it is given one. */
  readonly isSecretWithheld: boolean;
  readonly scopes: readonly string[];
  readonly provisionService: string;
  /** Null leaves it as it is. */
  readonly disabled: boolean | null;
};

/** Null: `types` are all, `enabled` is as it is, or true of a new one, `secret` stays. */
export type WebhookEndpointImport = Pick<WebhookEndpoint, 'id' | 'url' | 'types'> & {
  readonly enabled: boolean | null;
  readonly secret: string | null;
};

/** Without an id in the file, a package that has the code already keeps its own. */
export type PackageImport = { readonly package: Package; readonly hasGivenId: boolean };

/** A tier as a file says it: without an id in it, the tier that its package has in the group already. */
export type TierImport = Omit<Tier, 'packageId'> & {
  readonly packageCode: string;
  readonly hasGivenId: boolean;
};

/** A null instant: now, or as it is where the group stands. */
export type GroupImport = Pick<
  ProductGroup,
  'id' | 'name' | 'enabled' | 'forceSameBillingInterval'
> & {
  readonly tiers: readonly TierImport[];
  readonly createdAt: Instant | null;
};

/** The terms a subscription was sold at elsewhere, where they are not what the catalogue says now. */
type PeriodSnapshot = Omit<SoldPeriod, 'periodId'>;

export type PeriodReference = {
  readonly packageCode: string;
  readonly periodId: PaymentPeriodId;
  readonly periodSnapshot: PeriodSnapshot | null;
};

/** How many of it, on which tier of a product group; null: none. */
type UnitsImport = { readonly quantity: number; readonly tierId: TierId | null };

/** With a tier it was asked for by the rules of that tier's group, without one by Payway's. */
export type PendingChangeImport = PeriodReference &
  UnitsImport & {
    readonly kind: ChangeKind;
    readonly requestedAt: ImportDate | null;
    readonly requestedBy: string | null;
  };

/**
 * What was paid, as a file says it, amounts in major units. Null: `currency` is that of the period it was sold at, `forMs`
 * is the stretch itself, `to` is `validTo`.
 */
export type PaidImport = Pick<Paid, 'document'> & {
  readonly amount: string;
  readonly credited: string;
  readonly currency: Currency | null;
  readonly forMs: number | null;
  readonly from: ImportDate;
  readonly to: ImportDate | null;
};

/** What a file says of documents; what was paid stands here or by itself. */
export type BillingImport = { readonly hasDocuments: boolean; readonly paid: PaidImport | null };

export type UserProductImport = PeriodReference &
  UnitsImport & {
    readonly id: UserProductId;
    /** Its own id where it is the first of its subscription, or the file does not say. */
    readonly subscriptionId: SubscriptionId;
    readonly accountId: AccountId;
    readonly subscriptionType: PeriodType;
    readonly state: UserProductState;
    readonly provisionService: string;
    readonly validFrom: ImportDate;
    readonly validTo: ImportDate | null;
    /** Null: `validFrom`. */
    readonly anchor: ImportDate | null;
    /** Null: the anchor's own civil day. */
    readonly billingDay: number | null;
    readonly cancelledAt: ImportDate | null;
    readonly pendingChange: PendingChangeImport | null;
    readonly subscriptionNumber: string | null;
    readonly orderId: string | null;
    readonly externalStartAt: ImportDate | null;
    /** Null: the price of as many periods as reach back to now (docs/spec/change-rules.md §3). */
    readonly paid: PaidImport | null;
    readonly billing: BillingImport;
  };

/** One organisation of a file (docs/spec/operations.md §4), every value well-formed by itself. */
export type OrganisationImport = {
  /** Where in the file it stands: empty, or `organisations[2].`; faults begin with it. */
  readonly path: string;
  readonly organisation: SavedOrganisation;
  readonly clients: readonly ClientImport[];
  readonly packages: readonly PackageImport[];
  readonly productGroups: readonly GroupImport[];
  readonly accounts: readonly Account[];
  /** With the numbers that they keep. */
  readonly documents: readonly NumberedDocument[];
  readonly userProducts: readonly UserProductImport[];
  readonly webhookEndpoints: readonly WebhookEndpointImport[];
};

/** One thing wrong with a file, by its place: `packages[3].periods[0].price`. Never holds a secret. */
export type ImportFault = { readonly path: string; readonly problem: string };
