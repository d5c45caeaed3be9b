import { parseCookie, stringifySetCookie } from 'cookie';

/** The cookies of pages, by what they are for (docs/spec/pages.md §4). */
export type CookieName = 'portal' | 'console' | 'login';

/**
 * Over https a cookie is bound to this very host and to https by its prefix; over plain http, in development and test, it
 * has the same name without.
 */
export function cookieName(name: CookieName, isHttps: boolean): string {
  return isHttps ? `__Host-${name}` : name;
}

/** The value that a request brought under that name; null for none and for one that is no value of ours. */
export function readCookie(
  header: string | undefined,
  name: CookieName,
  isHttps: boolean,
): string | null {
  if (header === undefined || header.length > 8_192) return null;
  const value = parseCookie(header)[cookieName(name, isHttps)];
  return value !== undefined && /^[\w.-]{1,2048}$/.test(value) ? value : null;
}

/** A header that sets the cookie until the browser is closed, or for so many seconds; null takes it away. */
export function setCookie(
  name: CookieName,
  value: string | null,
  { isHttps, maxAgeSeconds }: { readonly isHttps: boolean; readonly maxAgeSeconds?: number },
): string {
  const maxAge = value === null ? 0 : maxAgeSeconds;
  return stringifySetCookie({
    name: cookieName(name, isHttps),
    value: value ?? '',
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isHttps,
    ...(maxAge === undefined ? {} : { maxAge }),
  });
}
