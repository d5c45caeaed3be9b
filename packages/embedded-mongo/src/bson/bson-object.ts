/** A decoded BSON document, its fields in order. Once decoded it is never changed in place. */
export type BsonObject = Readonly<Record<string, unknown>>;

/** True for a plain document: no array, date, ObjectId or other BSON class. */
export function isBsonObject(value: unknown): value is BsonObject {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

/** A document's own field, undefined when it is missing; never something inherited. */
export function fieldOf(object: BsonObject, name: string): unknown {
  const value = object[name];
  return value !== undefined && (!(name in Object.prototype) || Object.hasOwn(object, name))
    ? value
    : undefined;
}
