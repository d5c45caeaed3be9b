import { isBsonObject, type BsonObject } from '../bson/bson-object.js';
import { typeNameOf } from '../bson/bson-type.js';
import { MongoError } from '../errors/mongo-error.js';

type Field = { readonly owner: string; readonly field: string };

function wrongType({ owner, field }: Field, value: unknown, expected: string): MongoError {
  return new MongoError(
    14,
    `BSON field '${owner}.${field}' is the wrong type '${typeNameOf(value)}', expected type '${expected}'`,
  );
}

/** Reads options of one document by name; `owner` is what error messages call it. */
export function optionsOf(document: BsonObject, owner: string): Options {
  return {
    document: (field) => {
      const value = document[field];
      if (value === undefined) return {};
      if (!isBsonObject(value)) throw wrongType({ owner, field }, value, 'object');
      return value;
    },
    count: (field, otherwise) => {
      const value = document[field] ?? otherwise;
      if (typeof value !== 'number') throw wrongType({ owner, field }, value, 'int');
      if (!Number.isSafeInteger(value) || value < 0) {
        throw new MongoError(
          51024,
          `BSON field '${field}' value must be >= 0, actual value '${String(value)}'`,
        );
      }
      return value;
    },
    flag: (field, otherwise) => {
      const value = document[field] ?? otherwise;
      if (typeof value === 'number') return value !== 0;
      if (typeof value !== 'boolean') throw wrongType({ owner, field }, value, 'bool');
      return value;
    },
    text: (field) => {
      const value = document[field];
      if (typeof value !== 'string') throw wrongType({ owner, field }, value, 'string');
      return value;
    },
  };
}

/** Options by name and type; a value of another type is TypeMismatch. */
export type Options = {
  readonly document: (field: string) => BsonObject;
  /** A whole number from 0. */
  readonly count: (field: string, otherwise: number) => number;
  readonly flag: (field: string, otherwise: boolean) => boolean;
  readonly text: (field: string) => string;
};
