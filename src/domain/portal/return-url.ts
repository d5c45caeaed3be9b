import { isOwnMachine } from './own-machine.js';

const longest = 2_000;

/** What keeps an address from being one that visitors may be led back to. */
export type ReturnUrlFault =
  'too_long' | 'malformed' | 'not_https' | 'with_credentials' | 'with_query';

/**
 * Why visitors may not be led back to an address that an organisation names, or null where they may
 * (docs/spec/pages.md §5): an origin and a path, by https, or by http on this machine.
 */
export function returnUrlFault(text: string): ReturnUrlFault | null {
  if (text.length > longest) return 'too_long';
  const url = parsed(text);
  if (url === null) return 'malformed';
  if (!isSafe(url)) return 'not_https';
  if (url.username !== '' || url.password !== '') return 'with_credentials';
  return /[?#]/.test(text) ? 'with_query' : null;
}

/**
 * Whether a visitor may be led back there: the origin is that of one of these, and the path that one's or below it. They
 * are compared as parsed addresses, so that dots, ports and the case of hosts mean what a browser makes of them.
 *
 * Example: with `https://a.test/account`, `https://a.test/account/orders?x=1` may be, `https://a.test/accounts` and
 * `https://a.test/account/../admin` may not.
 */
export function mayReturnTo(text: string, allowed: readonly string[]): boolean {
  const url = text.length > longest ? null : parsed(text);
  if (url === null || !isSafe(url) || url.username !== '' || url.password !== '') return false;
  return allowed.some((it) => {
    const base = parsed(it);
    return base?.origin === url.origin && isAtOrBelow(url.pathname, base.pathname);
  });
}

function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && isOwnMachine(hostname));
}

/** An escaped dot or slash is refused: servers do not agree on what it means. */
function isAtOrBelow(path: string, base: string): boolean {
  if (/%2e|%2f|%5c/i.test(path)) return false;
  const folder = base.endsWith('/') ? base : `${base}/`;
  return path === base || path.startsWith(folder);
}

function parsed(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
