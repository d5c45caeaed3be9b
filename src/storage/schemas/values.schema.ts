import type { mongo } from 'mongoose';
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
  document?: string;
};

export type SoldPeriodDocument = {
  period_id: mongo.ObjectId;
  type: PeriodType;
  payment_method: string;
  interval: IntervalDocument;
  price: MoneyDocument;
};

export type FrozenTargetDocument = {
  package_id: mongo.ObjectId;
  package_code: string;
  period: SoldPeriodDocument;
};

export type ChangeAmountsDocument = {
  value_left: MoneyDocument;
  value_carried: MoneyDocument;
  next_renewal: MoneyDocument | null;
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
  document: field.maybeText,
});

export const soldPeriodDocumentSchema = partSchema({
  period_id: field.id,
  type: field.text,
  payment_method: field.text,
  interval: { type: intervalSchema, required: true },
  price: { type: moneySchema, required: true },
});

export const frozenTargetSchema = partSchema({
  package_id: field.id,
  package_code: field.text,
  period: { type: soldPeriodDocumentSchema, required: true },
});

export const changeAmountsSchema = partSchema({
  value_left: { type: moneySchema, required: true },
  value_carried: { type: moneySchema, required: true },
  next_renewal: { type: moneySchema },
});
