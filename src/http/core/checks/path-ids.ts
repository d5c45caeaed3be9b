import type { RequestHandler } from 'express';
import { parseId } from '../../../domain/ids.js';
import { failed } from '../failure.js';

const nowhere = failed('unknown_route');

/**
 * Lets a request through whose path holds ids where this pattern has parameters, and gives them in lower case. What is
 * none names nothing, as an address does that nobody answers.
 */
export function makePathIds(pattern: string): RequestHandler {
  const names = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return (req, _res, next) => {
    for (const name of names) {
      const id = parseId(String(req.params[name]));
      if (id === null) {
        next(nowhere);
        return;
      }
      req.params[name] = id;
    }
    next();
  };
}
