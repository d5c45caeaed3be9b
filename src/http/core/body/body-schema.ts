import type { FieldFault } from '../failure.js';
import { type BodyPart, faulty } from './body-part.js';
import { type BodyFields, objectPart, type ObjectOf, type ObjectOptions } from './object-part.js';

/**
 * A body that is more than a flat table of fields: it may hold rows, null and what is nested. It is read in one go, into
 * what it means or into every fault in the order of its fields.
 */
export type BodySchema<Value = unknown> = {
  /** Nothing in it is required. */
  readonly mayBeAbsent: boolean;
  readonly printed: BodyPart<Value>['printed'];
  readonly read: (sent: object) => ReadBody<Value> | FaultyBody;
};

type ReadBody<Value> = {
  readonly value: Value;
  /** Of fields that have a second name: the one that was sent, where it is that. */
  readonly sentNames: Readonly<Record<string, string>>;
};
type FaultyBody = { readonly faults: readonly [FieldFault, ...FieldFault[]] };

/** A body of these fields. */
export function bodyOf<const Fields extends BodyFields>(
  fields: Fields,
  options: ObjectOptions = {},
): BodySchema<ObjectOf<Fields>> {
  const object = objectPart(fields, options);
  const { secondNames = {} } = options;
  return {
    mayBeAbsent: Object.values(fields).every((it) => !it.isRequired),
    printed: object.printed,
    read: (sent) => {
      const faults: FieldFault[] = [];
      const value = object.read(sent, { path: '', tell: (it) => faults.push(it) });
      const [first, ...others] = faults;
      if (first !== undefined) return { faults: [first, ...others] };
      if (value === faulty) throw new TypeError('what is wrong with a body was not told');
      const used = Object.entries(secondNames).filter(([name]) => Object.hasOwn(sent, name));
      return { value, sentNames: Object.fromEntries(used.map(([name, first]) => [first, name])) };
    },
  };
}

/** Whether a body is described by one of these, and not by a flat table. */
export function isBodySchema(body: object): body is BodySchema {
  return 'read' in body;
}
