import { z } from 'zod';
import type { TierId } from '../../../domain/ids.js';
import { referencePart } from '../references.js';

/** What an assignment to a tier is asked; null takes the item off (docs/spec/product-groups-api.md §3). */
export const assignBody = z.strictObject({
  productGroupMembership: referencePart<TierId>('membership').nullable(),
});
