import type { Request } from 'express';
import { body, checkExact, type ContextRunner, query, validationResult } from 'express-validator';
import type { PageField } from './page-route.js';

type Fields = Readonly<Record<string, string>>;

/** The fields of a query that fit; a reader may have typed the rest into the address, so it is left out. */
export async function readQuery(req: Request, fields: readonly PageField[]): Promise<Fields> {
  const found: Record<string, string> = {};
  for (const field of fields) {
    const sent = req.query[field.name];
    if (typeof sent !== 'string') continue;
    const result = await fitting(query(field.name), field).run(req, { dryRun: true });
    if (result.isEmpty()) found[field.name] = sent;
  }
  return found;
}

/** The fields of a form, or null: one is missing, does not fit, came twice or is none of these. */
export async function readForm(req: Request, fields: readonly PageField[]): Promise<Fields | null> {
  const chains = fields.map((field) => fitting(body(field.name), field));
  const exact: ContextRunner = checkExact(chains, { locations: ['body'] });
  // It tells what is unknown alone; what does not fit stands with the request.
  await exact.run(req);
  if (!validationResult(req).isEmpty()) return null;
  const sent = (req.body ?? {}) as Readonly<Record<string, string | readonly string[]>>;
  return Object.fromEntries(
    fields.flatMap(({ name }) => {
      const value = sent[name];
      return value === undefined ? [] : [[name, [value].flat().join(',')] as const];
    }),
  );
}

function fitting(
  chain: ReturnType<typeof body>,
  { maxLength, pattern, isRequired, atMost }: PageField,
): ReturnType<typeof body> {
  const present = isRequired === true ? chain.exists() : chain.optional();
  if (atMost !== undefined) {
    return present.bail().custom((sent: unknown) => {
      const all: readonly unknown[] = [sent].flat();
      return all.length <= atMost && all.every((it) => fitsMany(it, { maxLength, pattern }));
    });
  }
  const text = present.bail().isString().bail().isLength({ max: maxLength });
  return pattern === undefined ? text : text.bail().matches(pattern);
}

function fitsMany(
  one: unknown,
  { maxLength, pattern }: { readonly maxLength: number; readonly pattern: RegExp | undefined },
): boolean {
  const isText = typeof one === 'string' && one.length <= maxLength && !one.includes(',');
  return isText && (pattern === undefined || pattern.test(one));
}
