import { createHash, randomBytes } from 'node:crypto';
import type { PageSecrets } from '../application/ports/page-secrets.js';

/** Secrets of links and cookies. What a stranger sends is hashed too, so a look-up takes as long for any of them. */
export function makeRandomPageSecrets(): PageSecrets {
  return {
    next: () => randomBytes(32).toString('base64url'),
    hashOf: (secret) => createHash('sha256').update(secret).digest('hex'),
  };
}
