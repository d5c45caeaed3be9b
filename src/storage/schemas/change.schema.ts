import { type mongo, Schema } from 'mongoose';
import type {
  ChangeBehaviour,
  ChangeKind,
  ChangeState,
  RequirementOutcome,
} from '../../domain/user-product/change.js';
import * as field from './fields.js';
import { documentSchema, partSchema } from './schema-options.js';
import {
  type ChangeAmountsDocument,
  changeAmountsSchema,
  type ChangeDocumentsDocument,
  changeDocumentsSchema,
  type FrozenTargetDocument,
  frozenTargetSchema,
} from './values.schema.js';

/** One row of `changes`, as it is in the collection and as it waits in an outbox. */
export type ChangeDocument = {
  _id: mongo.ObjectId;
  schema_version: number;
  organisation_id: mongo.ObjectId;
  account_id: mongo.ObjectId;
  user_product_id: mongo.ObjectId;
  subscription_id: mongo.ObjectId;
  successor_id: mongo.ObjectId | null;
  /** Absent in rows from before it was kept. */
  supersedes?: mongo.ObjectId | null;
  kind: ChangeKind;
  behaviour: ChangeBehaviour;
  state: ChangeState;
  rule: string;
  requirements: { code: string; passed: boolean; facts: RequirementOutcome['facts'] }[];
  requested_at: Date;
  requested_by: string;
  effective_at: Date;
  closed_at: Date | null;
  target: FrozenTargetDocument;
  amounts: ChangeAmountsDocument | null;
  /** Absent: it has caused none. */
  documents?: ChangeDocumentsDocument;
  event_ids: mongo.ObjectId[];
};

export const changeSchemaVersion = 1;

const requirementSchema = partSchema({
  code: field.text,
  passed: field.flag,
  facts: { type: Schema.Types.Mixed, required: true },
});

const changeFields = {
  _id: field.id,
  schema_version: field.wholeNumber,
  organisation_id: field.id,
  account_id: field.id,
  user_product_id: field.id,
  subscription_id: field.id,
  successor_id: field.maybeId,
  supersedes: field.maybeId,
  kind: field.text,
  behaviour: field.text,
  state: field.text,
  rule: field.text,
  requirements: [requirementSchema],
  requested_at: field.instant,
  requested_by: field.text,
  effective_at: field.instant,
  closed_at: field.maybeInstant,
  target: { type: frozenTargetSchema, required: true },
  amounts: { type: changeAmountsSchema },
  documents: { type: changeDocumentsSchema },
  event_ids: [field.id],
};

/** Within an outbox: without the indexes, which mongoose would declare there too. */
export const waitingChangeSchema = documentSchema(changeFields);

export const changeDocumentSchema = documentSchema(changeFields);
changeDocumentSchema.index({ organisation_id: 1, account_id: 1, requested_at: 1 });
changeDocumentSchema.index({ organisation_id: 1, state: 1, closed_at: 1 });
