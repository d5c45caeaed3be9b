import { z } from 'zod';
import type { SubscriptionChain } from '../../../application/user-product/subscription-chain.js';
import { utcText } from '../instants.js';
import { type ItemCatalogue, itemShape, itemStatus, toItem } from './item-shape.js';
import { itemStatusOf } from './item-status.js';
import { type Printed, resourceId, utcInstant, version } from './scalars.js';

export const chainShape = z
  .strictObject({
    id: resourceId,
    number: z.string().nullable(),
    customer: resourceId,
    status: itemStatus,
    items: z.array(itemShape).length(1).meta({ description: 'The living item, or the last one' }),
    createdAt: utcInstant,
    version,
  })
  .meta({ id: 'CustomerSubscription', description: 'What a customer is on, whatever it became' });

/** A chain of user products (docs/spec/product-groups-api.md §4): its id is its first one's, all else its last one's. */
export function toChainItem(
  { id, accountId, createdAt, last }: SubscriptionChain,
  catalogue: ItemCatalogue,
): Printed<typeof chainShape> {
  return {
    id,
    number: last.subscriptionNumber,
    customer: accountId,
    status: itemStatusOf[last.state],
    items: [toItem(last, catalogue)],
    createdAt: utcText(createdAt),
    version: last.version,
  };
}
