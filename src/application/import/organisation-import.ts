import type { Package, PeriodType } from '../../domain/catalogue/package.js';
import type { SoldPeriod } from '../../domain/catalogue/sold-period.js';
import type { AccountId, ClientId, PaymentPeriodId, UserProductId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Paid } from '../../domain/user-product/paid.js';
import type { RelativeDate } from '../../domain/time/relative-date.js';
import type { UserProductState } from '../../domain/user-product/user-product.js';
import type { Account } from '../ports/account-store.js';
import type { Organisation } from '../ports/organisation-store.js';

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

/** Without an id in the file, a package that has the code already keeps its own. */
export type PackageImport = { readonly package: Package; readonly hasGivenId: boolean };

/** The terms a subscription was sold at elsewhere, where they are not what the catalogue says now. */
type PeriodSnapshot = Omit<SoldPeriod, 'periodId'>;

export type PeriodReference = {
  readonly packageCode: string;
  readonly periodId: PaymentPeriodId;
  readonly periodSnapshot: PeriodSnapshot | null;
};

export type PendingChangeImport = PeriodReference & {
  readonly kind: 'downgrade' | 'change';
  readonly requestedAt: ImportDate | null;
  readonly requestedBy: string | null;
};

/** What was paid, as a file says it. Null: `forMs` is the stretch itself, `to` is `validTo`. */
export type PaidImport = Pick<Paid, 'amount' | 'creditedMinor' | 'document'> & {
  readonly forMs: number | null;
  readonly from: ImportDate;
  readonly to: ImportDate | null;
};

export type UserProductImport = PeriodReference & {
  readonly id: UserProductId;
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
};

/** One organisation of a file (docs/spec/operations.md §4), every value well-formed by itself. */
export type OrganisationImport = {
  /** Where in the file it stands: empty, or `organisations[2].`; faults begin with it. */
  readonly path: string;
  readonly organisation: Omit<Organisation, 'testClockAt'>;
  readonly clients: readonly ClientImport[];
  readonly packages: readonly PackageImport[];
  readonly accounts: readonly Account[];
  readonly userProducts: readonly UserProductImport[];
};

/** One thing wrong with a file, by its place: `packages[3].periods[0].price`. Never holds a secret. */
export type ImportFault = { readonly path: string; readonly problem: string };
