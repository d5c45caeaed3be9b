import type { mongo } from 'mongoose';
import type { ChangeState } from '../../domain/user-product/change.js';
import { type ChangeDocument, waitingChangeSchema } from './change.schema.js';
import { type WaitingEventDocument, waitingEventSchema } from './event.schema.js';
import * as field from './fields.js';
import { partSchema } from './schema-options.js';
import { type ChangeDocumentsDocument, changeDocumentsSchema } from './values.schema.js';

export type ChangeRowWriteDocument =
  | { write: 'open'; change: ChangeDocument }
  | {
      write: 'close';
      change_id: mongo.ObjectId;
      state: Exclude<ChangeState, 'created'>;
      closed_at: Date;
      /** Absent in entries of before it was told. */
      effective_at?: Date | null;
      successor_id: mongo.ObjectId | null;
      /** Absent: it has caused none. */
      documents?: ChangeDocumentsDocument;
      event_ids: mongo.ObjectId[];
    };

export type OutboxEntryDocument = {
  id: mongo.ObjectId;
  created_at: Date;
  change_rows: ChangeRowWriteDocument[];
  events: WaitingEventDocument[];
};

const changeRowWriteSchema = partSchema({
  write: field.text,
  change: { type: waitingChangeSchema },
  change_id: field.maybeId,
  state: field.maybeText,
  closed_at: field.maybeInstant,
  effective_at: field.maybeInstant,
  successor_id: field.maybeId,
  documents: { type: changeDocumentsSchema },
  event_ids: { type: [field.id], default: undefined },
});

export const outboxEntrySchema = partSchema({
  id: field.id,
  created_at: field.instant,
  change_rows: [changeRowWriteSchema],
  events: [waitingEventSchema],
});
