import { Schema, type SchemaOptions } from 'mongoose';

export type Fields = Readonly<Record<string, unknown>>;

/** Without inference: our own document types say more, and what mongoose infers takes the compiler minutes. */
const PlainSchema = Schema as unknown as new (fields: Fields, options: SchemaOptions) => Schema;

/** What mongoose does not know it refuses, and it adds nothing of its own to a document. */
const strict = {
  strict: 'throw',
  strictQuery: 'throw',
  versionKey: false,
  minimize: false,
  id: false,
} as const satisfies SchemaOptions;

/** Of a document of its own, with an `_id` among its fields. */
export function documentSchema(fields: Fields): Schema {
  return new PlainSchema(fields, strict);
}

/** Of a document within a document. */
export function partSchema(fields: Fields): Schema {
  return new PlainSchema(fields, { ...strict, _id: false });
}
