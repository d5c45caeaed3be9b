import type { PaymentPeriodId, TierId } from '../../ids.js';

/** What a change within a product group names; null: what is meant where nothing is said. */
export type TierName = {
  readonly tierId: TierId;
  readonly periodId: PaymentPeriodId | null;
  readonly quantity: number | null;
};
