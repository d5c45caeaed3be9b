import { z } from 'zod';
import { parseEventTypes } from '../../application/webhooks/event-types.js';
import { isWebhookSecret } from '../../application/webhooks/webhook-secrets.js';
import { orNull, webhookEndpointIdText } from './field-schemas.js';

/** Where an organisation has its events sent (docs/spec/payway-api.md §6); without types it gets all. */
export const webhookEndpointSchema = z.strictObject({
  id: webhookEndpointIdText.optional(),
  url: z.string(),
  types: orNull(
    z.array(z.string()).transform((words, context) => {
      const types = parseEventTypes(words);
      if (types !== null) return types;
      context.addIssue({ code: 'custom', message: 'must be types of events, at least one' });
      return z.NEVER;
    }),
  ),
  enabled: orNull(z.boolean()),
  secret: orNull(z.string().refine(isWebhookSecret, 'must be whsec_ and 24 to 64 bytes in base64')),
});
