import { z } from 'zod';
import { documentShape } from './document-shape.js';
import { soldPlanShape } from './price-plan-shape.js';
import { namedResource, resourceId } from './scalars.js';
import { chainShape } from './subscription-shape.js';

const cartItemShape = z
  .strictObject({ product: namedResource, pricePlan: soldPlanShape, quantity: z.int().min(1) })
  .meta({ id: 'CartItem' });

export const cartShape = z
  .strictObject({
    id: resourceId,
    status: z.enum(['open', 'completed']).meta({ id: 'CartStatus' }),
    customer: resourceId,
    items: z.array(cartItemShape).length(1),
    subscription: chainShape.nullable(),
    invoice: documentShape.nullable(),
  })
  .meta({ id: 'Cart', description: 'What a customer is about to buy, or has bought' });
