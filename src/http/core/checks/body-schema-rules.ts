import type { RequestHandler, Response } from 'express';
import type { BodySchema } from '../body/body-schema.js';
import { failed } from '../failure.js';

/** Lets a request through whose body is what this schema says, with what it means. Only behind `makeJsonBody`. */
export function makeBodySchemaRules({ read }: BodySchema): RequestHandler {
  return (req, res, next) => {
    const found = read(req.body as object);
    if ('faults' in found) {
      next(failed('faulty_fields', { part: 'body', faults: found.faults }));
      return;
    }
    req.body = found.value;
    res.locals.sentNames = found.sentNames;
    next();
  };
}

/** Of a body that has passed its schema, the second names that were sent; empty where there are none. */
export function sentNamesOf(res: Response): Readonly<Record<string, string>> {
  const { sentNames } = res.locals as { sentNames?: Readonly<Record<string, string>> };
  return sentNames ?? {};
}
