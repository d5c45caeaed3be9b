import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a form was sent by a page of this origin (docs/spec/pages.md §4): the browser says so, or names the origin. Who
 * says neither is refused: every browser of today says one of both with a form.
 */
export function isOwnPost(headers: IncomingHttpHeaders, ownOrigin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return headers.origin === ownOrigin;
}
