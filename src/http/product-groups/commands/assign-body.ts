import type { TierId } from '../../../domain/ids.js';
import { must } from '../../core/body/body-field.js';
import { bodyOf } from '../../core/body/body-schema.js';
import { mayBeNull } from '../../core/body/plain-parts.js';
import { referencePart } from '../references.js';

/** What an assignment to a tier is asked; null takes the item off (docs/spec/product-groups-api.md §3). */
export const assignBody = bodyOf({
  productGroupMembership: must(mayBeNull(referencePart<TierId>('membership'))),
});
