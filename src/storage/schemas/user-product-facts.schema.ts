import type { mongo } from 'mongoose';
import type { PeriodType } from '../../domain/catalogue/package.js';
import type { ChangeBehaviour, PendingChange } from '../../domain/user-product/change.js';
import type { CreatedFrom, UserProductState } from '../../domain/user-product/user-product.js';
import * as field from './fields.js';
import { partSchema } from './schema-options.js';
import {
  type AnchorDocument,
  anchorSchema,
  type FrozenTargetDocument,
  frozenTargetSchema,
  type PaidDocument,
  paidSchema,
  type SoldPeriodDocument,
  soldPeriodDocumentSchema,
} from './values.schema.js';

export type CancellationDocument = {
  reason_id: string | null;
  credit_invoice_if_sent: boolean;
};

export type PendingChangeDocument = {
  change_id: mongo.ObjectId;
  kind: PendingChange['kind'];
  behaviour: ChangeBehaviour;
  rule: string;
  target: FrozenTargetDocument;
  requested_at: Date;
  requested_by: string;
  due_at: Date;
};

/** What a row and an event tell of a user product in the same words. */
export type UserProductFactsDocument = {
  subscription_id: mongo.ObjectId;
  order_id: string | null;
  subscription_number: string | null;
  external_start_at: Date | null;
  created_from: CreatedFrom;
  created_at: Date;
  updated_at: Date;
  package_id: mongo.ObjectId;
  package_code: string;
  title_code: string | null;
  sold_period: SoldPeriodDocument;
  /** Absent: 1. */
  quantity?: number;
  /** Absent: none. */
  tier_id?: mongo.ObjectId;
  /** Absent: none are made. */
  has_documents?: true;
  subscription_type: PeriodType;
  state: UserProductState;
  provision_service: string;
  valid_from: Date;
  valid_to: Date | null;
  anchor: AnchorDocument;
  /** Absent in documents from before it was kept: in rows of schema version 1, and in older events. */
  paid?: PaidDocument;
  cancelled_at: Date | null;
  /** Absent in documents from before there was one. */
  cancellation?: CancellationDocument | null;
  pending_change: PendingChangeDocument | null;
  version: number;
  last_sequence: number;
  last_effective_at: Date;
};

const cancellationSchema = partSchema({
  reason_id: field.maybeText,
  credit_invoice_if_sent: field.flag,
});

const pendingChangeSchema = partSchema({
  change_id: field.id,
  kind: field.text,
  behaviour: field.text,
  rule: field.text,
  target: { type: frozenTargetSchema, required: true },
  requested_at: field.instant,
  requested_by: field.text,
  due_at: field.instant,
});

export const userProductFactsFields = {
  subscription_id: field.id,
  order_id: field.maybeText,
  subscription_number: field.maybeText,
  external_start_at: field.maybeInstant,
  created_from: field.text,
  created_at: field.instant,
  updated_at: field.instant,
  package_id: field.id,
  package_code: field.text,
  title_code: field.maybeText,
  sold_period: { type: soldPeriodDocumentSchema, required: true },
  quantity: field.maybeWholeNumber,
  tier_id: field.maybeId,
  has_documents: { type: Boolean },
  subscription_type: field.text,
  state: field.text,
  provision_service: field.text,
  valid_from: field.instant,
  valid_to: field.maybeInstant,
  anchor: { type: anchorSchema, required: true },
  paid: { type: paidSchema },
  cancelled_at: field.maybeInstant,
  cancellation: { type: cancellationSchema },
  pending_change: { type: pendingChangeSchema },
  version: field.wholeNumber,
  last_sequence: field.wholeNumber,
  last_effective_at: field.instant,
};
