import type { RequestHandler } from 'express';
import type { BodySchema } from '../body/body-schema.js';
import { failed } from '../failure.js';

/** Lets a request through whose body is what this schema says, with what it means. Only behind `makeJsonBody`. */
export function makeBodySchemaRules({ read }: BodySchema): RequestHandler {
  return (req, _res, next) => {
    const found = read(req.body as object);
    if ('faults' in found) {
      next(failed('faulty_fields', { part: 'body', faults: found.faults }));
      return;
    }
    req.body = found.value;
    next();
  };
}
