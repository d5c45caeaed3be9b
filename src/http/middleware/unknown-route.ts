import type { RequestHandler } from 'express';
import { problems } from '../problems.js';

/** Last of all: nothing answered. */
export const unknownRoute: RequestHandler = (_req, _res, next) => {
  next(problems.unknownRoute);
};
