import type { PaymentPeriodId } from '../../ids.js';

/** What a request of Payway's names: a package by its code, a payment period of it; null: the one that is meant unasked. */
export type PackagePeriodName = {
  readonly packageCode: string;
  readonly periodId: PaymentPeriodId | null;
};
