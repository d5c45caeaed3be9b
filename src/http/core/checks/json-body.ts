import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';
import { failed, type Failure, type FieldFault, isFailure } from '../failure.js';
import { announcesBody } from './announces-body.js';
import { readBytes } from './read-bytes.js';
import { repeatedNamesIn } from './repeated-names.js';

const limitBytes = 100 * 1024;
const charset = /^charset\s*=\s*("?)utf-?8\1$/i;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a JSON object in UTF-8, in this order: content type, size, encoding, JSON, names that are there twice. Express's
 * own reader takes UTF-16, replaces invalid UTF-8 and takes an empty body for `{}`. A body that is too large is read to its end before it is refused, so that the client gets to read the answer. Where it
 * may be absent, none at all is `{}`, whatever its content type.
 */
export function makeJsonBody({ mayBeAbsent = false } = {}): RequestHandler {
  return async (req, _res, next) => {
    if (mayBeAbsent && !announcesBody(req.headers)) {
      req.body = {};
      next();
      return;
    }
    if (!isUtf8Json(req.headers)) {
      next(failed('wrong_content_type'));
      return;
    }
    const bytes = await readBytes(req, limitBytes);
    const body = mayBeAbsent && bytes.length === 0 ? {} : parseObject(bytes);
    req.body = body;
    next(isFailure(body) ? body : undefined);
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

/** `__proto__` becomes a field like any other, never a prototype. */
function parseObject(bytes: Awaited<ReturnType<typeof readBytes>>): object {
  if (bytes === 'too_large') return failed('body_too_large');
  if (bytes === 'unreadable') return failed('unreadable');
  try {
    const text = utf8.decode(bytes);
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return failed('not_json');
    }
    return repeatedNames(text) ?? value;
  } catch {
    return failed('not_json');
  }
}

function repeatedNames(json: string): Failure | null {
  const [first, ...others] = repeatedNamesIn(json).map(toFault);
  if (first === undefined) return null;
  return failed('faulty_fields', { part: 'body', faults: [first, ...others] });
}

function toFault(name: string): FieldFault {
  return { name, fault: 'repeated' };
}
