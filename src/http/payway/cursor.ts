/** Where a list goes on, as a client is to send it back: opaque, so that what it says may change. */
export function toCursor(place: string): string {
  return Buffer.from(place, 'utf8').toString('base64url');
}

/** What a cursor says; null for what `toCursor` has not written. */
export function readCursor(cursor: string): string | null {
  const place = Buffer.from(cursor, 'base64url').toString('utf8');
  return toCursor(place) === cursor ? place : null;
}

const position = /^(?:0|[1-9]\d{0,15})$/;

/** The position in a log that a cursor says, 0 without one; null where it says none. */
export function readPosition(cursor: string | undefined): number | null {
  if (cursor === undefined) return 0;
  const place = readCursor(cursor);
  const said = place !== null && position.test(place) ? Number(place) : null;
  return said !== null && Number.isSafeInteger(said) ? said : null;
}

const usualLimit = 30;

/** How many items a page has (docs/spec/payway-api.md §6). */
export function limitOf({ limit }: { readonly limit?: number }): number {
  return limit ?? usualLimit;
}
