import type { IncomingHttpHeaders } from 'node:http';
import express, { type RequestHandler } from 'express';
import { failed, type Failure } from '../failure.js';

const limitBytes = 100 * 1024;
const charset = /^charset\s*=\s*("?)utf-?8\1$/i;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a JSON object in UTF-8, in this order: content type, size, encoding, JSON. Only the
 * bytes are read by Express: its JSON reader takes UTF-16, replaces invalid UTF-8 and takes an empty body for `{}`.
 * A body that is too large is read to its end before it is refused, so that the client gets to read the answer.
 */
export function makeJsonBody(): RequestHandler {
  const readBytes: RequestHandler = express.raw({
    type: () => true,
    limit: limitBytes,
    inflate: false,
  });
  return (req, res, next) => {
    if (!isUtf8Json(req.headers)) {
      next(failed('wrong_content_type'));
      return;
    }
    readBytes(req, res, (error?: unknown) => {
      if (error !== undefined) {
        next(failureOf(error));
        return;
      }
      const body = parseObject(req.body);
      req.body = body;
      next(body === null ? failed('not_json') : undefined);
    });
  };
}

function isUtf8Json(headers: IncomingHttpHeaders): boolean {
  const type = headers['content-type'];
  if (headers['content-encoding'] !== undefined) return false;
  if (type === 'application/json') return true;
  const [mediaType, ...parameters] = (type ?? '').split(';').map((part) => part.trim());
  return (
    mediaType?.toLowerCase() === 'application/json' &&
    parameters.every((it) => !it.toLowerCase().startsWith('charset') || charset.test(it))
  );
}

/** Null for what is not a JSON object in UTF-8. `__proto__` becomes a field like any other, never a prototype. */
function parseObject(bytes: unknown): object | null {
  if (!Buffer.isBuffer(bytes)) return null;
  try {
    const value: unknown = JSON.parse(utf8.decode(bytes));
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** What of a failed reading the client may know; the rest (it hung up, it lied about the length) is a bad request. */
function failureOf(error: unknown): Failure {
  const type = (error as { type?: unknown } | null)?.type;
  return type === 'entity.too.large' ? failed('body_too_large') : failed('unreadable');
}
