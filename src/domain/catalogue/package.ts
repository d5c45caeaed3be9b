import type { BillingTerms } from './billing-terms.js';
import type { PackageDescription } from './package-description.js';
import type { PackageId, PaymentPeriodId } from '../ids.js';
import type { Money } from '../money/money.js';
import type { Instant } from '../time/instant.js';
import type { Interval } from '../time/interval.js';

export type PackageKind = 'package' | 'campaign' | 'bundle' | 'single_sale';
export type PeriodType = 'recurring' | 'limited' | 'single';

/** 1–999 is an order of worth; Payway's rank 0 says that a package has none. */
export type Rank = number | 'unranked';

type Tag = { readonly name: string; readonly type: string };

/** One way to pay for a package: how often, by what means, how much, and how that is charged. */
export type PaymentPeriod = {
  readonly id: PaymentPeriodId;
  readonly type: PeriodType;
  readonly paymentMethod: string;
  readonly enabled: boolean;
  readonly interval: Interval;
  readonly price: Money;
  /** What it is called in the catalogue; null: by its package and its interval. */
  readonly name: string | null;
  readonly billing: BillingTerms;
};

/** What a publisher sells. A campaign takes its rank from its base package, by code. */
export type Package = {
  readonly id: PackageId;
  readonly code: string;
  readonly kind: PackageKind;
  readonly name: string;
  readonly titleCode: string | null;
  readonly rank: Rank;
  readonly basePackageCode: string | null;
  readonly integrationCode: string | null;
  readonly customerCanCancel: boolean;
  readonly vatCode: string | null;
  readonly validFrom: Instant | null;
  readonly validTo: Instant | null;
  readonly archived: boolean;
  readonly tags: readonly Tag[];
  readonly description: PackageDescription;
  readonly periods: readonly PaymentPeriod[];
};
