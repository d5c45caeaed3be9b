import { z } from 'zod';
import type { PackageRecord } from '../../../application/catalogue/package-commands.js';
import { utcText } from '../instants.js';
import { type Printed, recordFields, resourceId } from './scalars.js';

export const productShape = z
  .strictObject({
    id: resourceId,
    name: z.string(),
    number: z.string().meta({ description: 'The code of the package in the Payway API' }),
    type: z.literal('product'),
    isArchived: z.boolean(),
    ...recordFields,
  })
  .meta({ id: 'Product', description: 'What is sold' });

/** A package as it stands in the catalogue (docs/spec/product-groups-api.md §4). */
export function toProductItem({
  package: pack,
  revision,
}: PackageRecord): Printed<typeof productShape> {
  return {
    id: pack.id,
    name: pack.name,
    number: pack.code,
    type: 'product',
    isArchived: pack.archived,
    version: revision.version,
    createdAt: utcText(revision.createdAt),
    updatedAt: utcText(revision.updatedAt),
  };
}
