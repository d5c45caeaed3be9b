import type { RequestHandler, Response } from 'express';
import type { ZodType } from 'zod';
import { readBody } from '../body/read-body.js';
import type { EndpointRequest } from '../endpoint.js';
import { failed } from '../failure.js';

/** Lets a request through whose body is what this schema says, with what it means. Only behind `makeJsonBody`. */
export function makeBodySchemaRules(schema: ZodType): RequestHandler {
  return (req, res, next) => {
    const sent: unknown = req.body;
    const found = readBody(schema, sent);
    if ('faults' in found) {
      next(failed('faulty_fields', { part: 'body', faults: found.faults }));
      return;
    }
    req.body = found.value;
    res.locals.sentBody = sent;
    next();
  };
}

/** A body that has passed its schema, as it came; empty where there is none. */
export function sentBodyOf(res: Response): EndpointRequest['sentBody'] {
  const { sentBody } = res.locals as { sentBody?: EndpointRequest['sentBody'] };
  return sentBody ?? {};
}
