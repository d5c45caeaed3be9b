import type { mongo } from 'mongoose';
import type { PackageKind } from '../../domain/catalogue/package.js';
import type { EventType } from '../../domain/events/domain-event.js';
import { type BillingDocumentPart, billingDocumentPartSchema } from './billing-document.schema.js';
import * as field from './fields.js';
import { documentSchema, partSchema } from './schema-options.js';
import {
  userProductFactsFields,
  type UserProductFactsDocument,
} from './user-product-facts.schema.js';
import { type ChangeSettlementDocument, changeSettlementSchema } from './values.schema.js';

export type EventSideDocument = {
  user_product: { id: mongo.ObjectId } & UserProductFactsDocument;
  package: {
    id: mongo.ObjectId;
    code: string;
    kind: PackageKind | null;
    name: string | null;
    /** 0: unranked, as Payway has it; null: not known. */
    rank: number | null;
  };
};

/** What is stored of an event, in the log and in an outbox. */
export type EventFactsDocument = {
  event_id: mongo.ObjectId;
  sequence: number;
  type: EventType;
  occurred_at: Date;
  organisation_id: mongo.ObjectId;
  account_id: mongo.ObjectId;
  user_product_id: mongo.ObjectId;
  subscription_id: mongo.ObjectId;
  change_id: mongo.ObjectId | null;
  /** Absent in an event about a document whose sides are equal but for their sequence: `after` tells both. */
  before?: EventSideDocument | null;
  after: EventSideDocument | null;
  /** Absent in events that tell of none. */
  document?: BillingDocumentPart;
  /** Absent where no money was settled. */
  settlement?: ChangeSettlementDocument;
};

/** An event as it waits in an outbox. */
export type WaitingEventDocument = EventFactsDocument & {
  /** Names the document that an event before it in its entry holds: no entry holds one twice. */
  document_id?: mongo.ObjectId;
};

/**
 * An event in the log. Its own `_id` names nothing, since both unique indexes begin with the organisation
 * (docs/architecture.md §7); it is made when the event is written, and its seconds tell when that was.
 */
export type EventDocument = EventFactsDocument & {
  _id: mongo.ObjectId;
  schema_version: number;
  position: number;
  /** There only where the account was erased: its two sides are null then. */
  erased?: boolean;
};

export const eventSchemaVersion = 1;

const eventSideSchema = partSchema({
  user_product: {
    type: partSchema({ id: field.id, ...userProductFactsFields }),
    required: true,
  },
  package: {
    type: partSchema({
      id: field.id,
      code: field.text,
      kind: field.maybeText,
      name: field.maybeText,
      rank: field.maybeWholeNumber,
    }),
    required: true,
  },
});

const eventFactsFields = {
  event_id: field.id,
  sequence: field.wholeNumber,
  type: field.text,
  occurred_at: field.instant,
  organisation_id: field.id,
  account_id: field.id,
  user_product_id: field.id,
  subscription_id: field.id,
  change_id: field.maybeId,
  before: { type: eventSideSchema },
  after: { type: eventSideSchema },
  document: { type: billingDocumentPartSchema },
  settlement: { type: changeSettlementSchema },
};

export const waitingEventSchema = partSchema({ ...eventFactsFields, document_id: field.maybeId });

export const eventDocumentSchema = documentSchema({
  _id: field.id,
  schema_version: field.wholeNumber,
  position: field.wholeNumber,
  erased: { type: Boolean },
  ...eventFactsFields,
});
// The event's id before the position: where both are taken, a server reports the first it looks at.
eventDocumentSchema.index({ organisation_id: 1, event_id: 1 }, { unique: true });
eventDocumentSchema.index({ organisation_id: 1, position: 1 }, { unique: true });
eventDocumentSchema.index({ organisation_id: 1, user_product_id: 1, position: 1 });
