import type { mongo } from 'mongoose';
import type { PackageKind, PeriodType } from '../../domain/catalogue/package.js';
import type { PageLanguage } from '../../domain/portal/portal-settings.js';
import * as field from './fields.js';
import { documentSchema, partSchema } from './schema-options.js';
import {
  type BillingTermsDocument,
  billingTermsSchema,
  type IntervalDocument,
  intervalSchema,
  type MoneyDocument,
  moneySchema,
} from './values.schema.js';

/** Absent: never edited since it is told, and as old as the id of its package. */
export type RevisionDocument = { version: number; created_at: Date; updated_at: Date };

export type PaymentPeriodDocument = {
  id: mongo.ObjectId;
  type: PeriodType;
  payment_method: string;
  enabled: boolean;
  interval: IntervalDocument;
  price: MoneyDocument;
  /** Absent: by its package and its interval. */
  name?: string;
  /** Absent: as every period of Payway is charged. */
  billing?: BillingTermsDocument;
  revision?: RevisionDocument;
};

export type PackageDocument = {
  _id: mongo.ObjectId;
  schema_version: number;
  organisation_id: mongo.ObjectId;
  code: string;
  kind: PackageKind;
  name: string;
  title_code: string | null;
  /** 0: unranked, as Payway has it. */
  rank: number;
  base_package_code: string | null;
  integration_code: string | null;
  customer_can_cancel: boolean;
  vat_code: string | null;
  valid_from: Date | null;
  valid_to: Date | null;
  archived: boolean;
  tags: { name: string; type: string }[];
  /** By language; null or absent: nothing is told. */
  description?: Partial<Record<PageLanguage, string>> | null;
  periods: PaymentPeriodDocument[];
  /** Of itself without its periods. */
  revision?: RevisionDocument;
  /** Counts what is written of it and its periods: what the next writer filters by. Absent: 0. */
  edits?: number;
};

/** Version 2 says how a period is charged. */
export const packageSchemaVersion = 2;

const revisionSchema = partSchema({
  version: field.wholeNumber,
  created_at: field.instant,
  updated_at: field.instant,
});

const paymentPeriodSchema = partSchema({
  id: field.id,
  type: field.text,
  payment_method: field.text,
  enabled: field.flag,
  interval: { type: intervalSchema, required: true },
  price: { type: moneySchema, required: true },
  name: field.maybeText,
  billing: { type: billingTermsSchema },
  revision: { type: revisionSchema },
});

const tagSchema = partSchema({ name: field.text, type: field.text });

export const packageDocumentSchema = documentSchema({
  _id: field.id,
  schema_version: field.wholeNumber,
  organisation_id: field.id,
  code: field.text,
  kind: field.text,
  name: field.text,
  title_code: field.maybeText,
  rank: field.wholeNumber,
  base_package_code: field.maybeText,
  integration_code: field.maybeText,
  customer_can_cancel: field.flag,
  vat_code: field.maybeText,
  valid_from: field.maybeInstant,
  valid_to: field.maybeInstant,
  archived: field.flag,
  tags: [tagSchema],
  description: {
    type: partSchema({ en: field.maybeText, sv: field.maybeText, de: field.maybeText }),
  },
  periods: [paymentPeriodSchema],
  revision: { type: revisionSchema },
  edits: field.maybeWholeNumber,
});
packageDocumentSchema.index({ organisation_id: 1, code: 1 }, { unique: true });
