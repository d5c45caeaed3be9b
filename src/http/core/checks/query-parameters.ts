import type { Request } from 'express';

/**
 * What a query says, by name; a list where a name is given more than once, which no field rule lets through. Read anew
 * rather than from Express: its parsers make objects of `a[b]=c`.
 */
export function queryParametersOf(req: Request): Record<string, string | string[]> {
  const start = req.originalUrl.indexOf('?');
  const sent = new URLSearchParams(start === -1 ? '' : req.originalUrl.slice(start + 1));
  const names = new Set(sent.keys());
  return Object.fromEntries(
    [...names].map((name) => {
      const [first = '', ...others] = sent.getAll(name);
      return [name, others.length === 0 ? first : [first, ...others]];
    }),
  );
}
