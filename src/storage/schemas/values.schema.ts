import type { mongo } from 'mongoose';
import type { ChargeModel } from '../../domain/catalogue/billing-terms.js';
import type { PeriodType } from '../../domain/catalogue/package.js';
import type { IntervalUnit } from '../../domain/time/interval.js';
import * as field from './fields.js';
import { partSchema } from './schema-options.js';

export type MoneyDocument = { amount_minor: number; currency: string };
export type IntervalDocument = { unit: IntervalUnit; length: number };
export type AnchorDocument = { at: Date; billing_day: number };

/** Of what was credited and of its document nothing is written where there is none. */
export type PaidDocument = {
  amount_minor: number;
  currency: string;
  for_ms: number;
  from: Date;
  to: Date;
  credited_minor?: number;
  /** An invoice of ours. */
  document?: mongo.ObjectId;
  /** Of one of another system. */
  invoice_number?: string;
};

export type BillingTermsDocument = {
  charge_model: ChargeModel;
  pay_in_advance: boolean;
  pro_rata: boolean;
  quantity_editable: boolean;
  min_quantity: number;
  max_quantity: number | null;
};

export type SoldPeriodDocument = {
  period_id: mongo.ObjectId;
  type: PeriodType;
  payment_method: string;
  interval: IntervalDocument;
  price: MoneyDocument;
  /** Absent: by its package and its interval. */
  name?: string;
  /** Absent: as every period of Payway is charged. */
  billing?: BillingTermsDocument;
};

export type FrozenTargetDocument = {
  package_id: mongo.ObjectId;
  package_code: string;
  period: SoldPeriodDocument;
  /** Absent: 1. */
  quantity?: number;
  /** Absent: none. */
  tier_id?: mongo.ObjectId;
};

export type ChangeSettlementDocument = {
  credit: MoneyDocument;
  used: MoneyDocument;
  charge: MoneyDocument;
};

export type ChangeDocumentsDocument = {
  credit_note: mongo.ObjectId | null;
  invoice: mongo.ObjectId | null;
};

export type ChangeAmountsDocument = {
  value_left: MoneyDocument;
  value_carried: MoneyDocument;
  next_renewal: MoneyDocument | null;
  /** Absent under Payway's rules. */
  settlement?: ChangeSettlementDocument;
};

export const moneySchema = partSchema({ amount_minor: field.wholeNumber, currency: field.text });

export const intervalSchema = partSchema({ unit: field.text, length: field.wholeNumber });

export const anchorSchema = partSchema({ at: field.instant, billing_day: field.wholeNumber });

export const paidSchema = partSchema({
  amount_minor: field.wholeNumber,
  currency: field.text,
  for_ms: field.wholeNumber,
  from: field.instant,
  to: field.instant,
  credited_minor: field.maybeWholeNumber,
  document: field.maybeId,
  invoice_number: field.maybeText,
});

export const billingTermsSchema = partSchema({
  charge_model: field.text,
  pay_in_advance: field.flag,
  pro_rata: field.flag,
  quantity_editable: field.flag,
  min_quantity: field.wholeNumber,
  max_quantity: field.maybeWholeNumber,
});

export const soldPeriodDocumentSchema = partSchema({
  period_id: field.id,
  type: field.text,
  payment_method: field.text,
  interval: { type: intervalSchema, required: true },
  price: { type: moneySchema, required: true },
  name: field.maybeText,
  billing: { type: billingTermsSchema },
});

export const frozenTargetSchema = partSchema({
  package_id: field.id,
  package_code: field.text,
  period: { type: soldPeriodDocumentSchema, required: true },
  quantity: field.maybeWholeNumber,
  tier_id: field.maybeId,
});

export const changeSettlementSchema = partSchema({
  credit: { type: moneySchema, required: true },
  used: { type: moneySchema, required: true },
  charge: { type: moneySchema, required: true },
});

export const changeDocumentsSchema = partSchema({
  credit_note: field.maybeId,
  invoice: field.maybeId,
});

export const changeAmountsSchema = partSchema({
  value_left: { type: moneySchema, required: true },
  value_carried: { type: moneySchema, required: true },
  next_renewal: { type: moneySchema },
  settlement: { type: changeSettlementSchema },
});
