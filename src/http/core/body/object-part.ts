import type { BodyField } from './body-field.js';
import { type BodyPart, type Faulty, faulty, faultyAt, fieldOf, type Place } from './body-part.js';

export type BodyFields = Readonly<Record<string, BodyField<unknown>>>;

type ValueOf<Field> = Field extends BodyField<infer Value> ? Value : never;
type OptionalIn<Fields extends BodyFields> = {
  [Name in keyof Fields]: undefined extends ValueOf<Fields[Name]> ? Name : never;
}[keyof Fields];

/** What an object of these fields means; what is left out and means nothing is not there. */
export type ObjectOf<Fields extends BodyFields> = {
  readonly [Name in Exclude<keyof Fields, OptionalIn<Fields>>]: ValueOf<Fields[Name]>;
} & {
  readonly [Name in OptionalIn<Fields>]?: Exclude<ValueOf<Fields[Name]>, undefined>;
};

/** Told of each field that has been read without a fault, before the next one is. */
export type AfterField = (name: string, value: unknown, place: Place) => void;

export type ObjectPart<Value> = BodyPart<Value> & {
  readonly readFields: (sent: unknown, place: Place, after: AfterField) => Value | Faulty;
};

type Names = Readonly<Record<string, string>>;

export type ObjectOptions = {
  /** Each stands for a field; both at once are in conflict. Example: `{ tiers: 'memberships' }`. */
  readonly secondNames?: Names;
  /** Fields that nobody knows are taken too, and not kept. */
  readonly takesOthers?: boolean;
};

const ignored: AfterField = () => undefined;

/** An object of these fields: faults in their order, then those names that nobody knows. */
export function objectPart<const Fields extends BodyFields>(
  fields: Fields,
  { secondNames = {}, takesOthers = false }: ObjectOptions = {},
): ObjectPart<ObjectOf<Fields>> {
  const known = new Set([...Object.keys(fields), ...Object.keys(secondNames)]);
  const readers = Object.entries(fields).map(([name, field]) => ({
    name,
    field,
    others: Object.keys(secondNames).filter((it) => secondNames[it] === name),
  }));
  const readFields = (sent: unknown, place: Place, after: AfterField) => {
    if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) {
      return faultyAt(place, { fault: 'wrong_type', type: 'object' });
    }
    const values = readers.map((it) => [it.name, readField(it, { sent, place, after })] as const);
    const strangers = takesOthers ? [] : Object.keys(sent).filter((it) => !known.has(it));
    for (const name of strangers) faultyAt(fieldOf(place, name), { fault: 'unknown' });
    if (strangers.length > 0 || values.some(([, value]) => value === faulty)) return faulty;
    return Object.fromEntries(values.filter(([, value]) => value !== undefined));
  };
  return {
    printed: { ...printObject(fields, secondNames), additionalProperties: takesOthers },
    readFields: readFields as ObjectPart<ObjectOf<Fields>>['readFields'],
    read: (sent, place) => readFields(sent, place, ignored) as ObjectOf<Fields> | Faulty,
  };
}

type Reader = {
  readonly name: string;
  readonly field: BodyField<unknown>;
  readonly others: readonly string[];
};
type Read = { readonly sent: object; readonly place: Place; readonly after: AfterField };

function readField({ name, field, others }: Reader, { sent, place, after }: Read): unknown {
  // Own names only: what every object has is nothing that was sent.
  const [used = name, ...more] = [name, ...others].filter((it) => Object.hasOwn(sent, it));
  for (const it of more) faultyAt(fieldOf(place, it), { fault: 'conflict', with: used });
  const own = fieldOf(place, used);
  const value = field.read(Object.hasOwn(sent, used) ? Reflect.get(sent, used) : undefined, own);
  if (value !== faulty && value !== undefined) after(name, value, own);
  return more.length > 0 ? faulty : value;
}

function printObject(fields: BodyFields, secondNames: Names): BodyPart<unknown>['printed'] {
  const properties = Object.entries(fields).map(([name, { printed }]) => [name, printed] as const);
  const others = Object.entries(secondNames).map(
    ([name, first]) => [name, fields[first]?.printed] as const,
  );
  const required = Object.keys(fields).filter((name) => fields[name]?.isRequired);
  return {
    type: 'object',
    properties: Object.fromEntries([...properties, ...others]),
    ...(required.length === 0 ? {} : { required }),
  };
}
