import { isLoopback } from './loopback.js';

/**
 * Whether that names exactly one origin, as a browser sends it: `https://portal.example.com`, without a slash, a default
 * port or a capital letter. Plain http is taken for this machine alone: whoever is between could ask in its name.
 */
export function isBrowserOrigin(given: string): boolean {
  if (given.includes('*') || !URL.canParse(given)) return false;
  const { origin, protocol, hostname } = new URL(given);
  if (origin !== given) return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}
