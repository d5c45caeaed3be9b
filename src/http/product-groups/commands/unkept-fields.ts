import { z } from 'zod';

const unkept = z
  .unknown()
  .transform(() => undefined)
  .optional()
  .meta({ description: 'Taken, and not kept' });

/** Documented fields that are taken and not kept, so that documented bodies pass (docs/spec/product-groups-api.md §1). */
export function unkeptFields<const Name extends string>(
  names: readonly Name[],
): Readonly<Record<Name, typeof unkept>> {
  return Object.fromEntries(names.map((name) => [name, unkept])) as Record<Name, typeof unkept>;
}

/** What an answer prints and nobody writes: a body of a PUT may hold it. */
export const readOnlyFields = unkeptFields(['id', 'version', 'createdAt', 'updatedAt']);
