import { createHmac, randomBytes } from 'node:crypto';
import type { WebhookMessage } from '../application/ports/webhook-sender.js';

const prefix = 'whsec_';
/** Standard Webhooks asks for 24 to 64. */
const secretBytes = 32;

/** A new secret: `whsec_` and base64. */
export function generateWebhookSecret(): string {
  return prefix + randomBytes(secretBytes).toString('base64');
}

/** The three headers of Standard Webhooks: one signature for each secret, over `id.timestamp.body`. */
export function signedHeaders(message: Omit<WebhookMessage, 'url'>): Record<string, string> {
  const { eventId, at, body, secrets } = message;
  const timestamp = String(Math.floor(at / 1_000));
  const content = `${eventId}.${timestamp}.${body}`;
  return {
    'webhook-id': eventId,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((it) => `v1,${signatureOf(it, content)}`).join(' '),
  };
}

function signatureOf(secret: string, content: string): string {
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  return createHmac('sha256', key).update(content).digest('base64');
}
