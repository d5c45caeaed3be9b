import { type BodyField, unkept } from '../../core/body/body-field.js';

/** Documented fields that are taken and not kept, so that documented bodies pass (docs/spec/product-groups-api.md §1). */
export function unkeptFields<const Name extends string>(
  names: readonly Name[],
): Readonly<Record<Name, BodyField<undefined>>> {
  return Object.fromEntries(names.map((name) => [name, unkept])) as Record<
    Name,
    BodyField<undefined>
  >;
}

/** What an answer prints and nobody writes: a body of a PUT may hold it. */
export const readOnlyFields = unkeptFields(['id', 'version', 'createdAt', 'updatedAt']);
