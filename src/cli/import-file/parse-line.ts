import type { ImportFault } from '../../application/import/organisation-import.js';
import type { Currency } from '../../domain/money/money.js';
import { withDefaultCurrency } from './default-currency.js';
import { describeIssues } from './describe-issues.js';
import { type FileLine, lineSchema } from './file-schema.js';
import type { ReadLine } from './read-lines.js';

export type ParsedLine =
  | { readonly ok: true; readonly line: FileLine }
  | { readonly ok: false; readonly faults: readonly ImportFault[] };

/**
 * A line of NDJSON as the row that it names, or all that is wrong with it by itself, by the line's number. Prices that
 * name no currency are in the one that is given: the organisation's that a line before has opened.
 */
export function parseLine(read: ReadLine, currency: Currency | null): ParsedLine {
  const at = `line ${String(read.number)}`;
  if (read.text === null) return { ok: false, faults: [{ path: at, problem: read.problem }] };
  const content = parseObject(read.text);
  if (content === null) return { ok: false, faults: [{ path: at, problem: 'is no JSON object' }] };
  const parsed = lineSchema.safeParse(withDefaultCurrency(content, currency));
  if (parsed.success) return { ok: true, line: parsed.data };
  const faults = describeIssues(parsed.error.issues, content);
  return {
    ok: false,
    faults: faults.map((it) => ({ ...it, path: `${at}, ${it.path}` })),
  };
}

/** Whether a file's first line says that the file is NDJSON: a whole JSON object with a text `row`. */
export function isRowLine(text: string): boolean {
  const content = parseObject(text);
  return content !== null && typeof content.row === 'string';
}

/** A parser's own words would quote the line, secrets included: they are dropped. */
function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
