import type { mongo } from 'mongoose';
import type { ChangeTiming } from '../../domain/catalogue/change-timing.js';
import type { CreditType } from '../../domain/catalogue/product-group.js';
import * as field from './fields.js';
import { documentSchema, partSchema } from './schema-options.js';

export type TierDocument = {
  id: mongo.ObjectId;
  package_id: mongo.ObjectId;
  period_ids: mongo.ObjectId[];
  position: number;
  label: string | null;
  upgradeable: boolean;
  downgradeable: boolean;
  change_timing: ChangeTiming;
  credit_type: CreditType;
};

export type ProductGroupDocument = {
  _id: mongo.ObjectId;
  schema_version: number;
  organisation_id: mongo.ObjectId;
  name: string;
  enabled: boolean;
  force_same_billing_interval: boolean;
  tiers: TierDocument[];
  version: number;
  created_at: Date;
  updated_at: Date;
};

export const productGroupSchemaVersion = 1;

const tierSchema = partSchema({
  id: field.id,
  package_id: field.id,
  period_ids: [field.id],
  position: field.wholeNumber,
  label: field.maybeText,
  upgradeable: field.flag,
  downgradeable: field.flag,
  change_timing: field.text,
  credit_type: field.text,
});

export const productGroupDocumentSchema = documentSchema({
  _id: field.id,
  schema_version: field.wholeNumber,
  organisation_id: field.id,
  name: field.text,
  enabled: field.flag,
  force_same_billing_interval: field.flag,
  tiers: [tierSchema],
  version: field.wholeNumber,
  created_at: field.instant,
  updated_at: field.instant,
});
productGroupDocumentSchema.index({ organisation_id: 1, _id: 1 });
