import type { ImportSource } from '../../application/import/import-source.js';
import type { ImportFault } from '../../application/import/organisation-import.js';
import { isRowLine } from './parse-line.js';
import { documentSource, readDocument } from './read-document.js';
import { readLines } from './read-lines.js';
import { rowsSource } from './read-rows.js';

export type OpenedImportFile =
  | { readonly ok: true; readonly source: ImportSource }
  | { readonly ok: false; readonly faults: readonly ImportFault[] };

/**
 * A file as a source of pages, in the format that it has (docs/spec/operations.md §4). A document is read here, so what
 * is wrong with its text is known at once; rows are read when they are asked for.
 */
export async function openImportFile(file: string): Promise<OpenedImportFile> {
  if (await isRowsFile(file)) return { ok: true, source: rowsSource(file) };
  const document = await readDocument(file);
  return document.ok ? { ok: true, source: documentSource(document.organisations) } : document;
}

/**
 * Whether a file is NDJSON, by what is in it and not by its name: its first line is a whole JSON object that names its sort
 * in `row`. False for one that cannot be read: who reads it next says so.
 */
export async function isRowsFile(file: string): Promise<boolean> {
  try {
    for await (const line of readLines(file)) return line.text !== null && isRowLine(line.text);
  } catch {
    return false;
  }
  return false;
}
