import { isOwnMachine } from '../../domain/portal/own-machine.js';

/**
 * An address of somebody else, as a link may hold it: https, or http on this machine itself where that is allowed; null
 * for anything else. Every template engine lets `javascript:` through, so no foreign address reaches a page but by this.
 */
export function foreignLink(raw: string, isLoopbackAllowed: boolean): string | null {
  const url = URL.canParse(raw) ? new URL(raw) : null;
  if (url === null) return null;
  if (url.username !== '' || url.password !== '') return null;
  if (url.protocol === 'https:') return url.href;
  const isLoopback = isOwnMachine(url.hostname);
  return isLoopbackAllowed && url.protocol === 'http:' && isLoopback ? url.href : null;
}
