import type { mongo } from 'mongoose';
import type { Role } from '../../domain/operators/role.js';
import * as field from './fields.js';
import { documentSchema, partSchema } from './schema-options.js';

export type PasskeyDocument = {
  id: string;
  public_key: string;
  counter: number;
  transports: string[];
  added_at: Date;
  /** Left out where it has answered none. */
  answered_at?: Date;
};

/** No organisation: every one. */
export type MembershipDocument = { organisation_id: mongo.ObjectId | null; role: Role };

/** Belongs to no organisation (docs/architecture.md §6). `identity` is left out where there is none: its index is unique. */
export type OperatorDocument = {
  _id: mongo.ObjectId;
  schema_version: number;
  name: string;
  email: string;
  identity?: string;
  passkeys: PasskeyDocument[];
  memberships: MembershipDocument[];
  disabled: boolean;
  version: number;
};

export const operatorSchemaVersion = 1;

export const operatorDocumentSchema = documentSchema({
  _id: field.id,
  schema_version: field.wholeNumber,
  name: field.text,
  email: field.text,
  identity: field.maybeText,
  passkeys: [
    partSchema({
      id: field.text,
      public_key: field.text,
      counter: field.wholeNumber,
      transports: [field.text],
      added_at: field.instant,
      answered_at: field.maybeInstant,
    }),
  ],
  memberships: [partSchema({ organisation_id: field.maybeId, role: field.text })],
  disabled: field.flag,
  version: field.wholeNumber,
});
operatorDocumentSchema.index({ email: 1 }, { unique: true });
operatorDocumentSchema.index({ identity: 1 }, { unique: true, sparse: true });
