import type { BillingTerms } from '../../domain/catalogue/billing-terms.js';
import type { Package, PaymentPeriod } from '../../domain/catalogue/package.js';
import type { OrganisationId, PackageId, PaymentPeriodId } from '../../domain/ids.js';
import type { Currency, Money } from '../../domain/money/money.js';
import type { Interval } from '../../domain/time/interval.js';
import type { ListOrder, Page, PageQuery } from '../ports/page.js';
import type { GivenBilling } from './period-billing.js';
import type {
  FullResource,
  InvalidFields,
  MovedResource,
  UnknownResource,
} from './refused-write.js';
import type { TakenVersions } from './takes-version.js';
import type { Revision } from '../../domain/catalogue/revision.js';

/** A recurring payment period of a package of kind package or campaign, as it stands in the store now. */
export type PeriodRecord = {
  readonly period: PaymentPeriod;
  readonly package: Package;
  readonly revision: Revision;
  /** Whether a user product is on it, or was. */
  readonly inUse: boolean;
};

type PeriodKey = { readonly organisationId: OrganisationId; readonly id: PaymentPeriodId };

export type ListPeriodRecordsQuery = PageQuery & {
  readonly organisationId: OrganisationId;
  /** Null: of all packages. One that is unknown has none. */
  readonly packageId: PackageId | null;
  readonly enabled: boolean;
  readonly order: ListOrder<'createdAt'>;
};

export type CreatePeriodCommand = {
  readonly organisationId: OrganisationId;
  /** Chosen beforehand by whoever may call again for the same one; null: a new id. */
  readonly chosenId: PaymentPeriodId | null;
  readonly packageId: PackageId;
  readonly name: string;
  readonly enabled: boolean;
  readonly interval: Interval;
  readonly price: Money;
  /** Absent of these: in advance, pro rata, editable where it is per unit, 1, as many as may be. */
  readonly billing: GivenBilling & Pick<BillingTerms, 'chargeModel'>;
};

/** What is absent stays. What cannot be edited is compared with what it is. */
export type EditPeriodCommand = PeriodKey & {
  readonly packageId?: PackageId | undefined;
  readonly name?: string | undefined;
  readonly enabled?: boolean | undefined;
  readonly interval?: Interval | undefined;
  readonly currency?: Currency | undefined;
  readonly amountMinor?: number | undefined;
  readonly billing: GivenBilling;
  readonly ifMatch: TakenVersions;
};

type Written = { readonly ok: true } & PeriodRecord;

export type ListPeriodRecords = (query: ListPeriodRecordsQuery) => Promise<Page<PeriodRecord>>;
/** Null for one that is unknown, another organisation's, not recurring, or of a package of another kind. */
export type FindPeriodRecord = (key: PeriodKey) => Promise<PeriodRecord | null>;
/** Faults: `not_found` or `invalid` at `packageId`, `range` at `billing.maxQuantity` where it is below the least. */
export type CreatePeriod = (
  command: CreatePeriodCommand,
) => Promise<Written | InvalidFields | FullResource>;
/**
 * Faults: `conflict` at `packageId`, `billing.chargeModel`, `interval` or `currency`, `range` as above. What changes
 * nothing is answered as it stands, at the same version.
 */
export type EditPeriod = (
  command: EditPeriodCommand,
) => Promise<Written | UnknownResource | MovedResource | InvalidFields>;
