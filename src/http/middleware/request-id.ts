import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';

const name = 'X-Request-Id';
const sane = /^[\w.:+/=-]{1,128}$/;

/** Every answer carries the client's own request id if it sent a sane one, else a new one. */
export const requestId: RequestHandler = (req, res, next) => {
  const own = req.headers['x-request-id'];
  res.setHeader(name, typeof own === 'string' && sane.test(own) ? own : randomUUID());
  next();
};

/** The id that a log line about this request carries. */
export function requestIdOf(res: ServerResponse): string {
  return String(res.getHeader(name));
}
