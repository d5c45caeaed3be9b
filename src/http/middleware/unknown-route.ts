import type { RequestHandler } from 'express';
import { failed } from '../core/failure.js';

/** Last of all: nothing answered. */
export const unknownRoute: RequestHandler = (_req, _res, next) => {
  next(failed('unknown_route'));
};
