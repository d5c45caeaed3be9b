import type { Request } from 'express';

/** What stands behind the first `?` of an address, as it was sent; empty where there is none. */
export function encodedQueryOf({ url }: Pick<Request, 'url'>): string {
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start + 1);
}

/**
 * What a query says, by name; a list where a name is given more than once, which no field rule lets through. Read anew
 * rather than from Express: its parsers make objects of `a[b]=c`.
 */
export function queryParametersOf(req: Request): Record<string, string | string[]> {
  const sent = new URLSearchParams(encodedQueryOf(req));
  const read = new Map<string, string | string[]>();
  // One after the other: to ask for each name would go through the whole query each time.
  for (const [name, value] of sent) {
    const before = read.get(name);
    if (before === undefined) read.set(name, value);
    else if (typeof before === 'string') read.set(name, [before, value]);
    else before.push(value);
  }
  return Object.fromEntries(read);
}
