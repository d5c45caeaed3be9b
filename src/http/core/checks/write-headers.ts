import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';
import type { WriteGuards } from '../../../application/commit/guards.js';
import { failed, type Failure, type FieldFault, isFailure } from '../failure.js';

/** What the headers of a write ask for besides its body (docs/architecture.md §5). */
export type WriteHeaders = {
  readonly key: string | null;
  readonly ifMatch: WriteGuards['ifMatch'];
};

const longestKey = 255;
const quoted = /^"(.*)"$/;
const printable = /^[ -~]+$/;
const entityTag = /^(W\/)?"([!#-~]*)"$/;
const version = /^[1-9]\d{0,15}$/;

/** The headers of a write, or everything that is wrong with them. */
export function readWriteHeaders(
  headers: IncomingHttpHeaders,
): WriteHeaders | Failure<'faulty_fields'> {
  const key = readKey(headers['idempotency-key']);
  const ifMatch = readIfMatch(headers['if-match']);
  const [first, ...others] = [key, ifMatch].flatMap((it) => ('fault' in it ? [it.fault] : []));
  if (first !== undefined) {
    return failed('faulty_fields', { part: 'headers', faults: [first, ...others] });
  }
  return {
    key: 'value' in key ? key.value : null,
    ifMatch: 'value' in ifMatch ? ifMatch.value : null,
  };
}

/** Lets a request through whose headers of a write can be read. */
export const checkWriteHeaders: RequestHandler = (req, _res, next) => {
  const headers = readWriteHeaders(req.headers);
  next(isFailure(headers) ? headers : undefined);
};

type Read<T> = { readonly value: T | null } | { readonly fault: FieldFault };

/** Bare or quoted; the same key either way. */
function readKey(header: string | string[] | undefined): Read<string> {
  if (header === undefined) return { value: null };
  const sent = String(header);
  const key = quoted.exec(sent)?.[1] ?? sent;
  const name = 'Idempotency-Key';
  if (key.length > longestKey) {
    return { fault: { name, fault: 'too_long', maxLength: longestKey } };
  }
  return printable.test(key) ? { value: key } : { fault: { name, fault: 'not_printable' } };
}

/** Tags that are no version of ours, weak ones among them, match nothing. */
function readIfMatch(header: string | undefined): Read<readonly number[] | 'any'> {
  if (header === undefined) return { value: null };
  if (header.trim() === '*') return { value: 'any' };
  const tags = header.split(',').map((it) => entityTag.exec(it.trim()));
  if (tags.includes(null)) return { fault: { name: 'If-Match', fault: 'no_entity_tag' } };
  const versions = tags.flatMap((it) => {
    const [, weak, tag = ''] = it ?? [];
    return weak === undefined && version.test(tag) ? [Number(tag)] : [];
  });
  return { value: versions };
}
