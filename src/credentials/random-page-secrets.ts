import { createHash, randomBytes } from 'node:crypto';
import type { PageSecrets } from '../application/ports/page-secrets.js';

/** Secrets of pages. One quick hash is enough: nobody tries 256 random bits out. */
export const randomPageSecrets: PageSecrets = {
  next: () => randomBytes(32).toString('base64url'),
  hashOf: (secret) => createHash('sha256').update(secret).digest('hex'),
};
