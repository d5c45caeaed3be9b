import { Schema } from 'mongoose';

/** The sorts of fields that our documents have. `maybe…` is null where there is none. */
export const id = { type: Schema.Types.ObjectId, required: true };
export const maybeId = { type: Schema.Types.ObjectId };
export const text = { type: String, required: true };
export const maybeText = { type: String };
export const instant = { type: Date, required: true };
export const maybeInstant = { type: Date };
export const flag = { type: Boolean, required: true };
export const wholeNumber = { type: Number, required: true, validate: Number.isSafeInteger };
export const maybeWholeNumber = { type: Number };
